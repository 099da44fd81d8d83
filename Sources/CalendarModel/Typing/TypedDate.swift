/// A date as somebody typed it, before the parts that were left out are known.
struct TypedDate {
  enum Value {
    /// Written in full.
    case date(CalendarDate)
    /// `today` is 0, `tomorrow` is 1.
    case fromToday(Int)
    case monthDay(month: Int, day: Int)
    /// A day of a month that is said elsewhere: the `24` of `24-26 Dec`.
    case day(Int)
    /// 0 is Sunday; `isNext` where `next` stands before it.
    case weekday(Int, isNext: Bool)
  }

  var value: Value
  /// The weekday that stands before the date, as in `sat 19 dec`.
  var weekday: (number: Int, place: Range<Int>)?
  /// As it was typed.
  let spelling: String
  let place: Range<Int>

  /// Whether it is a day whose month is said elsewhere.
  var isDayAlone: Bool { if case .day = value { true } else { false } }
}

/// A date, or all from one to another, as they were typed.
struct TypedRun {
  var first: TypedDate
  var last: TypedDate?

  var place: Range<Int> { first.place.lowerBound..<(last ?? first).place.upperBound }
  /// Whether no month is said in it.
  var isDaysAlone: Bool { first.isDayAlone && last?.isDayAlone ?? true }
}
