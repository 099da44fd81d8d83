import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// What a run says about itself, in the first line of its journal: everything that is needed to go on
/// with it, but for tokens.
package struct RunHeader: Sendable {
  /// An account that has calendars in the run.
  package struct Account: Sendable, Hashable {
    /// The name of the profile; targets name it.
    package let name: String
    package let base: BaseURL
    package let sending: BatchAccount

    package init(name: String, base: BaseURL, sending: BatchAccount) {
      (self.name, self.base, self.sending) = (name, base, sending)
    }
  }

  /// What somebody wrote to begin it.
  package struct Command: Sendable, Hashable {
    /// The verb: `set`; `edit` for the editor.
    package let verb: String
    /// What chose the calendars, as it was written: words and options; empty where nobody wrote it.
    package let selection: [String]

    package init(_ verb: String, _ selection: [String] = []) {
      (self.verb, self.selection) = (verb, selection)
    }
  }

  /// Nil in a journal of an older caledit.
  package internal(set) var command: Command?
  package let work: BatchWork
  package let policy: BatchPolicy
  /// The day that the work was made for.
  package let today: CalendarDate
  package let accounts: [Account]
  /// The login name of who began it.
  package let who: String
  package let begun: DraftTime
  /// The version of the program that began it.
  package let program: String
  /// Whether the work held a token, so that the journal has not got it whole and nobody can go on.
  package internal(set) var isWithheld = false

  package init(
    work: BatchWork, policy: BatchPolicy, today: CalendarDate, accounts: [Account], who: String,
    begun: DraftTime = .now, program: String, command: Command? = nil
  ) {
    self.command = command
    (self.work, self.policy, self.today, self.accounts) = (work, policy, today, accounts)
    (self.who, self.begun, self.program) = (who, begun, program)
  }

  /// The number of this format; a journal with a higher one is left to the program that wrote it.
  static let schemaVersion = 1

  // MARK: Coding

  private enum Key: String, NamedKey {
    case caledit, schemaVersion, program, begun, who, today, work, policy, accounts, withheld
    case name, baseURL, sending, command, verb, selection
  }

  private static let mark: JSONValue = "run"

  var json: JSONValue {
    var members: [(Key, JSONValue)] = [
      (.caledit, Self.mark), (.schemaVersion, .integer(Self.schemaVersion)),
      (.program, .text(program)), (.begun, .text(begun.text)), (.who, .text(who)),
      (.today, .text(today.description)),
      (
        .accounts,
        .array(
          accounts.map {
            Key.object([
              .name: .text($0.name), .baseURL: .text($0.base.description),
              .sending: $0.sending.json,
            ])
          })
      ), (.policy, policy.json), (.work, work.json),
    ]
    if let command {
      members.append(
        (
          .command,
          Key.object([
            .verb: .text(command.verb),
            .selection: .array(command.selection.map(JSONValue.text)),
          ])
        ))
    }
    if isWithheld { members.append((.withheld, true)) }
    return .object(JSONObject(members.map { .init(key: $0.0.rawValue, value: $0.1) }))
  }

  init(line: [UInt8]) throws(UnusableRun) {
    let json: JSONValue
    do {
      json = try JSONDocument(parsing: line).value
    } catch {
      throw .syntax(error)
    }
    guard json[member: Key.caledit] == Self.mark, let version = json[member: Key.schemaVersion]?.int
    else { throw .noRun }
    guard version <= Self.schemaVersion else { throw .newerVersion(version) }
    func part<Part>(_ key: Key, _ read: (JSONValue) -> Part?) throws(UnusableRun) -> Part {
      guard let part = json[member: key].flatMap(read) else { throw .part(key.rawValue) }
      return part
    }
    let today = try part(.today) { $0.text.flatMap { CalendarDate($0) } }
    let source = try part(.work) { $0 }
    let work: BatchWork
    do throws(BatchWork.Unreadable) {
      work = try BatchWork(source, today: today)
    } catch {
      throw .work(error.message)
    }
    self.init(
      work: work, policy: try part(.policy) { BatchPolicy($0) }, today: today,
      accounts: try part(.accounts) { list in
        let accounts = list.array?.compactMap(Self.account)
        return accounts?.count == list.array?.count ? accounts : nil
      },
      who: try part(.who) { $0.text },
      begun: try part(.begun) { $0.text.flatMap(DraftTime.init(text:)) },
      program: json[member: Key.program]?.text ?? "",
      command: json[member: Key.command].flatMap { command in
        command[member: Key.verb]?.text.map { verb in
          Command(verb, command[member: Key.selection]?.array?.compactMap(\.text) ?? [])
        }
      })
    isWithheld = json[member: Key.withheld] == true
  }

  private static func account(_ json: JSONValue) -> Account? {
    guard let name = json[member: Key.name]?.text, let address = json[member: Key.baseURL]?.text,
      let base = try? BaseURL(address),
      let sending = json[member: Key.sending].flatMap({ BatchAccount($0) })
    else { return nil }
    return Account(name: name, base: base, sending: sending)
  }
}

/// Why the journal of a run, or a line of it, cannot be used; the file is kept.
package enum UnusableRun: Error, Sendable, Hashable {
  case file(FileError)
  case syntax(JSONSyntaxError)
  /// It is something that this program did not write.
  case noRun
  /// A newer version of the program wrote it.
  case newerVersion(Int)
  /// A part of its first line is missing or wrong.
  case part(String)
  /// What was to be done cannot be read, and why in a sentence.
  case work(String)
  /// A line is not what stands there otherwise; counted from 1.
  case line(Int)
  /// Another program works on it; its number where it is known.
  case isUnderWay(process: Int?)

  /// The reason as a sentence, without the file.
  package var message: String {
    switch self {
    case .file(let error): "It cannot be read: \(error.reason)."
    case .syntax(let error): "It is not JSON: \(error)."
    case .noRun: "It is not the journal of a run."
    case .newerVersion(let version):
      "It was written by a newer caledit: its format is \(version), and this one knows "
        + "\(RunHeader.schemaVersion)."
    case .part(let part): "Its \"\(part)\" is missing or wrong."
    case .work(let why): "What was to be done cannot be read. \(why)"
    case .line(let number): "Its line \(number) cannot be read."
    case .isUnderWay(let process?): "Another caledit (process \(process)) is working on it."
    case .isUnderWay(nil): "Another caledit is working on it."
    }
  }
}
