import JSON

/// The sentences about schedules.
package enum ScheduleWording {
  static func unknownRule(_ rule: JSONValue) -> String {
    "A rule cannot be read and does not count: \(Wording.quoted(rule.printed(), length: 60))."
  }

  /// What it means that nobody knows what the service does with hours that a schedule governs.
  package static let consequences =
    "The service may take the hours that are sent, ignore them, or delete the schedule for good. "
    + "None of this is documented."

  /// Why a change is warned of.
  static let governedChange =
    "A schedule governs these hours: the service may ignore the change, or delete the schedule for "
    + "good."

  package static let question = "Send hours that a schedule governs?"

  static func unreadable(_ count: Int) -> String {
    count == 1
      ? "1 schedule in the service's answer cannot be read, so it is not known what it governs."
      : "\(count) schedules in the service's answer cannot be read, so it is not known what they "
        + "govern."
  }

  static func couldNotBeAsked(_ reason: String) -> String {
    "caledit could not check whether a schedule governs these hours: \(reason)."
  }

  /// A few names, and how many more there are.
  static func listed(_ names: [String], shown: Int = 3) -> String {
    let rest = names.count - shown
    guard rest > 0 else { return names.joined(separator: ", ") }
    return names.prefix(shown).joined(separator: ", ") + " and \(rest) more"
  }
}

extension Schedule {
  /// Which schedule it is and whose: `"Working hours" of Ana`.
  ///
  /// - Parameter names: the names of users by id, where they are known.
  package func title(names: [String: String]) -> String {
    let owner = userID.map { "of \(names[$0] ?? $0)" } ?? "without a user"
    return "\(name.map { Wording.quoted($0) } ?? "A schedule") \(owner)"
  }

  /// Its time zone by name.
  package var zoneText: String { zone ?? "no time zone" }

  /// Its dates in words: "2026-12-24 closed, 2026-12-31 09:00–12:00"; empty where it has none.
  ///
  /// - Parameters:
  ///   - first: dates before it are left out; nil leaves out none.
  ///   - shown: how many dates are named before the rest is counted.
  package func datesText(
    from first: CalendarDate? = nil, shown: Int = .max, in format: LocalFormat = .standard
  ) -> String {
    let lines = dates.filter { entry in first.map { entry.key >= $0 } ?? true }
      .sorted { $0.key < $1.key }
    let named = lines.prefix(shown).map { "\($0.key) \($0.value.text(in: format))" }
    let rest = lines.count - named.count
    return named.joined(separator: ", ")
      + (rest > 0 ? " and \(Wording.counted(rest, "more date"))" : "")
  }

  /// All that it holds, in words: enough to enter it again by hand.
  ///
  /// `"Working hours" of Ana, Europe/Berlin: Mon–Fri 09:00–17:00; 2026-12-24 closed`
  package func words(
    names: [String: String] = [:], in format: LocalFormat = .standard
  ) -> String {
    let ignored = (weekdays + dates.values).reduce(oddities.count) { $0 + $1.ignored.count }
    return "\(title(names: names)), \(zoneText): "
      + [
        week.text(in: format), datesText(in: format),
        ignored > 0 ? "\(Wording.counted(ignored, "part")) that cannot be read" : "",
      ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What counts for nothing in it, one sentence each.
  package var ignoredParts: [String] { ignoredParts(in: .standard) }
  package func ignoredParts(in format: LocalFormat) -> [String] {
    format.weekdays.flatMap { day in
      weekdays[day].ignored.map { "\(Wording.weekday(day)): \($0.message(in: format))" }
    }
      + dates.sorted { $0.key < $1.key }.flatMap { date, hours in
        hours.ignored.map { "\(date): \($0.message(in: format))" }
      } + oddities
  }
}
