import CalendarModel
import JSON
import TestSupport
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Whole conversations, as a person hears them.
@Suite struct TranscriptTests {
  private func expect(
    _ name: String, _ talker: LineTalker<some TalkingApp>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for line in talker.transcript {
      #expect(isPlain(line), "\(line)", sourceLocation: sourceLocation)
    }
    try expectSnapshot(talker.text, "line-mode-\(name)", sourceLocation: sourceLocation)
  }

  private func listed() -> LineTalker<ListedApp> {
    var app = ListedApp(["Beard Trim", "Bridal Trial"], others: ["Yoga"], checks: true)
    app.speak()
    app.begin()
    return LineTalker(app)
  }

  @Test func editAndSave() throws {
    var talker = listed()
    talker.hear(
      "beard", "slots", "1", "abc", "1", "45", "buffer after = 5 min", "confirm at once = no",
      "auto confirm = no", "changes", "save", "2 leave out", "save", "history", "back", "undo",
      "where", "quit")
    try expect("edit-and-save", talker)
    #expect(talker.model.saves.count == 1)
  }

  @Test func weekAndDates() throws {
    var talker = listed()
    talker.hear(
      "2", "weekly hours", "3", "9-12, 25-26", "= 9-12", "tuesday = closed", "copy hours", "3",
      "date hours", "24-31 dec closed", "list", "copy date", "2026-12-30", "back",
      "delete row", "undo", "next", "what")
    try expect("week-and-dates", talker)
  }

  @Test func rowsAndTexts() throws {
    var talker = listed()
    talker.hear(
      "beard", "team", "3", "list", "back", "move row down", "add row", "zoe", "add", "delete row",
      "description", "A third line", ".undo", ".done", "notes = One line", "contacts", "help undo",
      "help slug", "slug")
    try expect("rows-and-texts", talker)
  }

  @Test func conflict() throws {
    var talker = listed()
    talker.hear("beard", "name = Mine", "slot duration = 50")
    talker.model.changes["idbeardtrim"] = ["name": "Theirs", "slug": "their-slug"]
    talker.hear("save", "save", "continue", "1", "view", "back", "theirs", "continue", "where")
    try expect("conflict", talker)
    #expect(talker.model.saves.count == 1)
  }

  @Test func refused() throws {
    var talker = listed()
    talker.hear("beard", "name = Mine")
    talker.model.refusals["idbeardtrim"] = ServiceError(.unauthorized)
    talker.hear("save", "save", "show report", "back", "quit", "d")
    try expect("refused", talker)
  }

  @Test func severalCalendars() throws {
    var talker = listed()
    talker.hear(
      "accounts", "all", "sort", "group", "yoga", "name = Other", "previous calendar",
      "list calendars", "back", "list calendars", "bridal", "copy from", "yoga", "continue",
      "go on",
      "c", "compare calendars", "open calendars", "back", "save all", "save", "back", "n", "quit",
      "quit and discard the changes")
    try expect("several-calendars", talker)
  }

  @Test func help() throws {
    var talker = listed()
    talker.hear(
      "help", "beard", "help", "help help", "sections", "problems", "/slug", "1", "nothing")
    try expect("help", talker)
  }

  @Test func draft() throws {
    let left = DraftDialogTalk.left()
    var talker = LineTalker(left)
    talker.hear("", "2", "back", "3", "list", "1", "changes")
    try expect("draft", talker)
    #expect(talker.app.calendar.document?["name"] == "Consultation!")
  }

  @Test func preview() throws {
    var talker = LineTalker(makeModel().spoken)
    talker.hear(
      "preview", "3", "week after", "times", "back", "assumptions", "back", "hours", "where")
    try expect("preview", talker)
  }

  @Test func secrets() throws {
    var talker = LineTalker(makeModel().spoken)
    talker.hear("type token", "pit-5ec4e7e2-e0d0-4a11-9ca1-0badc0ffee11")
    #expect(!talker.text.contains("5ec4e7e2"))
    #expect(
      talker.model.sent.contains { if case .calendar(_, .useToken) = $0 { true } else { false } })
    talker = LineTalker(makeModel().spoken)
    talker.hear("type token", "not a token at all", "")
    #expect(talker.app.calendar.dialogs.isEmpty)
  }
}

/// An application that has found a draft.
private enum DraftDialogTalk {
  static func left() -> TestApp {
    var first = makeModel()
    first.visit("name")
    first.press("End \"!\"")
    let draft = first.calendar.draft
    var model = makeModel().spoken
    if let draft { _ = model.update(.draftFound(draft, age: "2 hours ago")) }
    return model
  }
}

/// Random lines.
@Suite struct RandomTalkTests {
  private static let words = [
    "", "1", "2", "3", "7", "12", "list", "back", "save", "send", "undo", "redo", "next",
    "previous",
    "open", "more", "quit", "k", "help", "where", "what", "problems", "changes", "sections",
    "overview", "team", "slots", "date hours", "weekly hours", "locations", "all fields", "= 45",
    "= abc", "=", "9-17", "mon-fri 9-17", "24-31 dec closed", "preview", "history", "actions",
    "copy hours", "copy date", "add row", "delete row", "duplicate row", "move row up",
    "field menu",
    "unset", "reset", "/slug", "description", ".done", ".", "a text", "mark", "mine", "theirs",
    "continue", "go on", "list calendars", "previous calendar", "next calendar", "use for others",
    "copy from", "close calendar", "d", "accounts", "esc", "enter", "ctrl-s", "1 mark",
    "1 leave out", "name = x", "slot duration = 50", "undo list", "recent places", "view json",
  ]

  @Test(arguments: 0..<24)
  func nothingIsSilentAndNothingIsDrawn(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var app = ListedApp(
      ["Beard Trim", "Bridal Trial"], others: ["Yoga"], checks: seed.isMultiple(of: 2))
    app.speak()
    app.begin()
    var talker = LineTalker(app)
    talker.hear("beard")
    for _ in 0..<120 {
      let word = Self.words.randomElement(using: &random) ?? ""
      let effects = talker.model.effects.count
      let said = talker.hear(word)
      let isOutside = talker.model.effects.count > effects
      let isText = talker.talk.isTyping(talker.app)
      #expect(
        said.count > 1 || isOutside || isText,
        "\(seed) \(word): \(said) \(talker.transcript.suffix(6))")
      for line in said { #expect(isPlain(line), "\(seed) \(word): \(line)") }
      if talker.model.effects.contains(where: { if case .quit = $0 { true } else { false } }) {
        break
      }
    }
  }
}
