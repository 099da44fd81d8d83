/// A word of typed hours.
struct HoursToken {
  enum Kind {
    case time(ClockTime)
    /// `-`, `to`, `until`.
    case dash
    /// `,`, `;`, `and`, `&`.
    case separator
    case closed
    case wholeDay
    case unknown
  }

  let kind: Kind
  /// Which characters of the text it is.
  let place: Range<Int>
}
