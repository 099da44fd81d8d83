/// By what a list of calendars is sorted.
package enum ListOrder: String, Sendable, Hashable, CaseIterable {
  case name, type, state, group, duration, members, problems, updated

  package var title: String {
    switch self {
    case .name: "Name"
    case .type: "Type"
    case .state: "State"
    case .group: "Group"
    case .duration: "Duration"
    case .members: "Members"
    case .problems: "Problems"
    case .updated: "Changed"
    }
  }

  /// What a calendar is placed by; nil where its entry does not say it, and then it comes last.
  private func place(of calendar: ListedCalendar, today: CalendarDate) -> Place? {
    switch self {
    case .name: calendar.name == nil ? nil : Place(text: calendar.searchKey.name)
    case .type: calendar.typeText.isEmpty ? nil : Place(text: FoldedText(calendar.typeText))
    case .state:
      switch calendar.state {
      case .active: Place(number: 0)
      case .draft: Place(number: 1)
      case .unknown: nil
      }
    case .group: calendar.groupName.map { Place(text: FoldedText($0)) }
    case .duration: calendar.durationMinutes.map { Place(number: $0) }
    case .members:
      calendar.isKnown(.teamMembers) ? Place(number: Double(calendar.memberIDs.count)) : nil
    case .problems:
      Self.weight(calendar.problems(today: today))
    // The latest change and the most problems are what people look for.
    case .updated: calendar.updated.map { Place(text: FoldedText($0), isReversed: true) }
    }
  }

  private static func weight(_ counts: ProblemCounts) -> Place {
    Place(number: -(Double(counts.errors) * 1_000_000 + Double(counts.warnings)))
  }

  private struct Place: Comparable {
    var number = 0.0
    var text = FoldedText("")
    var isReversed = false

    static func < (a: Place, b: Place) -> Bool {
      if a.number != b.number { return a.number < b.number }
      let isBefore = a.text.bytes.lexicographicallyPrecedes(b.text.bytes)
      return a.isReversed ? b.text.bytes.lexicographicallyPrecedes(a.text.bytes) : isBefore
    }
  }
}

extension ListOrder {
  /// The places of calendars in order; those that are alike stay in the order that they have.
  ///
  /// The latest change and the most problems come first. A calendar that does not say by what it is
  /// sorted comes last, in either direction.
  /// - Parameter isDescending: whether the order is turned round.
  package func sorted(
    _ calendars: [ListedCalendar], isDescending: Bool = false, today: CalendarDate
  ) -> [Int] {
    let placed = calendars.indices.map {
      (index: $0, place: place(of: calendars[$0], today: today))
    }
    return placed.sorted { a, b in
      switch (a.place, b.place) {
      case (nil, nil): return a.index < b.index
      case (nil, _?): return false
      case (_?, nil): return true
      case (let first?, let second?):
        if first < second { return !isDescending }
        if second < first { return isDescending }
        return a.index < b.index
      }
    }.map(\.index)
  }
}

/// By what the calendars of a list stand together.
package enum ListGrouping: String, Sendable, Hashable, CaseIterable {
  case group, type, state, member

  package var title: String {
    switch self {
    case .group: "Group"
    case .type: "Type"
    case .state: "State"
    case .member: "Member"
    }
  }

  /// Calendars that stand together under a heading.
  package struct Group: Sendable, Hashable {
    package let title: String
    /// The places of the calendars, in the order in which they were handed in; never empty.
    package let calendars: [Int]
  }

  /// Puts calendars together, by the titles of the groups; those without one come last.
  ///
  /// Under ``member`` a calendar stands with each member of its team.
  /// - Parameter order: which calendars, and in which order; nil for all as they are.
  package func groups(of calendars: [ListedCalendar], in order: [Int]? = nil) -> [Group] {
    var groups: [String: [Int]] = [:]
    var others: [Int] = []
    for index in order ?? Array(calendars.indices) {
      let titles = self.titles(of: calendars[index])
      for title in titles { groups[title, default: []].append(index) }
      if titles.isEmpty { others.append(index) }
    }
    let named = groups.map {
      (key: FoldedText($0.key), group: Group(title: $0.key, calendars: $0.value))
    }
    .sorted { a, b in
      a.key == b.key
        ? a.group.title < b.group.title : a.key.bytes.lexicographicallyPrecedes(b.key.bytes)
    }.map(\.group)
    return named + (others.isEmpty ? [] : [Group(title: titleOfOthers, calendars: others)])
  }

  private func titles(of calendar: ListedCalendar) -> [String] {
    switch self {
    case .group: [calendar.groupName].compactMap { $0 }
    case .type: calendar.typeText.isEmpty ? [] : [calendar.typeText]
    case .state: calendar.state == .unknown ? [] : [calendar.state.label]
    case .member: Array(Set(calendar.memberNames))
    }
  }

  private var titleOfOthers: String {
    switch self {
    case .group: "No group"
    case .type: "Type not known"
    case .state: "State not known"
    case .member: "No members"
    }
  }
}

extension ListedCalendar {
  /// Whether the entry says what a property is, or that it is not set.
  func isKnown(_ key: CalendarKey) -> Bool { isComplete || calendar[key] != nil }
}
