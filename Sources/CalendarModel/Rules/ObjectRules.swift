import JSON

/// A rule about one object inside the calendar and the members it has together.
struct ObjectRule: Sendable {
  let id: String
  let severity: Problem.Severity
  /// The objects it is for.
  let kinds: Set<ObjectType.Kind>
  let check: @Sendable (JSONObject, RuleContext) -> [Finding]

  init(
    _ id: String, _ severity: Problem.Severity, _ kinds: ObjectType.Kind...,
    check: @escaping @Sendable (JSONObject, RuleContext) -> [Finding]
  ) {
    self.id = id
    self.severity = severity
    self.kinds = Set(kinds)
    self.check = check
  }

  static let all: [ObjectRule] = [
    hourOrder, overlap, emptyDays, locationNotApplicable, phoneNumber, link,
    conferenceInEvent, oneLocation, deletedWithoutID, selectedUsers,
  ]

  static let byKind = Dictionary(
    uniqueKeysWithValues: ObjectType.Kind.allCases.map { kind in
      (kind, all.filter { $0.kinds.contains(kind) })
    })

  /// A range that closes before it opens, or at once.
  static let hourOrder = ObjectRule("hour.order", .warning, .hour) { hour, _ in
    guard let range = HourRange(.object(hour)), range.length <= 0 else { return [] }
    if range.close == 0 {
      return [
        Finding(
          "It closes at 0:00, before it opens. Midnight at the end of the day is 23:60.",
          at: "closeHour")
      ]
    }
    return [
      Finding(
        range.length == 0
          ? "It opens and closes at \(HourRange.clock(range.open)): the range is empty."
          : "It closes at \(HourRange.clock(range.close)), before it opens at "
            + "\(HourRange.clock(range.open)).",
        at: "closeHour")
    ]
  }

  /// Ranges of one entry that overlap.
  static let overlap = ObjectRule(
    "hours.overlap", .warning, .openHours, .availability
  ) { entry, _ in
    let hours = entry["hours"]?.array ?? []
    let ranges = hours.enumerated().compactMap { index, value in
      HourRange(value).map { (index: index, range: $0) }
    }
    .sorted { ($0.range.open, $0.index) < ($1.range.open, $1.index) }
    return zip(ranges, ranges.dropFirst()).filter { $0.range.overlaps($1.range) }.map {
      Finding(
        "\($1.range) overlaps \($0.range).",
        at: JSONPath([.key("hours"), .index(max($0.index, $1.index))]))
    }
  }

  static let emptyDays = ObjectRule("openHours.noDay", .warning, .openHours) { entry, _ in
    guard entry["daysOfTheWeek"]?.array?.isEmpty == true else { return [] }
    return [Finding("No day is chosen, so these hours have no effect.", at: "daysOfTheWeek")]
  }

  /// API page, `locationConfigurations[].location`.
  static let locationNotApplicable = ObjectRule(
    "location.notApplicable", .error, .location
  ) { location, _ in
    guard LocationKind(location)?.place == .notApplicable,
      let place = location["location"], !place.isNull, place.text?.isEmpty != true
    else { return [] }
    return [
      Finding(
        "A location is not applicable to this kind; unset it, or choose another kind.",
        at: "location")
    ]
  }

  static let phoneNumber = ObjectRule("location.phone", .warning, .location) { location, _ in
    warning(in: location, for: .phoneNumber)
  }

  static let link = ObjectRule("location.link", .warning, .location) { location, _ in
    warning(in: location, for: .link)
  }

  /// What is probably wrong with a meeting place that is meant to be of one sort.
  private static func warning(in location: JSONObject, for sort: MeetingPlace) -> [Finding] {
    guard let text = location["location"]?.text else { return [] }
    let place = MeetingPlace(kind: location["kind"]?.text, location: text)
    guard place == sort, let warning = place.warning(for: text) else { return [] }
    return [Finding(warning, at: "location")]
  }

  /// API page, `locationConfigurations[].kind`.
  static let conferenceInEvent = ObjectRule(
    "location.conferenceInEvent", .error, .location
  ) { location, context in
    guard let reason = LocationKind(location)?.reasonUnsupported(in: context.calendarType) else {
      return []
    }
    return [Finding(reason + " Choose another kind.", at: "kind")]
  }

  /// API page, `teamMembers[].locationConfigurations`.
  static let oneLocation = ObjectRule("member.oneLocation", .error, .teamMember) {
    member, context in
    guard let type = context.calendarType, type.allowsOneLocationPerMember,
      let locations = member["locationConfigurations"]?.array, locations.count > 1
    else { return [] }
    return [
      Finding(
        "In a \(type.label.lowercased()) calendar each member has one location at most; "
          + "delete \(locations.count - 1).",
        at: "locationConfigurations")
    ]
  }

  /// API page, `availabilities[].id`.
  static let deletedWithoutID = ObjectRule(
    "availability.deletedWithoutID", .warning, .availability
  ) { entry, _ in
    guard entry["deleted"] == true, JSONValue.object(entry).serviceID == nil else { return [] }
    return [Finding("The service cannot delete an entry without an id.", at: "deleted")]
  }

  static let selectedUsers = ObjectRule(
    "notification.selectedUsers", .warning, .notification
  ) { notification, _ in
    guard notification["shouldSendToSelectedUsers"] == true,
      notification["selectedUsers"]?.text?.trimmed.isEmpty == true
    else { return [] }
    return [
      Finding("Selected users are to be told, but no address is given.", at: "selectedUsers")
    ]
  }
}
