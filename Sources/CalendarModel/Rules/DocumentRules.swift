import JSON

/// A rule about properties that belong together.
struct DocumentRule: Sendable {
  let id: String
  let severity: Problem.Severity
  /// The top-level keys that it looks at; it runs again when one of them changes.
  let reads: Set<String>
  /// Whether it has nothing to say while the calendar's type is unknown.
  let needsType: Bool
  let check: @Sendable (DocumentFacts) -> [Finding]

  init(
    _ id: String, _ severity: Problem.Severity, reads: Set<String>, needsType: Bool = false,
    check: @escaping @Sendable (DocumentFacts) -> [Finding]
  ) {
    self.id = id
    self.severity = severity
    self.reads = reads
    self.needsType = needsType
    self.check = check
  }

  static let all: [DocumentRule] = [
    membersRequired, personalExactlyOne, onePrimary, collectivePrimary, severalLocations, sameUser,
    recurringOneMember, recurringWithoutRule, slotTooLong, weekOverlap, sameDate, pastDates,
    redirectWithoutURL, lookBusyInClass, typeUnknown,
  ]
}

/// What the rules about the whole calendar look at; nothing in it costs a walk through a list.
struct DocumentFacts {
  let current: JSONValue
  let context: RuleContext
  let lists: [String: ListState]

  func value(_ key: String) -> JSONValue? { current[key: key] }
  func text(_ key: String) -> String? { value(key)?.text }
  func list(_ key: String) -> ListState? { lists[key] }
  func count(_ key: String) -> Int { lists[key]?.rows.count ?? 0 }

  /// The paths of the rows that a condition on their facts picks.
  func rows(_ key: String, where isPicked: (RowFacts) -> Bool) -> [JSONPath] {
    (lists[key]?.rows ?? []).enumerated().filter { isPicked($0.element.facts) }
      .map { JSONPath([.key(key), .index($0.offset)]) }
  }

  /// A number with its unit in minutes; nil when it is not set, and when it cannot be read.
  func minutes(_ key: CalendarKey) -> Double? {
    QuantityField(key)?.reading(in: current).minutes
  }
}

// MARK: Team; API page, `teamMembers` and `enableRecurring`

extension DocumentRule {
  static let membersRequired = DocumentRule(
    "team.required", .error, reads: ["teamMembers"], needsType: true
  ) { facts in
    guard let type = facts.context.calendarType, type.teamSize == .atLeastOne,
      !type.teamSize.allows(facts.count("teamMembers"))
    else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar needs team members; add one.", at: "teamMembers")
    ]
  }

  static let personalExactlyOne = DocumentRule(
    "team.personalExactlyOne", .error, reads: ["teamMembers"], needsType: true
  ) { facts in
    let count = facts.count("teamMembers")
    guard let type = facts.context.calendarType, type.teamSize == .exactlyOne,
      !type.teamSize.allows(count)
    else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar has exactly one team member; "
          + (count == 0 ? "add one." : "delete \(count - 1)."),
        at: "teamMembers")
    ]
  }

  static let onePrimary = DocumentRule(
    "team.onePrimary", .error, reads: ["teamMembers"]
  ) { facts in
    guard let count = facts.list("teamMembers")?.facts.primaries, count > 1 else { return [] }
    return facts.rows("teamMembers", where: \.isPrimary).dropFirst().map {
      Finding(
        "Only one member can be primary, and \(count) are; switch the others off.",
        at: $0.appending("isPrimary"))
    }
  }

  static let collectivePrimary = DocumentRule(
    "team.collectivePrimary", .error, reads: ["teamMembers"], needsType: true
  ) { facts in
    guard let type = facts.context.calendarType, type.needsPrimary, facts.count("teamMembers") > 0,
      facts.list("teamMembers")?.facts.primaries == 0
    else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar needs one primary member; make one primary.",
        at: "teamMembers")
    ]
  }

  static let severalLocations = DocumentRule(
    "team.severalLocations", .error, reads: ["teamMembers"]
  ) { facts in
    guard facts.count("teamMembers") > 1,
      let rows = facts.list("teamMembers")?.facts.rowsWithSeveralLocations, rows > 0
    else { return [] }
    return facts.rows("teamMembers") { $0.locationCount > 1 }.map {
      Finding(
        "Several locations are allowed only with a single team member; keep one.",
        at: $0.appending("locationConfigurations"))
    }
  }

  static let sameUser = DocumentRule(
    "team.sameUser", .warning, reads: ["teamMembers"]
  ) { facts in
    repeated(in: "teamMembers", facts).map {
      Finding("This user is in the team twice; delete one.", at: $0.appending("userId"))
    }
  }

  /// The rows whose identity stands in an earlier row already.
  private static func repeated(in key: String, _ facts: DocumentFacts) -> [JSONPath] {
    guard let list = facts.list(key), !list.facts.identities.repeated.isEmpty else { return [] }
    var seen: Set<String> = []
    return facts.rows(key) { row in
      guard let identity = row.identity, list.facts.identities.repeated.contains(identity) else {
        return false
      }
      return !seen.insert(identity).inserted
    }
  }

  static let recurringOneMember = DocumentRule(
    "recurring.oneMember", .error, reads: ["enableRecurring", "teamMembers"]
  ) { facts in
    guard facts.value("enableRecurring") == true,
      let reason = TypeRules.recurring(memberCount: facts.count("teamMembers"))
    else { return [] }
    return [Finding(reason + "; switch this off or change the team.", at: "enableRecurring")]
  }

  static let recurringWithoutRule = DocumentRule(
    "recurring.withoutRule", .warning, reads: ["enableRecurring", "recurring"]
  ) { facts in
    guard facts.value("enableRecurring") == true, facts.value("recurring")?[key: "freq"] == nil
    else { return [] }
    return [
      Finding("Recurring bookings are on, but the rule has no frequency.", at: "recurring.freq")
    ]
  }
}

// MARK: Hours

extension DocumentRule {
  static let slotTooLong = DocumentRule(
    "slots.tooLong", .warning,
    reads: [
      "slotDuration", "slotDurationUnit", "openHours", "availabilities", "availabilityType",
    ]
  ) { facts in
    guard let duration = facts.minutes(.slotDuration) else { return [] }
    let weekly = facts.list("openHours")?.facts.longestRange
    let dates = facts.list("availabilities")?.facts.longestRange
    let longest: Int?
    switch AvailabilityType(in: facts.current) {
    case .weekly?: longest = weekly
    case .dates?: longest = dates
    case .both?, nil: longest = [weekly, dates].compactMap { $0 }.max()
    }
    guard let longest, duration > Double(longest) else { return [] }
    return [
      Finding(
        "A slot is longer than every open range, the longest of which is \(longest) minutes: "
          + "nothing can be booked.",
        at: "slotDuration")
    ]
  }

  /// Ranges that overlap though they stand in different entries for the same day.
  static let weekOverlap = DocumentRule(
    "openHours.overlap", .warning, reads: ["openHours"]
  ) { facts in
    var known: [Int: [(entry: Int, range: HourRange)]] = [:]
    var findings: [Finding] = []
    for (entry, row) in (facts.list("openHours")?.rows ?? []).enumerated() {
      for range in row.facts.ranges {
        for day in row.facts.days where (0...6).contains(day) {
          let earlier = known[day, default: []]
          if let other = earlier.first(where: { $0.entry != entry && $0.range.overlaps(range) }) {
            findings.append(
              Finding(
                "On \(Choices.days[day].meaning) \(range) overlaps \(other.range) "
                  + "of entry \(other.entry + 1).",
                at: JSONPath([.key("openHours"), .index(entry), .key("hours")])))
          }
          known[day, default: []].append((entry, range))
        }
      }
    }
    return findings
  }

  static let sameDate = DocumentRule(
    "availability.sameDate", .warning, reads: ["availabilities"]
  ) { facts in
    repeated(in: "availabilities", facts).map {
      Finding("There is an entry for this date already.", at: $0.appending("date"))
    }
  }

  /// Dates pass by themselves, so they are told once and not as something to put right.
  static let pastDates = DocumentRule(
    "availability.past", .note, reads: ["availabilities"]
  ) { facts in
    guard let count = facts.list("availabilities")?.facts.pastDates, count > 0 else { return [] }
    return [
      Finding(
        count == 1
          ? "1 date has passed." : "\(count) dates have passed.",
        at: "availabilities")
    ]
  }
}

// MARK: The rest

extension DocumentRule {
  static let redirectWithoutURL = DocumentRule(
    "afterBooking.redirectWithoutURL", .warning,
    reads: ["formSubmitType", "formSubmitRedirectURL"]
  ) { facts in
    guard FormSubmitType(reading: facts.value("formSubmitType")) == .redirect,
      facts.text("formSubmitRedirectURL")?.trimmed.isEmpty != false
    else { return [] }
    return [
      Finding("A redirect is chosen, but no URL is given.", at: "formSubmitRedirectURL")
    ]
  }

  static let lookBusyInClass = DocumentRule(
    "lookBusy.classCalendar", .warning, reads: ["lookBusyConfig"], needsType: true
  ) { facts in
    guard facts.context.calendarType?.offersLookBusy == false,
      facts.value("lookBusyConfig")?[key: "enabled"] == true
    else { return [] }
    return [
      Finding(
        "Look busy is not offered for class calendars; it may have no effect.",
        at: "lookBusyConfig.enabled")
    ]
  }

  /// Says which rules are silent, instead of guessing.
  static let typeUnknown = DocumentRule("type.unknown", .note, reads: ["calendarType"]) { facts in
    guard facts.context.calendarType == nil else { return [] }
    return [
      Finding(
        "The calendar's type is not known, so the rules about team members, locations and look "
          + "busy that depend on it are not checked. Choose the type here to check them; it is "
          + "never sent.",
        at: "calendarType")
    ]
  }
}
