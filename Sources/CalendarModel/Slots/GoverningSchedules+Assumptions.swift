/// What a preview takes for granted about schedules, in words.
extension GoverningSchedules {
  /// One sentence each.
  package var assumptions: [String] {
    switch state {
    case .notAsked, .asking:
      [
        "The hours of the team members themselves are not known; the hours of the calendar count for "
          + "everybody."
      ]
    case .unknown(let reason):
      [
        ScheduleWording.couldNotBeAsked(reason),
        "The preview assumes that the calendar's hours count for everybody.",
      ]
    case .none:
      ["No schedule governs this calendar: its own hours count for everybody."] + doubts
    case .some: governed + clocks + doubts
    }
  }

  private var governed: [String] {
    var sentences = [
      "The hours of schedules count here instead of the calendar's own. Which of them the service "
        + "uses is not documented.",
      "A rule for a date replaces the weekday's hours in a schedule. Several rules for one day, and "
        + "several schedules of one person, count together. The calendar's setting of which hours "
        + "count has no effect on schedules.",
    ]
    if parties.count > 1 { sentences.append(together) }
    let without = membersWithout
    if !without.isEmpty {
      let names = ScheduleWording.listed(without.map { name(of: $0.userID) })
      sentences.append(
        others.contains { $0.userID == nil }
          ? "\(names): no schedule of their own, so the one without a user counts for them."
          : "\(names): no schedule, so the calendar's own hours count for them.")
    }
    let strangers = others.filter { $0.userID != nil }
    if !strangers.isEmpty, !members.isEmpty {
      sentences.append(
        "\(ScheduleWording.listed(strangers.map { $0.title(names: names) })): not in the team, so "
          + "it opens nothing here.")
    }
    return sentences
  }

  private var together: String {
    if needsEveryMember {
      return "A collective calendar is open when every member is."
    }
    let kind = type.map { "A \($0.label.lowercased()) calendar" } ?? "The type is not known: it"
    return
      "\(kind) is assumed open when any member is; the start times of each are counted from "
      + "the beginning of that member's hours."
  }

  private var clocks: [String] {
    let clocks = schedules.map(clock)
    var sentences: [String] = []
    if clocks.contains(.shifted), let zone {
      sentences.append(
        "The hours of a schedule are moved from its time zone to the calendar's (\(zone.name)) day "
          + "by day, also where summer time begins or ends. An hour that clocks show twice counts "
          + "the first time.")
    }
    if clocks.contains(.calendarUnknown) {
      sentences.append(
        "The calendar's time zone is not known: the hours of schedules are used as written."
      )
    }
    if clocks.contains(.noZone) {
      sentences.append("A schedule without a time zone is assumed to use the calendar's.")
    }
    for case .unknownZone(let name) in clocks {
      let sentence =
        "This computer does not know the time zone \(Wording.quoted(name)): hours are used "
        + "as written."
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private var doubts: [String] {
    (unreadable > 0 ? [ScheduleWording.unreadable(unreadable)] : [])
      + (membersNotAsked.isEmpty
        ? [] : [notAskedSentence + " The calendar's own hours are assumed for them."])
  }
}
