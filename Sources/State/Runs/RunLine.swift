import CalendarWork
import JSON

/// A line of a journal behind the first one, as far as its beginning tells.
///
/// The kind and the number of the calendar stand first, so that nobody has to read whole calendars to
/// count them.
enum RunLine: Equatable {
  /// The plan of a calendar.
  case planned(Int)
  /// An update is about to be sent; when.
  case sending(Int, DraftTime)
  /// What became of a calendar.
  case outcome(Int, BatchOutcome.Code)

  private static let mostDigits = 9

  static func planned(_ index: Int, _ plan: PlannedCalendar) -> JSONValue {
    line("planned", index, [.init(key: "plan", value: plan.json)])
  }

  static func sending(_ index: Int, _ update: SentUpdate, at time: DraftTime) -> JSONValue {
    line(
      "sending", index,
      [.init(key: "at", value: .text(time.text)), .init(key: "update", value: update.json)])
  }

  static func outcome(_ index: Int, _ outcome: BatchOutcome, at time: DraftTime) -> JSONValue {
    line(
      "outcome", index,
      [
        .init(key: "code", value: .text(outcome.code.rawValue)),
        .init(key: "at", value: .text(time.text)), .init(key: "result", value: outcome.json),
      ])
  }

  private static func line(
    _ kind: String, _ index: Int, _ members: [JSONObject.Member]
  ) -> JSONValue {
    .object(JSONObject([.init(key: kind, value: .integer(index))] + members))
  }

  /// How many bytes of a line tell what it is.
  static let headLength = 128

  /// Reads the beginning of a line.
  init?(head: some Collection<UInt8>) {
    var rest = String(decoding: head.prefix(Self.headLength), as: UTF8.self)[...]
    func take(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }
    func word() -> String? {
      guard take("\""), let end = rest.firstIndex(of: "\"") else { return nil }
      defer { rest = rest[end...].dropFirst() }
      return String(rest[..<end])
    }
    guard take("{"), let kind = word(), take(":") else { return nil }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= Self.mostDigits, let index = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    switch kind {
    case "planned":
      guard take(",\"plan\":{") else { return nil }
      self = .planned(index)
    case "sending":
      guard take(",\"at\":"), let time = word().flatMap(DraftTime.init(text:)) else { return nil }
      self = .sending(index, time)
    case "outcome":
      guard take(",\"code\":"), let code = word().flatMap(BatchOutcome.Code.init(rawValue:)) else {
        return nil
      }
      self = .outcome(index, code)
    default: return nil
    }
  }
}
