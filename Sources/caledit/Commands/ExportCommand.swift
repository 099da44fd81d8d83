import ArgumentParser
import CalendarModel
import CommandOutput
import Glibc
import JSON
import State

/// Writes calendars to files that `caledit --file` reads.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write calendars to files, as the service has them.",
    discussion: """
      One calendar goes to standard output, or to the file or folder that --output names; several \
      need a folder, where each gets a file named by its name and id. caledit --file edits such a \
      file, and caledit diff and validate read it. \(CalendarWord.help)
      """)

  @Argument(help: "The calendars.", completion: .calendars)
  var calendars: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @Option(
    help: ArgumentHelp(
      "Write to this file; or into this folder, which is made where it is not there.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace files that are there.")
  var overwrite = false

  @OptionGroup
  var answer: OutputOptions

  func validate() throws {
    if output == nil, answer.isForPrograms {
      throw ValidationError(
        "--json and --ndjson need --output: the calendar goes to standard output.")
    }
  }

  func run() throws {
    try CommandRun(Self.verb, answer).run(in: choice.reach) { [self] finder throws(Failure) in
      let found = try await finder.findSome(calendars, choice)
      guard let output else {
        guard found.count == 1, let only = found.first else {
          throw Failure(
            "\(Wording.counted(found.count, "calendar")) need a folder: give --output DIR",
            status: .usage)
        }
        let text = ExportFile.text(try await only.loadedOrFailure().calendar)
        return Self.report(standardOutput: text)
      }
      let target = try ExportTarget(output, count: found.count, overwrites: overwrite)
      let written = await found.each(finder.troubles) { calendar throws(Failure) in
        try ExportFile(
          calendar, try await calendar.loadedOrFailure().calendar, to: target)
      }
      return Self.report(written)
    }
  }

  private static func report(standardOutput text: String) -> CommandReport {
    var report = CommandReport()
    report.done = 1
    report.exact = OutputPlace.isTerminal ? text.harmlessJSON : text
    return report
  }

  private static func report(_ written: [ExportFile]) -> CommandReport {
    var report = CommandReport()
    for file in written { report.printout.add(StyledText(file.path)) }
    report.list(written.map(\.json), "files", each: "file")
    return report
  }
}

/// Where an export goes to.
struct ExportTarget: Sendable {
  /// Whether each calendar gets a file of its own in it.
  let isFolder: Bool
  let path: String
  let overwrites: Bool

  /// - Throws: where several calendars do not go into a folder, and where it cannot be made.
  init(_ path: String, count: Int, overwrites: Bool) throws(Failure) {
    self.overwrites = overwrites
    var status = stat()
    let isThere = stat(path, &status) == 0
    isFolder = count > 1 || path.hasSuffix("/") || isThere && status.st_mode & S_IFMT == S_IFDIR
    self.path = isFolder && path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    guard isFolder else { return }
    if isThere, status.st_mode & S_IFMT != S_IFDIR {
      throw Failure("\(path) is a file, and several calendars need a folder", status: .usage)
    }
    if !isThere, mkdir(self.path, 0o777) != 0, errno != EEXIST {
      throw Failure("\(path): \(System.lastError)")
    }
  }
}

/// A calendar that was written to a file.
struct ExportFile: Sendable {
  let path: String
  private let calendar: FoundCalendar
  private let name: String?

  /// Writes the file.
  init(
    _ calendar: FoundCalendar, _ value: JSONValue, to target: ExportTarget
  ) throws(Failure) {
    self.calendar = calendar
    name = value[.name]?.text
    let file = Self.name(of: value[.name]?.text ?? calendar.title, id: calendar.id)
    path = target.isFolder ? "\(target.path)/\(file)" : target.path
    if !target.overwrites, AtomicFile.isThere(path) {
      throw Failure("\(path) is there already; --overwrite replaces it")
    }
    do throws(FileError) {
      try AtomicFile.replace(path, with: Self.text(value))
    } catch {
      throw Failure(error.message)
    }
  }

  var json: JSONValue {
    .object(
      JSONObject(
        calendar.identityMembers(name: name) + [.init(key: "path", value: .text(path))]))
  }

  /// The calendar as the file has it.
  static func text(_ calendar: JSONValue) -> String {
    calendar.printed(JSONLayout(indent: "  ", endsWithNewline: true))
  }

  /// The longest part of a name, in characters.
  private static let longest = 60

  /// A name for the file of a calendar: letters and digits of its name, and its id.
  ///
  /// Only ASCII letters, digits and `-` are in it, so that it is one file of the folder whatever the
  /// calendar is called.
  static func name(of title: String, id: String) -> String {
    let words = FoldedText(String(title.prefix(1000))).bytes.split { byte in
      !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte)
    }.map { String(decoding: $0, as: UTF8.self) }
    let name = String(words.joined(separator: "-").prefix(longest))
    let safeID = String(
      id.unicodeScalars.filter { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      }.prefix(64).map(Character.init))
    let parts = [name, safeID].filter { !$0.isEmpty }
    return (parts.isEmpty ? "calendar" : parts.joined(separator: "-")) + ".json"
  }
}
