/// Works out which dates are meant where a year or a month was left out.
struct DateResolver {
  let today: CalendarDate
  /// Any day of the month that the screen shows: a day alone, as in `24..31`, is one of this month.
  let month: CalendarDate

  /// How many days a run may have whose years are not written.
  static let lengthWithoutYears = 62

  /// All dates of some runs, in order, each once.
  func dates(_ runs: [TypedRun]) throws(HoursError) -> [CalendarDate] {
    var dates: Set<CalendarDate> = []
    var previous: CalendarDate?
    for (index, run) in runs.enumerated() {
      // A day alone is of the month before it in the list, or else of the one behind it.
      var start = previous ?? month
      if run.isDaysAlone, previous == nil,
        let behind = runs[index...].first(where: { !$0.isDaysAlone })
      {
        start = try self.days(behind, month: month).lowerBound
      }
      let days = try days(run, month: start)
      if run.isDaysAlone, let previous, days.lowerBound <= previous {
        throw HoursError(
          .endsBeforeItStarts, at: run.place,
          HoursWording.dayBefore(run.first.spelling, previous))
      }
      if !run.isDaysAlone || previous != nil { previous = days.upperBound }
      let numbers = days.lowerBound.daysSinceEpoch...days.upperBound.daysSinceEpoch
      dates.formUnion(numbers.lazy.map(CalendarDate.init(daysSinceEpoch:)))
      if dates.count > DateCommand.dateLimit {
        throw tooMany(dates.count, 0..<run.place.upperBound)
      }
    }
    return dates.sorted()
  }

  private func tooMany(_ count: Int, _ place: Range<Int>) -> HoursError {
    HoursError(.tooManyDays, at: place, HoursWording.tooManyDays(count, DateCommand.dateLimit))
  }

  // MARK: One run

  /// The first and the last date of a run.
  ///
  /// - Parameter month: the one that days alone are of.
  private func days(
    _ run: TypedRun, month: CalendarDate
  ) throws(HoursError) -> ClosedRange<CalendarDate> {
    guard let last = run.last else {
      let date = try date(run.first, month: month)
      try checkWeekday(of: run.first, date)
      return date...date
    }
    let (start, end) = try ends(run.first, last, month: month)
    try checkWeekday(of: run.first, start)
    try checkWeekday(of: last, end)
    guard start <= end else {
      throw HoursError(
        .endsBeforeItStarts, at: last.place, HoursWording.endsBefore(end, start))
    }
    let count = end.daysSinceEpoch - start.daysSinceEpoch + 1
    if count > Self.lengthWithoutYears, let problem = Self.missingYear(run.first, last, start, end)
    {
      throw problem
    }
    guard count <= DateCommand.dateLimit else { throw tooMany(count, run.place) }
    return start...end
  }

  private func ends(
    _ first: TypedDate, _ last: TypedDate, month: CalendarDate
  ) throws(HoursError) -> (CalendarDate, CalendarDate) {
    switch (first.value, last.value) {
    case (.day(let day), .monthDay(let month, _)):
      // 24-26 Dec
      var first = first
      first.value = .monthDay(month: month, day: day)
      return try ends(first, last, month: self.month)
    case (.day, .date(let end)):
      return (try date(first, month: end), end)
    case (.monthDay(let month, let day), .day(let lastDay)) where lastDay >= day:
      var last = last
      last.value = .monthDay(month: month, day: lastDay)
      return try ends(first, last, month: self.month)
    case (.monthDay, .monthDay):
      // The run that ends next, so that one that has begun is not put off by a year.
      let end = try date(last, month: month)
      return (try latest(first, upTo: end), end)
    case (.monthDay, .date(let end)):
      return (try latest(first, upTo: end), end)
    case (.monthDay, .fromToday):
      let end = try date(last, month: month)
      return (try latest(first, upTo: end), end)
    default:
      let start = try date(first, month: month)
      return (start, try date(last, month: start, from: start))
    }
  }

  /// What is wrong with a long run of which a year is not written; nil where nothing is.
  private static func missingYear(
    _ first: TypedDate, _ last: TypedDate, _ start: CalendarDate, _ end: CalendarDate
  ) -> HoursError? {
    var isStartSaid = false
    var isEndSaid = false
    if case .date = first.value { isStartSaid = true }
    if case .date = last.value { isEndSaid = true }
    if case .fromToday = first.value { isStartSaid = true }
    if isStartSaid, isEndSaid { return nil }
    if (end.month, end.day) < (start.month, start.day) {
      return HoursError(
        .endsBeforeItStarts, at: last.place,
        HoursWording.endsInNextYear(first.spelling, last.spelling, start, end))
    }
    if isStartSaid || isEndSaid, start.year == end.year { return nil }
    let count = end.daysSinceEpoch - start.daysSinceEpoch + 1
    return HoursError(
      .missingYear, at: first.place.lowerBound..<last.place.upperBound,
      HoursWording.missingYears(count, start, end))
  }

  // MARK: One date

  /// The first such date from a day on.
  ///
  /// - Parameters:
  ///   - month: the one that a day alone is of.
  ///   - earliest: today where nothing is said.
  private func date(
    _ typed: TypedDate, month: CalendarDate, from earliest: CalendarDate? = nil
  ) throws(HoursError) -> CalendarDate {
    let earliest = earliest ?? today
    let date: CalendarDate?
    switch typed.value {
    case .date(let written): date = written
    case .fromToday(let days): date = today.adding(days: days)
    case .day(let day): date = CalendarDate(year: month.year, month: month.month, day: day)
    case .monthDay(let month, let day):
      date = (0...8).lazy
        .compactMap { CalendarDate(year: earliest.year + $0, month: month, day: day) }
        .first { $0 >= earliest }
    case .weekday(let weekday, let isNext):
      let days = (weekday - earliest.weekday + 7) % 7
      let first = earliest.adding(days: days)
      guard isNext else { return first }
      return try next(weekday, typed)
    }
    guard let date else { throw noSuchDay(typed) }
    return date
  }

  /// The last such date up to a day.
  private func latest(
    _ typed: TypedDate, upTo end: CalendarDate
  ) throws(HoursError) -> CalendarDate {
    guard case .monthDay(let month, let day) = typed.value,
      let date = (0...8).lazy
        .compactMap({ CalendarDate(year: end.year - $0, month: month, day: day) })
        .first(where: { $0 <= end })
    else { throw noSuchDay(typed) }
    return date
  }

  private func noSuchDay(_ typed: TypedDate) -> HoursError {
    HoursError(.noSuchDate, at: typed.place, HoursWording.noSuchDay(typed.spelling))
  }

  /// The first such weekday after today, for `next friday`.
  ///
  /// It has to be the one of next week too, where weeks begin on Monday: people mean one or the
  /// other, so where the two differ they are asked.
  private func next(_ weekday: Int, _ typed: TypedDate) throws(HoursError) -> CalendarDate {
    func fromMonday(_ day: Int) -> Int { (day + 6) % 7 }
    let first = today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    let inNextWeek = today.adding(
      days: 7 - fromMonday(today.weekday) + fromMonday(weekday))
    guard first == inNextWeek else {
      throw HoursError(
        .ambiguous, at: typed.place,
        HoursWording.eitherDate(typed.spelling, first, inNextWeek))
    }
    return first
  }

  private func checkWeekday(of typed: TypedDate, _ date: CalendarDate) throws(HoursError) {
    guard let weekday = typed.weekday, weekday.number != date.weekday else { return }
    throw HoursError(.wrongWeekday, at: weekday.place, HoursWording.wrongWeekday(date))
  }
}
