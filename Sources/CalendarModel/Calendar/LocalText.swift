/// A sentence that may have times in it; it is put into words for the person who reads it.
///
/// Whoever finds that something is wrong does not know who will read of it: the sentence is made
/// there and said later.
struct LocalText: Sendable, Hashable {
  fileprivate enum Part: Sendable, Hashable {
    case text(String)
    case time(Int)
    case range(HourRange)
    case typedTime(Int)
    case typed([HourRange])
    case either(twentyFour: String, twelve: String)
  }

  private var parts: [Part]

  init(_ text: String) { parts = [.text(text)] }

  /// The sentence for a clock.
  func words(in format: LocalFormat) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .time(let minutes): format.time(minutes)
      case .range(let range): format.range(range)
      case .typedTime(let minutes): format.shortTime(minutes)
      case .typed(let ranges): HoursText.short(ranges, in: format)
      case .either(let twentyFour, let twelve):
        format.clock == .twentyFour ? twentyFour : twelve
      }
    }
    .joined()
  }

  static func + (first: LocalText, second: LocalText) -> LocalText {
    var both = first
    both.parts += second.parts
    return both
  }
}

extension LocalText: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self.init(value) }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// What can stand in a sentence: texts and numbers as they are, times by what they are.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [LocalText.Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(_ text: LocalText) { parts += text.parts }

    /// A time of day in minutes after midnight: `09:00`, `9am`.
    mutating func appendInterpolation(time minutes: Int) { parts.append(.time(minutes)) }

    /// `09:00–17:00`, `9am–5pm`.
    mutating func appendInterpolation(range: HourRange) { parts.append(.range(range)) }

    /// A time of day as people type it: `9`, `9am`.
    mutating func appendInterpolation(typedTime minutes: Int) { parts.append(.typedTime(minutes)) }

    /// Hours as people type them: `9-12, 13:30-17`, `9am-12pm, 1:30pm-5pm`.
    mutating func appendInterpolation(typed ranges: [HourRange]) { parts.append(.typed(ranges)) }

    /// One of two texts, by the clock.
    mutating func appendInterpolation(twentyFour: String, twelve: String) {
      parts.append(.either(twentyFour: twentyFour, twelve: twelve))
    }
  }
}

extension [HourRange] {
  /// Hours that show how hours are typed: `9-12`.
  static let exampleMorning = [HourRange(open: 540, close: 720)]
}

extension HoursText {
  /// How hours are typed: `9-12, 13:30-17`, `9am-12pm, 1:30pm-5pm`.
  package static let example = [
    HourRange(open: 540, close: 720), HourRange(open: 810, close: 1020),
  ]

  /// The same in fewer letters: `9-12, 13-17`, `9am-12pm, 1pm-5pm`.
  package static let shortExample = [
    HourRange(open: 540, close: 720), HourRange(open: 780, close: 1020),
  ]
}
