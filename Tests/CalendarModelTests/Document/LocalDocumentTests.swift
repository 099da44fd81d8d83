import JSON
import TestSupport
import Testing

@testable import CalendarModel

/// The clock and the week of the user change what is said, and nothing else.
@Suite("A calendar by the clock of its user")
struct LocalDocumentTests {
  /// Two documents with the same edits by the same seed.
  private func documents(
    _ seed: UInt64, _ format: LocalFormat
  ) -> (standard: CalendarDocument, local: CalendarDocument) {
    func document(_ format: LocalFormat) -> CalendarDocument {
      var odd = OddCalendar(seed: seed)
      var document = CalendarDocument(
        calendar: odd.calendar(), today: Calendars.today, format: format)
      var random = SeededGenerator(seed: seed)
      document.setWeekHours(RandomHours.day(&random), on: [1, 2, 5])
      document.setWeekHours(RandomHours.day(&random), on: [0, 6])
      document.setDateHours(
        RandomHours.day(&random), on: [OddCalendar.date(3), OddCalendar.date(4)])
      document.setDateHours([], on: [OddCalendar.date(20)])
      _ = try? document.shiftWeekHours(of: [1], by: 30)
      var edits = EditGenerator(seed: seed)
      for _ in 0..<6 { _ = edits.edit(&document) }
      // The order of the days is another one, so the line is found by what it is about.
      for isDay in [true, false] {
        let line = ReviewLine.all(of: document).first {
          if case .days(let days) = $0.kind { isDay && days.contains(2) } else { !isDay }
        }
        if let line { document.takeBack(line) }
      }
      return document
    }
    return (document(.standard), document(format))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func whatIsKeptAndSentIsTheSame(_ seed: UInt64) {
    for format in LocalFormat.all {
      let (standard, local) = documents(seed, format)
      let isSame = local.current == standard.current
      #expect(isSame)
      let isSameBody = UpdateBody(local).json == UpdateBody(standard).json
      #expect(isSameBody)
      let drafts = [local, standard].map { DocumentDraft($0, focus: nil).json() }
      let isSameDraft = drafts[0] == drafts[1]
      #expect(isSameDraft)
      let sentences = [standard, local].map { ReviewLine.sentences(from: $0.base, to: $0.current) }
      #expect(sentences[0] == sentences[1], "a record keeps them")
      #expect(
        local.validation.counts == standard.validation.counts
          && local.validation.modifiedKeys == standard.validation.modifiedKeys)
    }
  }

  /// Everything that the model says of a calendar.
  private func texts(_ document: CalendarDocument) -> [String] {
    let format = document.format
    var texts = document.summary(names: document.names).lines.map(\.text)
    texts += ReviewLine.all(of: document).map(\.text)
    texts += (document.undoSteps + document.redoSteps).map(\.shownTitle)
    texts += document.validation.firstProblems(100).map(\.message)
    texts += document.validation.firstProblems(100).map { document.place($0.path) }
    texts += WeekDifference.all(of: document).map(\.text)
    texts += document.weekHours.oddities.map { $0.message(in: format) }
    for day in 0...6 { texts += document.weekHours[day].oddities(in: format) }
    for key in CalendarSchema.all {
      texts.append(document.words(document[JSONPath([.key(key.key)])], of: key))
      guard let type = key.objectType else { continue }
      texts += (document[JSONPath([.key(key.key)])]?.array ?? []).map {
        document.summary($0, type)
      }
    }
    let dates = OddCalendar.days.map(OddCalendar.date)
    for date in dates {
      texts.append(document.summary(of: date))
      texts += document.remarks(on: date)
      texts.append(document.effect(ofSetting: [], on: [date, date.adding(days: 1)]))
    }
    let preview = SlotPreview(
      calendar: document.current, now: CalendarMoment(OddCalendar.date(1), minute: 1000),
      governing: document.governing)
    for day in preview.days(from: OddCalendar.date(1), count: 12) {
      texts += [day.open.text(in: format), day.reason?.text(in: format) ?? ""]
      texts += day.open.ignored.map { $0.text(in: format) }
    }
    let merge = CalendarMerge(
      base: document.base, theirs: MergeGenerator.theirs(document.base), mine: document.current,
      format: format)
    texts += merge.conflicts.flatMap { [$0.label, $0.baseText, $0.theirsText, $0.mineText] }
    texts += merge.takenOver.map(\.text)
    let read = ReadBack(sent: document.current, held: document.base, format: format)
    texts += read.differences.map(\.text)
    texts += UnsentChange.all(
      before: document.base, sent: [:], after: document.current, format: format
    ).map(\.text)
    texts += preview.assumptions
    return texts
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func nobodyReadsAnotherClock(_ seed: UInt64) {
    var (_, document) = documents(seed, .american)
    var random = SeededGenerator(seed: seed)
    let entry = Schedules.random("s1", user: "u1", near: OddCalendar.date(1), &random).entry
    document.schedules = Schedules.listed(entry)
    let governing = document.governing
    var texts = texts(document)
    texts += governing.schedules.flatMap { schedule in
      [schedule.words(in: .american), schedule.datesText(in: .american)]
        + schedule.ignoredParts(in: .american)
        + schedule.weekLines(in: .american).map { $0.hours.text(in: .american) }
    }
    texts += governing.agreement(changedKeys: [WeekHours.path.topKey ?? ""])
    texts += governing.sentences(lost: governing.schedules, in: .american)
    texts += (0..<7).compactMap { governing.dayText(OddCalendar.date(1).adding(days: $0)) }
    for text in texts {
      // How the service spelt a date is no time that is shown, nor is what cannot be read.
      let shown = text.replacing(" 23:00", with: "").prefix { $0 != "{" }
      #expect(String(shown).timeOf24Hours == nil, "\(text)")
    }
  }

  @Test func theStandardClockIsSeenByTheSameTest() {
    let (document, _) = documents(3, .american)
    #expect(texts(document).contains { $0.timeOf24Hours != nil })
  }

  @Test func titlesAndProblemsAreSaid() {
    var document = CalendarDocument(
      calendar: Calendars.full, today: Calendars.today,
      format: LocalFormat(clock: .twelve, weekStart: .monday))
    document.setWeekHours([HourRange(open: 660, close: 1110)], on: [0, 5, 6])
    #expect(document.undoSteps.last?.shownTitle.hasPrefix("Fri–Sun: ") == true)
    #expect(document.undoSteps.last?.shownTitle.hasSuffix("11am–6:30pm") == true)
    #expect(document.undoSteps.last?.title.hasPrefix("Sun, Fri, Sat: ") == true)
    #expect(document.undoSteps.last?.title.hasSuffix("11:00–18:30") == true)
    document.set("openHours", to: [Calendars.week([1], Calendars.hour(13, 9))])
    #expect(
      document.problems("hour.order").map(\.message) == [
        "It closes at 9am, before it opens at 1pm. Hours after midnight belong to the next day."
      ])
    document.format = .standard
    #expect(
      document.problems("hour.order").map(\.message) == [
        "It closes at 09:00, before it opens at 13:00. Hours after midnight belong to the next day."
      ])
  }
}

extension MergeGenerator {
  /// What somebody else made of the hours of a calendar.
  fileprivate static func theirs(_ calendar: JSONValue) -> JSONValue {
    var document = CalendarDocument(calendar: calendar, today: Calendars.today)
    document.setWeekHours([HourRange(open: 780, close: 1110)], on: [1, 3, 4])
    document.setDateHours(
      [HourRange(open: 840, close: 1200)], on: [OddCalendar.date(3), OddCalendar.date(7)])
    return document.current
  }
}
