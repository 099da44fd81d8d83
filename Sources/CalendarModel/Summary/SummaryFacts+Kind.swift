import JSON

/// What the calendar is, and how long a meeting lasts.
extension SummaryFacts {
  var what: String {
    let kind =
      type?.label ?? value(.calendarType).map { _ in
        "type \(Wording.meaning(of: .calendarType, in: calendar))"
      } ?? "type not known"
    let widget = choice(.widgetType).map { "\($0.prefix(1).lowercased())\($0.dropFirst()) widget" }
    return [kind.capitalizedFirst, choose(.isActive, "active", "draft"), widget]
      .compactMap { $0 }.joined(separator: ", ")
  }

  var length: String {
    let before = quantity(.preBuffer).map { "\($0) before" }
    let after = quantity(.slotBuffer).map { "\($0) after" }
    let buffers = [before, after].compactMap { $0 }
    return "\(lasting(.slotDuration)), every \(lasting(.slotInterval)); "
      + (buffers.isEmpty ? "no buffers" : "buffers \(buffers.joined(separator: ", "))")
  }

  /// The duration or the interval, with what the service assumes where it is not set.
  private func lasting(_ key: CalendarKey) -> String {
    guard let field = QuantityField(key), field.reading(in: calendar) == .notSet,
      let usual = field.number.defaultValue?.number
    else { return Wording.meaning(of: key, in: calendar) }
    return "\(Quantity(usual, field.usualUnit.rawValue)) (default)"
  }
}
