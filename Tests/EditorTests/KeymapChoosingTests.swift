import Testing
import TextUI

@testable import Editor

/// Keys from the words of a configuration.
@Suite struct KeymapChoosingTests {
  private func read(_ choices: (String, String)...) -> (keymap: Keymap, problems: [String]) {
    let (keymap, problems) = Keymap.choosing(choices.map { (command: $0.0, keys: $0.1) })
    return (keymap, problems.map { "\($0.index): \($0.reason)" })
  }

  private func keys(_ name: String, _ keymap: Keymap) -> [Key]? {
    let tables = PlaceKeys.all + DialogKeys.all
    let entry = tables.flatMap(\.entries).first { $0.id == name }
    return entry.map(keymap.keys)
      ?? ActionID(rawValue: name).flatMap { Actions.byID[$0] }.map(keymap.keys)
  }

  @Test(arguments: [
    ("review", "F2", "review"), ("Review", "f2", "review"), ("save", "F2", "review"),
    ("next-problem", "F2", "nextProblem"), ("day.apply", "F2", "day.apply"),
    ("form.page-down", "f2", "form.pageDown"),
  ])
  func names(name: String, key: String, id: String) {
    let (keymap, problems) = read((name, key))
    #expect(problems == [] && keys(id, keymap) == [.function(2)])
  }

  @Test func severalKeys() {
    for text in ["F2, Ctrl-J, Alt-,", "f2 ctrl-j alt-,", "F2,Ctrl-J Alt-,"] {
      let (keymap, problems) = read(("undo", text))
      #expect(problems == [] && keys("undo", keymap) == [.function(2), .control("j"), .alt(",")])
    }
  }

  /// A key has one meaning in a place: who gets it takes it from the other.
  @Test func aKeyIsTakenFromTheOthers() {
    let (keymap, problems) = read(("redo", "Ctrl-Z"))
    #expect(problems == [] && keys("redo", keymap) == [.control("z")] && keys("undo", keymap) == [])
    #expect(keymap.actions(for: .control("z")) == [.redo])
    #expect(keymap.actions(for: .control("y")) == [])
    let swapped = read(("redo", "Ctrl-Z"), ("undo", "Ctrl-Y"))
    #expect(swapped.problems == [] && keys("undo", swapped.keymap) == [.control("y")])
    // Another place has keys of its own.
    #expect(keys("form.next", read(("sections.open", "Down")).keymap) == [.down, .tab])
  }

  @Test(arguments: [
    ("reviw", "F2", "0: there is no command reviw; did you mean review?"),
    ("day.aply", "F2", "0: there is no command day.aply; did you mean day.apply?"),
    ("fly", "F2", "0: there is no command fly; caledit config keys lists them"),
    ("", "F2", "0: there is no command ; caledit config keys lists them"),
    ("review", "Ctl-S", "0: \"Ctl-S\" is no key; write it as Ctrl-S, Alt-N, F8, Shift-Tab or PgDn"),
    (
      "review", "F2, Hyper-X",
      "0: \"Hyper-X\" is no key; write it as Ctrl-S, Alt-N, F8, Shift-Tab or PgDn"
    ),
    ("review", ",,", "0: \",,\" is no key; write it as Ctrl-S, Alt-N, F8, Shift-Tab or PgDn"),
  ])
  func whatIsWrong(name: String, key: String, problem: String) {
    let (keymap, problems) = read((name, key))
    #expect(problems == [problem] && keymap == .standard)
  }

  /// A character is for commands that have one by themselves, or whose place takes no texts.
  @Test func charactersThatAreTyped() {
    for (name, key) in [
      ("review", "a"), ("undo", "9"), ("day.apply", "x"), ("calendars.sort", "s"),
      ("review", "F2, ü"), ("longText.leave", "q"),
    ] {
      guard Keymap.commands.contains(where: { $0.name == name }) else { continue }
      let (keymap, problems) = read((name, key))
      #expect(problems.count == 1 && keymap == .standard, "\(name) \(key)")
      #expect(problems.first?.contains("could not be typed any more where \(name)") == true)
    }
    for (name, key) in [
      ("help", "h"), ("addRow", "a"), ("conflict.mine", "l"), ("draft.show", "s"),
      ("toggle.yes", "j"), ("review", "Alt-a"),
    ] {
      #expect(read((name, key)).problems == [], "\(name) \(key)")
    }
  }

  @Test func twoForOneKey() {
    let (keymap, problems) = read(
      ("undo", "F2"), ("redo", "F2"), ("undo", "F3"), ("day.apply", "F2"))
    #expect(
      problems == [
        "1: F2 is chosen for undo as well; choose another key",
        "2: undo has got its keys above; write them all there",
      ])
    #expect(keys("undo", keymap) == [.function(2)] && keys("redo", keymap) == [.control("y")])
    #expect(keys("day.apply", keymap) == [.function(2)])
  }

  @Test func hostileText() {
    let long = String(repeating: "x", count: 10_000)
    let (keymap, problems) = read((long, long), ("review", long), ("\u{1B}[2J", "\u{1B}"))
    #expect(keymap == .standard && problems.count == 3 && problems.allSatisfy { $0.count < 200 })
  }

  /// Each command is found by its own name, and its own keys can be read.
  @Test func everyCommand() {
    for command in Keymap.commands {
      #expect(read((command.name, "F12")).problems == [], "\(command.name)")
      guard !command.keys.isEmpty else { continue }
      let (keymap, problems) = read((command.name, command.keys))
      #expect(problems == [], "\(command.name): \(command.keys)")
      #expect(keys(command.name, keymap).map { Keymap.written($0) } == command.keys)
    }
    #expect(Set(Keymap.commands.map(\.name)).count == Keymap.commands.count)
  }
}
