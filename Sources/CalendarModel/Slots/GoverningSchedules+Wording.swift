/// What governs, in words for the sections with hours.
extension GoverningSchedules {
  /// The sentence over the hours of a section, and whether it is a warning; nil where nothing is to
  /// be said.
  package var headline: (text: String, isWarning: Bool)? {
    switch state {
    case .notAsked: nil
    case .asking: ("Asking whose schedules govern these hours…", false)
    case .unknown(let reason): (ScheduleWording.couldNotBeAsked(reason), false)
    case .none: unreadable > 0 ? (ScheduleWording.unreadable(unreadable), true) : nil
    case .some:
      (
        "\(inForce) \(schedules.count == 1 ? "governs" : "govern") this calendar: the hours here "
          + "may have no effect.", true
      )
    }
  }

  /// `"Working hours" of Ana, Europe/Berlin`; "3 schedules".
  package var inForce: String {
    if schedules.count == 1, let schedule = schedules.first {
      return "\(schedule.title(names: names)), \(schedule.zoneText),"
    }
    return Wording.counted(schedules.count, "schedule")
  }

  /// What else there is to say of the team, one sentence each.
  package var remarks: [String] {
    guard state == .some else { return [] }
    var sentences: [String] = []
    let without = membersWithout.map { name(of: $0.userID) }
    if !without.isEmpty {
      sentences.append(
        "Without a schedule for this calendar: \(ScheduleWording.listed(without)).")
    }
    if !membersNotAsked.isEmpty { sentences.append(notAskedSentence) }
    let strangers = others.filter { $0.userID != nil }
    if !strangers.isEmpty, !members.isEmpty {
      sentences.append(
        "Not in the team: \(ScheduleWording.listed(strangers.map { $0.title(names: names) })).")
    }
    if unreadable > 0 { sentences.append(ScheduleWording.unreadable(unreadable)) }
    return sentences
  }

  /// When each schedule is open on a day of the calendar: "Ana 09:00–17:00, Ben closed"; nil where
  /// none governs.
  package func dayText(_ date: CalendarDate, shown: Int = 3) -> String? {
    guard state == .some else { return nil }
    let days = schedules.prefix(shown).map { schedule in
      let owner = schedule.userID.map(name) ?? "no user"
      return "\(owner) \(hours(of: schedule, on: date).text(in: format))"
    }
    let rest = schedules.count - days.count
    return days.joined(separator: ", ")
      + (rest > 0 ? " and \(Wording.counted(rest, "more schedule"))" : "")
  }

  /// Where the hours of a day come from, in few words: "the schedule of Ana".
  var sourceText: String {
    let counting = parties.reduce(into: [Schedule]()) { counting, party in
      if case .schedules(let schedules) = party { counting += schedules }
    }
    let own = takesEveryPlace ? "" : " and the calendar's own hours"
    if counting.count == 1, let user = counting[0].userID {
      return "the schedule of \(name(of: user))\(own)"
    }
    return Wording.counted(counting.count, "schedule") + own
  }
}
