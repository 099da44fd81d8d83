import CalendarModel
import JSON

/// The numbers of a calendar that decide on its slots.
extension SlotPlan {
  /// Whether bookings are taken: everything but false, which may have come as a text.
  var isActive: Bool {
    let value = calendar[key: "isActive"]
    return value?.bool != false && value?.text?.lowercased() != "false"
  }

  /// A length in whole minutes; nil where the setting is none that a slot can have.
  ///
  /// Without a number it is the documented 30 minutes, whatever the unit says.
  func length(_ name: String) -> Int? {
    guard let value = set(name) else { return 30 }
    guard let number = number(value), let seconds = seconds(name, usual: "mins") else { return nil }
    let length = number * seconds / 60
    return length > 0 && length <= 1e6 ? Int(exactly: length) : nil
  }

  /// The first moment that can be booked: now, or after the minimum notice.
  var notice: Int { moment(after: "allowBookingAfter") ?? now }

  /// The first moment that is too far ahead; nil where there is no limit.
  var horizon: Int? { moment(after: "allowBookingFor") }

  /// The moment that lies so far from now; nil where the setting reaches nowhere.
  private func moment(after name: String) -> Int? {
    guard let count = set(name).flatMap(number), count > 0, count <= 1e6 else { return nil }
    if set(name + "Unit")?.text == "months" {
      return Int(exactly: count).flatMap(moment(afterMonths:))
    }
    return seconds(name, usual: "days").map { now + Int(count * $0) }
  }

  /// How many seconds the unit of a number has; nil for months, and for what is no unit.
  private func seconds(_ name: String, usual: String) -> Double? {
    let unit = set(name + "Unit").map { $0.text ?? "" } ?? usual
    return ["mins": 60.0, "hours": 3600, "days": 86_400, "weeks": 604_800][unit]
  }

  /// The same time of the same day of a later month, or of its last day where it is shorter.
  private func moment(afterMonths count: Int) -> Int? {
    let local = now + home.offset(at: now)
    let today = CalendarDate(daysSinceEpoch: local / 86_400)
    let (year, month) = (today.year * 12 + today.month - 1 + count)
      .quotientAndRemainder(dividingBy: 12)
    let day = min(today.day, CalendarDate.days(inMonth: month + 1, of: year))
    return CalendarDate(year: year, month: month + 1, day: day).map {
      home.moment(ofLocal: $0.daysSinceEpoch * 86_400 + local % 86_400)
    }
  }

  /// The value of a setting; nil for null and for an empty text too, which say as little.
  private func set(_ name: String) -> JSONValue? {
    calendar[key: name].flatMap { value in
      value.isNull || value.text?.allSatisfy(\.isWhitespace) == true ? nil : value
    }
  }

  /// A finite number, also where the service sends it as a text.
  private func number(_ value: JSONValue) -> Double? {
    (value.number ?? value.text.flatMap { JSONNumber(trimmed($0)) }).map(\.double).flatMap {
      $0.isFinite ? $0 : nil
    }
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// A whole number, also where the service sends it as a text.
  func wholeNumber(_ value: JSONValue?) -> Int? {
    (value?.number ?? value?.text.flatMap(JSONNumber.init))?.int
  }
}
