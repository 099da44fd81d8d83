import Foundation
import Sandbox
import Testing

/// The commands of the README for scripts, as they are written there.
@Suite(.waits, .timeLimit(.minutes(40))) struct ReadmeScriptTests {
  private static var readme: String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }

  /// The commands of the section, those of several lines in one.
  private static var commands: [String] {
    let section =
      readme.components(separatedBy: "\n## In scripts\n").last?
      .components(separatedBy: "\n## ").first ?? ""
    let blocks = section.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    return blocks.flatMap { block in
      block.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n").map(String.init)
    }
  }

  /// Without a year that passes: the holidays of the example are those that come next.
  private static func upcoming(_ command: String) -> String {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    return command.replacingOccurrences(of: "2027-", with: "\(year + 1)-")
      .replacingOccurrences(of: "2026-", with: "\(year)-")
  }

  @Test func eachOfThem() throws {
    #expect(Self.commands.count >= 9)
    let place = try CommandPlace(Sandbox.demoAccounts())
    for command in Self.commands {
      let shell = try place.run(Self.upcoming(command), seconds: 120)
      // The closure itself asks, and here is no terminal.
      let asks = command.contains("set --all-profiles") && !command.contains("--dry-run")
      #expect(shell.status == .status(asks ? 5 : 0), "\(command): \(shell.error)")
      #expect(!shell.output.isEmpty, "\(command)")
    }
    #expect(!place.sandbox.requests.contains { $0.call?.kind == .save }, "nothing was sent")
  }

  /// The closure of the example: what was open then is closed, apart from what a schedule governs.
  @Test func theHolidayClosure() throws {
    let place = try CommandPlace(Sandbox.demoAccounts())
    let list = try #require(Self.commands.first { $0.hasPrefix("caledit list") })
    let closure = try #require(
      Self.commands.first { $0.contains("set --all-profiles") && !$0.contains("--dry-run") })
    let shell = try place.run(Self.upcoming(closure) + " --yes --json", seconds: 180)
    let said = shell.output
    #expect(said.contains(#""outcome":"saved""#) && shell.status != .status(5))
    let open = try place.run(Self.upcoming(list) + " --json", seconds: 60).output
    // What is open still is governed by a schedule, or has weekly hours only; the plan said so.
    let left = open.components(separatedBy: #""id":""#).dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
    for id in left where place.sandbox.calendar(id) != nil {
      let plan = said.components(separatedBy: #""id":"\#(id)""#).dropFirst().first ?? ""
      #expect(
        plan.contains("governs") || plan.contains("govern the hours")
          || plan.contains("Weekly hours only"), "\(id)")
    }
  }
}
