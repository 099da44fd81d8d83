import Foundation
import Testing
import TextUI

@testable import Editor

/// The tables of the keys of dialogs.
@Suite struct DialogKeyTests {
  /// The types of dialogs as the sources declare them.
  private var declared: Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Editor")
    var names: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for match in text.matches(of: /struct (\w+): \w*Dialog\b/) {
        names.insert(String(match.1))
      }
    }
    return names
  }

  @Test func everyDialogIsRegisteredAndTested() {
    let registered = DialogKeys.types.map { "\($0)" }
    #expect(Set(registered) == declared)
    #expect(registered.count == Set(registered).count)
    #expect(Set(DialogCases.names) == declared)
    for (name, model) in DialogCases.all(rows: 24, columns: 80) {
      #expect(model.dialogs.last.map { "\(type(of: $0))" } == name)
    }
  }

  /// What the key bar shows of a dialog comes out of a table.
  @Test func noKeyIsNamedBesideTheTables() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Editor")
    for folder in ["Dialogs", "Preview", "History"] {
      let folder = sources.appendingPathComponent(folder)
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      #expect(!files.isEmpty)
      for file in files {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("KeyHint(\""), "\(file.lastPathComponent)")
      }
    }
  }

  @Test func noIDStandsTwice() {
    let ids = DialogKeys.all.map(\.id)
    #expect(ids.count == Set(ids).count)
    for table in DialogKeys.all {
      let ids = table.entries.map(\.id)
      #expect(ids.count == Set(ids).count, "\(table.id)")
      #expect(!table.title.isEmpty)
    }
  }

  @Test func noKeyStandsTwiceAndEachHasAHelp() {
    for table in DialogKeys.all
      + DialogCases.all(rows: 24, columns: 80).compactMap({
        $0.model.dialogs.last?.allKeys
      })
    {
      let keys = table.entries.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(table.id): \(keys)")
      for entry in table.entries {
        #expect(!entry.keys.isEmpty && !entry.short.isEmpty && !entry.help.isEmpty, "\(entry.id)")
      }
    }
  }

  @Test(arguments: DialogCases.names)
  func theKeyBarShowsTheTable(name: String) throws {
    let model = try #require(DialogCases.model(name, rows: 24, columns: 80))
    let dialog = try #require(model.dialogs.last)
    let first = Set(dialog.allKeys.entries.compactMap { $0.keys.first?.description })
    let hints = dialog.hints(model.calendar) + dialog.help(model.calendar)
    #expect(!hints.isEmpty)
    for hint in hints {
      if let press = hint.press { #expect(first.contains(press.description), "\(hint)") }
      for key in hint.key.split(separator: " ") {
        #expect(first.contains(String(key)), "\(hint) is in no table")
      }
    }
  }

  @Test(arguments: DialogCases.names)
  func theHelpOverADialogBeginsWithItsKeys(name: String) throws {
    var model = try #require(DialogCases.model(name, rows: 40, columns: 120))
    let table = try #require(model.dialogs.last?.allKeys)
    let count = model.dialogs.count
    model.press("F1")
    #expect(model.dialogs.count == count + 1)
    let help = try #require(model.dialogs.last as? TextDialog)
    #expect(help.title == "Help" && help.lines.first?.text == table.title)
    for entry in table.entries {
      #expect(help.lines.contains { $0.text.hasSuffix(entry.help) }, "\(entry.id)")
    }
    model.press("Esc")
    #expect(model.dialogs.count == count)
    model.press("Alt-H")
    #expect(model.dialogs.count == count + 1, "F1 has another way")
    model.press("? F1 Alt-H")
    #expect(model.dialogs.count == count + 1, "the help opens no help")
    model.press("Esc")
    let before = model.dialogs.last?.words(model.calendar)
    let isTyping = try #require(model.dialogs.last).isTyping
    model.press("?")
    #expect((model.dialogs.count == count + 1) == !isTyping)
    if isTyping { #expect(model.dialogs.last?.words(model.calendar) != before) }
  }

  /// What a key has done, but for words that name keys.
  private struct Outcome: Equatable {
    var kinds: [DialogKind]
    var body: String
    var place: String?
    var effects: [Effect]

    init(_ model: TestApp, _ effects: [Effect]) {
      kinds = model.dialogs.map(\.kind)
      body = model.body.printed()
      place = model.focusedPath
      self.effects = effects
    }
  }

  /// Every command of every dialog, with another key: the key does the same, and the key bar shows
  /// it where it showed the old one.
  @Test(arguments: DialogCases.names)
  func aChosenKeyWorksAndIsShown(name: String) throws {
    let other = Key.function(12)
    let standard = try #require(DialogCases.model(name, rows: 24, columns: 80))
    let dialog = try #require(standard.dialogs.last)
    for entry in type(of: dialog).keyTable.entries {
      let keymap = Keymap(choosing: [entry.id: [other]])
      var chosen = standard
      chosen.calendar.display = Display(size: standard.size, mouse: true, keymap: keymap)
      let old = dialog.hints(standard.calendar).map(\.key)
      let new = try #require(chosen.dialogs.last).hints(chosen.calendar).map(\.key)
      let key = try #require(entry.keys.first)
      let expected = old.map { hint in
        hint.split(separator: " ")
          .map { $0 == key.description ? other.description : String($0) }.joined(separator: " ")
      }
      #expect(new == expected, "\(entry.id)")
      var plain = standard
      let effects = plain.update(.terminal(.key(key)))
      let others = chosen.update(.terminal(.key(other)))
      #expect(Outcome(chosen, others) == Outcome(plain, effects), "\(entry.id)")
    }
  }
}
