import CalendarModel
import CommandOutput
import Foundation
import Manual
import Testing
import UserConfiguration

@testable import Editor
@testable import caledit

/// The pages say everything that the tables of the program have.
@Suite struct ManualPageTests {
  private func text(_ page: ManualPage) -> String {
    // Wide, so that a phrase is not broken; blanks that align do not count.
    TextRenderer(width: 100).lines(page).map(\.text).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  private func squeezed(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func everyVerbHasItsPage() {
    let names = CaleditManual.pages.map(\.name)
    #expect(Set(CaleditManual.pages.map(\.fileName)).count == names.count)
    let root = text(.program)
    for (verb, type) in Verb.all where type.configuration.shouldDisplay {
      #expect(names.contains("caledit-\(verb)"), "\(verb)")
      #expect(root.contains("caledit-\(verb)(1)"), "\(verb)")
      #expect(VerbText.of(verb)?.examples.isEmpty == false, "\(verb) has no text")
    }
    #expect(Set(VerbText.all.map(\.name)).isSubset(of: Set(Verb.all.map(\.key))))
  }

  private func check(_ command: CommandEntry, _ page: String) {
    #expect(page.contains(squeezed(command.abstract)), "\(command.name)")
    for argument in command.arguments {
      for name in argument.names { #expect(page.contains(name), "\(command.name) \(name)") }
      #expect(page.contains(squeezed(argument.help)), "\(command.name): \(argument.help)")
      for value in argument.values { #expect(page.contains(value), "\(command.name): \(value)") }
    }
    for subcommand in command.subcommands {
      #expect(page.contains("\(command.name) \(subcommand.name)"))
      check(subcommand, page)
    }
  }

  @Test func everyOption() {
    #expect(
      CommandEntry.verbs.count == Verb.all.filter { $0.value.configuration.shouldDisplay }.count)
    for command in CommandEntry.verbs {
      #expect(!command.subcommands.isEmpty || command.arguments.count >= 2, "\(command.name)")
      check(command, text(.verb(command)))
    }
  }

  @Test func everySetting() {
    let page = text(.configuration)
    for setting in Setting.all {
      #expect(page.contains("\(setting.name.rawValue) = <"), "\(setting.name)")
      #expect(page.contains(setting.help) && page.contains(setting.option), "\(setting.name)")
      if let variable = setting.variable { #expect(page.contains(variable)) }
      for choice in SettingRules.program.choices(of: setting.name) {
        #expect(page.contains(choice), "\(setting.name): \(choice)")
      }
    }
    #expect(page.contains(squeezed(ConfigCommand.Edit.example)))
  }

  /// Every property of the update body, and what is inside of it.
  @Test func everyField() {
    let page = text(.fields)
    for (keys, field) in CalendarSchema.flat {
      var name = ""
      for (index, key) in keys.enumerated() {
        name += key
        guard index + 1 < keys.count else { break }
        let outer = CalendarSchema.flat.first { $0.keys == Array(keys[...index]) }?.field
        if case .list? = outer?.type { name += "[]." } else { name += "." }
      }
      #expect(page.contains("\(name) \(field.label)"), "\(name)")
      #expect(page.contains(squeezed(field.help)), "\(name)")
    }
    #expect(CalendarSchema.flat.count > 60)
  }

  @Test func everyActionWithItsKeys() {
    let page = text(.keys())
    for action in Actions.all {
      let keys =
        action.keys.isEmpty
        ? "in the palette" : action.keys.map(\.description).joined(separator: ", ")
      #expect(page.contains("\(keys) \(action.title) (\(action.id.rawValue))"), "\(action.id)")
    }
    for place in PlaceKeys.all + DialogKeys.all {
      for entry in place.entries {
        let keys = entry.keys.map(\.description).joined(separator: ", ")
        #expect(page.contains("\(keys) \(entry.help)"), "\(entry.id)")
      }
      #expect(place.typing.isEmpty || page.contains(squeezed(place.typing)), "\(place.id)")
    }
  }

  /// The keys that somebody chose are those that help shows.
  @Test func chosenKeys() {
    let keymap = Keymap.choosing([("review", "F2")]).keymap
    #expect(text(.keys(keymap)).contains("F2 Review the changes and save (review)"))
  }

  @Test func everyExitStatus() {
    let page = text(.exit)
    for status in caledit.ExitStatus.allCases {
      #expect(page.contains("\(status.rawValue) \(status.meaning)"), "\(status)")
    }
    for (number, meaning) in caledit.ExitStatus.signals {
      #expect(page.contains("\(128 + number) \(meaning)"), "\(number)")
    }
  }

  /// What the sources ask the environment for.
  @Test func everyVariable() throws {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let page = text(.program)
    var found: Set<String> = []
    for file in FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
    {
      guard file.hasSuffix(".swift") || file.hasSuffix(".c"), !file.hasPrefix("Sandbox/") else {
        continue
      }
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: #/(?:getenv|environment)\("([A-Z_]+)"\)/#) {
        found.insert(String(match.1))
      }
    }
    #expect(found.count > 10)
    for name in found { #expect(page.contains(name), "\(name)") }
    #expect(page.contains("HIGHLEVEL_TOKEN"))
  }

  /// Every terminal that was tried has its notes.
  @Test func everyTerminal() throws {
    let table = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Packaging/terminals.md")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.map { $0.split(separator: "|")[0] }
    let names = Set(rows.map { $0.split { " ,".contains($0) }.first ?? "" })
      .subtracting(["Terminal", "---"])
    #expect(names.count > 8)
    let page = text(.terminals)
    for name in names { #expect(page.contains(name), "\(name)") }
  }

  /// The table of the manual is the one that the trial wrote.
  @Test func whatCameOfTheTrial() throws {
    let file = Readme.root.appendingPathComponent("Sources/Packaging/terminals.md")
    let rows = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }
      .map { row in
        row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    let starts = rows.indices.filter { rows[$0][0] == "Terminal" }
    try #require(starts.count == 2)
    let first = rows[(starts[0] + 1)..<starts[1]]
    let second = rows[(starts[1] + 1)...]
    #expect(first.count == TriedLine.all.count && second.count == TriedLine.all.count)
    for (line, (one, other)) in zip(TriedLine.all, zip(first, second)) {
      #expect(one[0] == line.name && other[0] == line.name && one[1].hasPrefix(line.version))
      let signs = (one.dropFirst(3) + other.dropFirst()).map {
        $0.hasPrefix("ok") ? "+" : $0 == "–" ? "-" : "n"
      }
      #expect(signs.joined() == line.results, "\(line.name)")
      #expect(line.results.count == TriedLine.columns.count)
    }
  }

  @Test func everyCommandOfLineMode() {
    let page = text(.lines)
    for command in LineCommand.allCases {
      #expect(page.contains("\(command.usage) \(command.help)"), "\(command)")
      for alias in command.aliases { #expect(page.contains(alias), "\(alias)") }
    }
  }

  /// References lead to pages that there are.
  @Test func references() {
    let pages = Set(CaleditManual.pages.map { "\($0.name)(\($0.section))" })
    for page in CaleditManual.pages {
      for match in text(page).matches(of: #/caledit(?:-[a-z]+)?\([0-9]\)/#) {
        #expect(pages.contains(String(match.0)), "\(page.name): \(match.0)")
      }
    }
  }
}

/// The pages as `man` reads them.
@Suite struct ManualRoffTests {
  static let mandoc = "/usr/bin/mandoc"

  @Test(arguments: CaleditManual.pages)
  func isHarmless(page: ManualPage) {
    let text = ManualCommand.renderer.render(page)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)")
      let known = [
        "TH", "nh", "ad", "SH", "SS", "PP", "TP", "IP", "EX", "EE", "RS", "RE", "PD", "br",
      ].contains { line == ".\($0)" || line.hasPrefix(".\($0) ") }
      if line.hasPrefix(".") || line.hasPrefix("'") { #expect(known, "\(line)") }
    }
    for line in TextRenderer(width: 80).lines(page) { expectHarmless(line.text, page.name) }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: mandoc), "mandoc is not installed"))
  func mandocFindsNothing() throws {
    let folder = try Scratch()
    let shell = try Shell(
      "caledit manual --roff \"$HOME/man\" && \(Self.mandoc) -Tlint -W warning \"$HOME\"/man/*/*",
      in: folder)
    #expect(shell.status == .status(0))
    #expect(shell.output == "" && shell.error == "")
  }
}
