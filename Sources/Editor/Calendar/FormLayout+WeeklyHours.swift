import CalendarModel
import JSON

extension FormLayout {
  /// The weekly hours as they are shown: now, and as they were loaded.
  struct Week: Sendable {
    let now: WeekHours
    let loaded: WeekHours

    init(_ document: CalendarDocument) {
      now = document.weekHours
      loaded = WeekHours(document.base[WeekHours.path])
    }

    /// Whether a day is open at other times than it was when it was loaded.
    func isChanged(_ day: Int) -> Bool {
      now[day].raw != loaded[day].raw || now[day].oddities != loaded[day].oddities
    }
  }

  /// The seven days, and under them the entries that they are spread over.
  mutating func addWeeklyHours(_ document: CalendarDocument) {
    let governing = document.governing
    addAvailability(.weeklyHours, document, governing)
    let week = Week(document)
    self.week = week
    append(ScaleLine())
    for day in document.format.weekdays { append(DayLine(day)) }
    addScheduleWeeks(governing, today: document.validation.today)
    for oddity in week.now.oddities {
      append(
        TextLine.note("Entry \(oddity.entry + 1): \(oddity.message(in: document.format))", .warning)
      )
    }
    for field in CalendarSchema.fields(in: .weeklyHours) where field.isList {
      add(field, under: .root, document)
    }
  }

  /// The field that decides which hours count, with what it means for a section, or what governs.
  mutating func addAvailability(
    _ section: Section, _ document: CalendarDocument, _ governing: GoverningSchedules
  ) {
    if let field = CalendarSchema.field(.availabilityType) {
      add(field, under: .root, document)
    }
    if addHeadline(governing) { return }
    if let effect = AvailabilityEffect(of: section, in: document.current) {
      // No rule counts it, so it has no mark of a problem.
      append(TextLine.note(effect.text))
    }
  }
}
