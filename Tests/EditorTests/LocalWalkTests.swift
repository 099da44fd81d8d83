import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Nobody who reads a clock of twelve hours meets another one.
@Suite struct LocalWalkTests {
  /// The first time of a clock of 24 hours; nil for none.
  @Sendable private static func complaint(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    func digit(_ index: Int) -> Int? {
      bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
        ? Int(bytes[index]) - 0x30 : nil
    }
    let isWrong = bytes.indices.contains { colon in
      guard bytes[colon] == 0x3A, let ten = digit(colon - 2), let one = digit(colon - 1),
        let minutes = digit(colon + 1), digit(colon + 2) != nil, digit(colon - 3) == nil,
        digit(colon + 3) == nil
      else { return false }
      return minutes < 6 && (13...23).contains(ten * 10 + one)
    }
    return isWrong ? "a time of a clock of 24 hours is shown" : nil
  }

  /// The calendar with changed hours, and one text that cannot be read.
  private func model(_ format: LocalFormat, rows: Int = 24, columns: Int = 80) -> TestApp {
    var model = makeAfternoon(format, rows: rows, columns: columns)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("\"mon-wed 14-19\" Enter \"22-13\" Down Up")
    model.visit("availabilities[3]")
    model.press("\"13:15-20\" Enter")
    return model
  }

  private func walk(_ format: LocalFormat, rows: Int = 24, columns: Int = 80) -> HostileWalk {
    var walk = HostileWalk(model(format, rows: rows, columns: columns))
    walk.judge = Self.complaint
    return walk
  }

  @Test(arguments: [(40, 120), (24, 80), (12, 40)])
  func everyPage(_ rows: Int, _ columns: Int) {
    var walk = walk(.american, rows: rows, columns: columns)
    walk.pages()
    #expect(walk.complaints == [])
    #expect(walk.seen.contains("7pm"), "the hours are there at all")
  }

  @Test func everyLineAndWhatOpensFromIt() {
    var walk = walk(.american)
    walk.lines()
    #expect(walk.complaints == [])
    #expect(walk.screens > 100)
  }

  @Test(arguments: [(40, 120), (24, 80)])
  func whatLiesOverThePages(_ rows: Int, _ columns: Int) {
    var walk = walk(.american, rows: rows, columns: columns)
    walk.dialogs("x")
    #expect(walk.complaints == [])
  }

  /// The walk sees a clock of 24 hours where there is one.
  @Test func theWalkCanFail() {
    var walk = walk(.standard)
    walk.pages()
    #expect(!walk.complaints.isEmpty)
  }

  @Test func everyDialog() {
    // Some cases come with an application of their own.
    let cases = DialogCases.all(rows: 40, columns: 120, format: .american)
      .filter { $0.model.calendar.format == .american }
    #expect(cases.count > 15)
    for (name, model) in cases {
      let words = model.dialogs.last?.words(model.calendar) ?? []
      #expect(Self.complaint(words.joined(separator: "\n")) == nil, "\(name): \(words)")
      #expect(Self.complaint(model.screen) == nil, "\(name)\n\(model.screen)")
    }
  }

  /// The lines in words, with what is said of each under the form.
  @Test func everyLineInWords() throws {
    let model = model(.american)
    let document = try #require(model.document)
    var said: [String] = []
    for page in Workspace.entries {
      let layout = FormLayout(page, of: document, showsPast: true)
      for number in 0..<layout.count {
        guard let line = layout[number] else { continue }
        let context = line.context(document, model.calendar)
        said += [line.words(model.calendar), context.facts, context.help]
        if let copied = line.valueToCopy(model.calendar), line.day != nil {
          said.append(copied.text)
        }
      }
    }
    #expect(said.compactMap(Self.complaint) == [])
    #expect(said.contains { $0.contains("7pm") })
  }

  // MARK: What comes in

  @Test func aConflict() throws {
    var theirs = sampleCalendar
    _ = theirs.update(at: "openHours[0].hours") { $0 = [HourRange(open: 1000, close: 1300).json] }
    var model = makeModel(checksBeforeSaving: true, format: .american)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("\"mon-wed 14-19\" Enter Ctrl-S Ctrl-S")
    let check = try #require(model.request?.id, "\(model.screen)")
    _ = model.update(.loaded(check, .success(LoadedCalendar(calendar: theirs))))
    #expect(model.screen.contains("2pm–7pm") && model.screen.contains("4:40pm–9:40pm"))
    #expect(Self.complaint(model.screen) == nil, "\(model.screen)")
  }

  @Test func aServiceThatKeepsOtherHours() throws {
    var kept = sampleCalendar
    _ = kept.update(at: "openHours[0].hours") { $0 = [HourRange(open: 1000, close: 1300).json] }
    var model = makeModel(format: .american)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("\"mon-fri 14-19\" Enter Ctrl-S Ctrl-S")
    let save = try #require(model.request?.id, "\(model.screen)")
    let saved = SavedCalendar(
      calendar: kept, whyMissing: "", route: .documented, status: 200, rateLimit: nil)
    _ = model.update(.saved(save, .success(saved)))
    if let look = model.request?.id {
      _ = model.update(.loaded(look, .success(LoadedCalendar(calendar: kept))))
    }
    #expect(model.screen.contains("kept 4:40pm–9:40pm instead of 2pm–7pm"), "\(model.screen)")
    #expect(Self.complaint(model.screen) == nil)
  }

  @Test func theUndoListAndADraft() throws {
    var left = model(.american)
    left.press("Alt-Z")
    #expect(left.screen.contains("1:15pm–8pm"))
    #expect(Self.complaint(left.screen) == nil, "\(left.screen)")
    let words = try #require(left.dialogs.last).words(left.calendar).joined(separator: "\n")
    #expect(words.contains("→ 2pm–7pm"), "\(words)")
    #expect(Self.complaint(words) == nil, "\(words)")
    let draft = try #require(left.calendar.draft)
    var model = makeModel(afternoonCalendar, format: .american)
    _ = model.update(.draftFound(draft, age: "2 hours ago"))
    model.press("d")
    #expect(model.screen.contains("2pm–7pm"))
    #expect(Self.complaint(model.screen) == nil, "\(model.screen)")
  }

  @Test func aSaveOfTheHistory() {
    var before = afternoonCalendar
    _ = before.update(at: "openHours[0].hours") {
      $0 = [HourRange(open: 1000, close: 1300).json]
    }
    let contents = PastSave.Contents(
      before: before, sent: ["openHours": afternoonCalendar["openHours"] ?? []],
      after: afternoonCalendar)
    var model = makeModel(afternoonCalendar, rows: 40, columns: 120, format: .american)
    let save = PastSave(id: "r", when: "2026-11-22 8:46am")
    _ = model.perform(.history)
    _ = model.update(.historyListed([save]))
    _ = model.update(.historyRead(save, .success(contents)))
    #expect(model.screen.contains("4:40pm–9:40pm → 9am–12pm, 1:30pm–5:15pm"), "\(model.screen)")
    #expect(Self.complaint(model.screen) == nil)
  }
}
