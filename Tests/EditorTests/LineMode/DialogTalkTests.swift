import Testing
import TextUI

@testable import Editor

/// Every dialog can be read, answered and left in line mode.
@Suite struct DialogTalkTests {
  private func talker(_ name: String) throws -> LineTalker<TestApp> {
    var model = try #require(DialogCases.model(name, rows: 24, columns: 80)).spoken
    if name == "PaletteDialog" {
      // Its lines were made with the keys of a screen.
      model.calendar.dialogs.removeAll()
      _ = model.perform(.palette)
    }
    return LineTalker(model)
  }

  @Test(arguments: DialogCases.names)
  func isReadWhole(name: String) throws {
    let talker = try talker(name)
    let dialog = try #require(talker.app.calendar.dialogs.last)
    let speech = dialog.speech(talker.app.calendar)
    #expect(!speech.title.isEmpty && !speech.items.isEmpty)
    #expect(talker.transcript.contains(speech.title.asSpoken))
    #expect(
      talker.transcript.contains {
        $0.hasPrefix("Answer with") || $0.hasPrefix("Each line") || $0.hasPrefix("Type it")
          || $0.contains("to come")
      })
    for line in talker.transcript { #expect(isPlain(line) && !line.isEmpty, "\(line)") }
    #expect(Set(speech.spots).count == speech.spots.count)
  }

  /// A text that nothing matches leaves the list as it is, and says how to leave.
  @Test func aListIsNotNarrowedToNothing() throws {
    var talker = try talker("PaletteDialog")
    let count = talker.app.calendar.dialogs.last?.speech(talker.app.calendar).spots.count
    for _ in 0..<2 {
      let said = talker.hear("problems = 25")
      #expect(
        said.last == "Nothing here has \"problems = 25\" in it; \"back\" leaves this list.")
      #expect(talker.app.calendar.dialogs.last?.speech(talker.app.calendar).spots.count == count)
    }
  }

  /// The list of actions says those that can be done, and finds the others by words.
  @Test func onlyPossibleActionsAreListed() throws {
    var talker = try talker("PaletteDialog")
    let speech = try #require(talker.app.calendar.dialogs.last).speech(talker.app.calendar)
    #expect(!speech.lines.contains { $0.hasSuffix("(not now)") })
    #expect(talker.hear("/hours").contains { $0.hasSuffix("(not now)") })
  }

  /// What was heard whole is not said whole again when a question over it is left.
  @Test func aDialogThatComesBackIsShort() throws {
    var talker = LineTalker(makeModel().spoken)
    talker.hear(
      "name = A", "slug = b", "slot duration = 45", "slot interval = 45", "buffer after = 5 min",
      "monday = closed", "save")
    let speech = try #require(talker.app.calendar.dialogs.last).speech(talker.app.calendar)
    try #require(speech.lines.count > LineTalk.glance)
    talker.hear("json")
    let said = talker.hear("back")
    #expect(said[1] == speech.title && said.count < speech.lines.count, "\(said)")
    #expect(said.last == "An empty line says all of it.")
    #expect(talker.hear("").count > speech.lines.count)
  }

  /// "continue" and "go on" are one word.
  @Test func goingOnHasTwoWords() throws {
    for word in ["continue", "go on"] {
      var talker = try talker("CopySettingsDialog")
      talker.hear(word)
      #expect(talker.steps.contains { if case .send(.terminal(.key)) = $0 { true } else { false } })
    }
  }

  /// A command that there is not is no line of the text.
  @Test func anUnknownCommandIsNoText() throws {
    var talker = try talker("LongTextDialog")
    let before = talker.app.calendar.document?.current
    let said = talker.hear(".bogus")
    #expect(said.last?.hasPrefix("\"bogus\" is no command, and is not added.") == true)
    #expect(talker.app.calendar.document?.current == before)
    talker.hear("..bogus")
    #expect(talker.app.calendar.document?.current != before)
  }

  @Test func helpSaysHowOneIsChosen() throws {
    var talker = try talker("ReviewDialog")
    #expect(
      talker.hear("help").contains("A number before a command chooses first: \"1 leave out\"."))
  }

  /// What stands on the screen is said, with its keys as words.
  @Test(arguments: DialogCases.names)
  func noKeyIsNamed(name: String) throws {
    let talker = try talker(name)
    let keys = ["Ctrl-", "Alt-", "Esc ", "PgDn", "F4", "F8", "Enter "]
    for line in talker.transcript {
      for key in keys { #expect(!line.contains(key), "\(name): \(line)") }
    }
  }

  @Test(arguments: DialogCases.names)
  func isLeft(name: String) throws {
    var talker = try talker(name)
    let count = talker.app.calendar.dialogs.count
    let isText = talker.talk.isTyping(talker.app)
    let said = talker.hear(isText ? "." : "back")
    // These are left by an answer or with the program only, and say so.
    let stays = ["DraftDialog", "WelcomeDialog", "CalendarListDialog"].contains(name)
    #expect(talker.app.calendar.dialogs.count == (stays ? count : count - 1), "\(said)")
    #expect(said.count > 1 || name == "WelcomeDialog", "\(name): \(said)")
  }

  /// An empty line says it again, and nothing is done.
  @Test(arguments: DialogCases.names)
  func isSaidAgain(name: String) throws {
    var talker = try talker(name)
    guard !talker.talk.isTyping(talker.app) else { return }
    let title = talker.app.calendar.dialogs.last?.speech(talker.app.calendar).title ?? ""
    #expect(talker.hear("").contains(title.asSpoken))
    #expect(talker.steps.allSatisfy { if case .send = $0 { false } else { true } })
  }

  /// Every number does something that is said.
  @Test(arguments: DialogCases.names)
  func everyNumberIsAnswered(name: String) throws {
    let talker = try talker(name)
    let speech = try #require(talker.app.calendar.dialogs.last).speech(talker.app.calendar)
    for number in speech.spots.indices.prefix(30) {
      var talker = talker
      let said = talker.hear("\(number + 1)")
      #expect(talker.steps.contains { if case .send = $0 { true } else { false } })
      let isOutside = !talker.model.sent.isEmpty
      #expect(said.count > 1 || isOutside, "\(name) \(number + 1)")
      for line in said { #expect(isPlain(line), "\(line)") }
    }
    var others = talker
    guard !talker.talk.isTyping(talker.app) else { return }
    #expect(others.hear("99999").last?.hasPrefix("There ") == true)
  }

  /// Every command of the table is typed by its name, and does what its key does.
  @Test(arguments: DialogCases.names)
  func everyCommandHasAWord(name: String) throws {
    let talker = try talker(name)
    let dialog = try #require(talker.app.calendar.dialogs.last)
    let isText = talker.talk.isTyping(talker.app)
    guard !talker.talk.isSecret(talker.app) else { return }
    for entry in type(of: dialog).keyTable.entries {
      // These have a meaning of their own among lines.
      let word = entry.spokenName
      guard !["back", "page up", "page down", "done"].contains(word) else { continue }
      var talker = talker
      talker.hear(isText ? ".\(word)" : word)
      let key = try #require(entry.keys.first)
      #expect(
        talker.steps.contains {
          if case .send(.terminal(.key(key))) = $0 { true } else { false }
        }, "\(name): \(word)")
    }
  }

  @Test(arguments: DialogCases.names)
  func helpSaysEveryCommand(name: String) throws {
    var talker = try talker(name)
    guard !talker.talk.isSecret(talker.app) else { return }
    let dialog = try #require(talker.app.calendar.dialogs.last)
    let said = talker.hear(talker.talk.isTyping(talker.app) ? ".help" : "help")
    for hint in dialog.hints(talker.app.calendar) {
      guard let press = hint.press,
        let entry = dialog.allKeys.entries.first(where: { $0.keys.contains(press) }),
        !["newLine", "accept", "next"].contains(String(entry.id.split(separator: ".").last ?? ""))
      else { continue }
      #expect(said.contains { $0.hasSuffix(entry.help) }, "\(name): \(entry.id)")
    }
  }
}
