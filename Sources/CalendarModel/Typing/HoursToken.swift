/// A word or sign of typed hours.
struct HoursToken {
  enum Kind {
    case time(ClockTime)
    /// `-`, or a word like `to` and `until`.
    case dash(isSign: Bool)
    /// `,`, `;`, `and`, `&`.
    case separator
    case closed
    case wholeDay
    /// `open`, `from`, `between`: says nothing without the hours behind it.
    case filler
    case unknown
  }

  let kind: Kind
  /// Which characters of the text it is.
  let place: Range<Int>

  var isSeparator: Bool { if case .separator = kind { true } else { false } }
  var isFiller: Bool { if case .filler = kind { true } else { false } }
  var isClosed: Bool { if case .closed = kind { true } else { false } }
  var isWholeDay: Bool {
    switch kind {
    case .wholeDay: true
    case .time(let time): time.couldBeWholeDay
    default: false
    }
  }
}
