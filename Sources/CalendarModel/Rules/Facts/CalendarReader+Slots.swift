import JSON

/// What rules about slots need to know; read as the preview reads it.
extension CalendarReader {
  /// Which hours count.
  var availability: AvailabilityType {
    AvailabilityType(reading: held(.availabilityType)?.unlessBlank ?? .null) ?? .both
  }

  /// The longest stretch that is open on a day that counts, in minutes; nil where nothing is open.
  ///
  /// Dates that have passed offer nothing.
  var longestStretch: Int? {
    let availability = availability
    let weekly =
      availability == .dates
      ? nil : WeekHours(held(.openHours)).days.flatMap(\.hours.stretches).map(\.length).max()
    let dates = availability == .weekly ? nil : longestStretchOfDates
    return [weekly, dates].compactMap { $0 }.max()
  }

  /// Of several entries for a date the first one counts.
  private var longestStretchOfDates: Int? {
    let days = tally(DateFacts.day)
    let stretches = tally(DateFacts.longestStretch)
    if days.counts.repeated.isEmpty { return stretches.counts.elements.max() }
    let unused = Set(days.repeatedRows)
    return stretches.values.indices.lazy.filter { !unused.contains($0) }
      .compactMap { stretches.values[$0] }.max()
  }

  /// A duration or an interval in minutes, or its default; nil where it is no length.
  func minutes(_ key: CalendarKey) -> Int? {
    guard let field = QuantityField(key) else { return nil }
    var members = JSONObject()
    for key in [field.number.key, field.unit.key] { members[key] = held(key) }
    return SlotPreview.Settings.length(key, in: .object(members))
  }
}
