import CalendarAPI
import Foundation
import JSON
import Sandbox
import State
import TerminalTesting
import Testing

/// A place to run commands in: a server with sub-accounts, and a profile with a token for each.
final class CommandPlace {
  let sandbox: Sandbox
  let folder: Scratch
  let accounts: [SandboxAccount]

  /// The members of every answer in JSON, in order.
  static let envelopeNames = [
    "schemaVersion", "program", "version", "command", "ok", "status", "data", "problems",
  ]

  /// - Parameter accounts: the profiles are `p0`, `p1` and so on; `p0` is in use.
  init(
    _ accounts: [SandboxAccount], options: SandboxOptions = SandboxOptions(),
    prepare: (Sandbox) -> Void = { _ in }
  ) throws {
    self.accounts = accounts
    sandbox = try Sandbox.startBlocking(accounts: accounts, options: options)
    prepare(sandbox)
    folder = try Scratch()
    var text = "profile = p0\n"
    for (number, account) in accounts.enumerated() {
      let token = try folder.write(account.tokens[0], to: "token\(number)")
      text += "[profile p\(number)]\nlocation = \(account.id)\nbase-url = \(sandbox.baseURL)\n"
      text += "token-file = \(token)\n"
    }
    try folder.configure(text)
  }

  deinit { sandbox.stopBlocking() }

  /// Two sub-accounts of three calendars each.
  convenience init(prepare: (Sandbox) -> Void = { _ in }) throws {
    try self.init(Sandbox.accounts(count: 2, calendars: 3), prepare: prepare)
  }

  func run(
    _ command: String, environment: [String: String] = [:], seconds: Double = Program.patience
  ) throws -> Shell {
    try Shell(
      command, in: folder, environment: ["BASE": sandbox.baseURL].merging(environment) { $1 },
      seconds: seconds)
  }

  /// Runs a command whose answer is one JSON object.
  func json(
    _ command: String, status: Int32 = 0, seconds: Double = Program.patience
  ) throws -> JSONValue {
    let shell = try run(command, seconds: seconds)
    #expect(shell.status == .status(status), "\(command): \(shell.error)")
    let value = try JSONDocument(parsing: Array(shell.output.utf8)).value
    #expect(value[key: "schemaVersion"] == 1 && value[key: "program"] == "caledit")
    #expect(value[key: "status"]?.int == Int(status) && value[key: "ok"] == .bool(status == 0))
    #expect(shell.output.hasSuffix("\n") && shell.output.count { $0 == "\n" } == 1)
    return value
  }

  func id(_ calendar: Int, of account: Int = 0) -> String {
    accounts[account].calendarIDs[calendar]
  }

  func name(_ calendar: Int, of account: Int = 0) -> String {
    accounts[account].calendars[calendar][key: "name"]?.text ?? ""
  }

  /// Puts a save on record.
  func record(
    _ calendarID: String, before: JSONValue, sent: JSONValue, after: JSONValue?,
    outcome: String = "saved", at base: String? = nil
  ) throws {
    let folder = try StateFolder(making: folder.path("home/state/caledit"))
    let store = HistoryStore(in: folder, program: "test")
    let start = SaveStart(
      base: try BaseURL(base ?? sandbox.baseURL), calendarID: calendarID, who: "somebody",
      before: before, sent: sent)
    let record = try store.begin(start, without: nil)
    try store.complete(
      record, after: after, outcome: outcome, notes: [], mayArrive: false, without: nil)
  }
}

extension JSONValue {
  /// The names of the members of an object, in order.
  var memberNames: [String] { object.map(\.keys) ?? [] }
}

/// Expects a text without what a terminal obeys.
func expectHarmless(_ text: String, _ what: String) {
  let controls = text.unicodeScalars.filter {
    $0.properties.generalCategory == .control && $0 != "\n"
      || $0.properties.generalCategory == .format && $0.value != 0x200D
  }
  #expect(controls.isEmpty, "\(what)")
}
