import JSON

/// What has to be agreed to before hours are sent, and what became of the schedules after it.
extension GoverningSchedules {
  /// The properties whose place a schedule takes.
  package static let governedKeys: [CalendarKey] = [.openHours, .availabilities, .availabilityType]

  /// The properties among some that the user has to agree to send, in the order of the form.
  ///
  /// - Parameter keys: the top-level keys of an update body.
  package func keysNeedingAgreement(among keys: some Sequence<String>) -> [CalendarKey] {
    guard state == .some else { return [] }
    let keys = Set(keys)
    return Self.governedKeys.filter { keys.contains($0.rawValue) }
  }

  /// Whether the user has to agree before an update with these top-level keys is sent.
  package func hoursNeedAgreement(changedKeys keys: some Sequence<String>) -> Bool {
    !keysNeedingAgreement(among: keys).isEmpty
  }

  /// What the user agrees to, one sentence each; empty where nothing is to be agreed to.
  package func agreement(changedKeys keys: some Sequence<String>) -> [String] {
    let keys = keysNeedingAgreement(among: keys)
    guard !keys.isEmpty else { return [] }
    let labels = keys.map { CalendarSchema.field($0)?.label ?? $0.rawValue }
    return ["The update has \(labels.joined(separator: ", ")), but these hours govern:"]
      + schedules.map { $0.words(names: names, in: format) } + [ScheduleWording.consequences]
  }

  /// What cannot be known about hours that are sent, in a sentence; nil where nothing is in doubt,
  /// and where no hours are sent.
  ///
  /// - Parameter keys: the top-level keys of an update body.
  package func doubt(changedKeys keys: some Sequence<String>) -> String? {
    let keys = Set(keys)
    guard Self.governedKeys.contains(where: { keys.contains($0.rawValue) }) else { return nil }
    switch state {
    case .unknown(let reason): return ScheduleWording.couldNotBeAsked(reason)
    case .asking: return "caledit is still checking whether a schedule governs these hours."
    case .notAsked: return nil
    case .none, .some:
      if unreadable > 0 { return ScheduleWording.unreadable(unreadable) }
      return membersNotAsked.isEmpty ? nil : notAskedSentence
    }
  }

  /// The schedules that governed and do so no more: gone, deleted, or without this calendar.
  ///
  /// - Parameter list: what the service lists after a save.
  package func lost(after list: ScheduleList) -> [Schedule] {
    let still = list.governing
    return schedules.filter { schedule in
      // Who was not asked about may have it still.
      let isAsked =
        list.askedUserIDs == nil
        || schedule.userID.map { list.askedUserIDs?.contains($0) == true } ?? true
      return isAsked && !still.contains { $0.isSame(as: schedule) }
    }
  }

  /// What a report says of lost schedules: each with all that it held.
  ///
  /// - Parameter format: how times and weeks are said; records keep the standard.
  package func sentences(lost: [Schedule], in format: LocalFormat = .standard) -> [String] {
    lost.map {
      "A schedule no longer governs this calendar. It was \($0.words(names: names, in: format))."
    }
  }

  /// Whose schedules were not asked about, in a sentence.
  var notAskedSentence: String {
    let names = membersNotAsked.map { name(of: $0.userID) }
    return "Whether \(ScheduleWording.listed(names)) \(names.count == 1 ? "has" : "have") a "
      + "schedule is not known."
  }
}
