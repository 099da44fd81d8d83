import JSON
import Testing

@testable import CalendarModel

/// Copying between calendars of all types.
@Suite("Copying between types") struct CopyTypeTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let from: CalendarType
    let to: CalendarType
    var testDescription: String { "\(from.rawValue) to \(to.rawValue)" }
  }

  static let pairs = CalendarType.allCases.flatMap { from in
    CalendarType.allCases.map { Pair(from: from, to: $0) }
  }

  /// Every property differs from those of the target.
  private static func source(_ type: CalendarType) -> JSONValue {
    func place(_ location: String) -> JSONValue {
      type == .event
        ? ["kind": "custom", "location": .text(location)] : ["kind": "zoom_conference"]
    }
    let several: JSONValue = .array(
      ["u5", "u6"].map {
        [
          "userId": .text($0), "priority": 1, "isPrimary": .bool($0 == "u5"),
          "locationConfigurations": [place("a")],
        ]
      })
    let one: JSONValue = [
      [
        "userId": "u5", "priority": 1,
        "locationConfigurations": type.allowsOneLocationPerMember
          ? [place("a")] : [place("a"), ["kind": "custom", "location": "b"]],
      ]
    ]
    let team: JSONValue =
      switch type {
      case .event: []
      case .personal, .serviceBooking: one
      case .roundRobin, .collective, .classBooking: several
      }
    return Calendars.full([
      "calendarType": .text(type.rawValue), "name": "Source", "description": "s", "isActive": false,
      "slug": "s", "widgetSlug": "s", "widgetType": "default", "eventTitle": "s",
      "eventColor": "#000000", "groupId": "g5", "calendarCoverImage": "https://example.com/s.png",
      "eventType": "RoundRobin_OptimizeForEqualDistribution", "teamMembers": team,
      "locationConfigurations": [["kind": "custom", "location": "s"]], "availabilityType": 1,
      "openHours": [Calendars.week([2, 3], Calendars.hour(8, 10))],
      "availabilities": [["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "s1"]],
      "slotDuration": 20, "slotInterval": 20, "slotBuffer": 5, "preBuffer": 5,
      "allowBookingAfter": 3, "allowBookingFor": 20, "appoinmentPerSlot": 2,
      "appoinmentPerDay": 4, "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40],
      "enableRecurring": .bool(type == .personal),
      "recurring": ["freq": "DAILY", "count": 2], "formId": "f5", "stickyContact": false,
      "guestType": "collect_detail", "consentLabel": "s", "isLivePaymentMode": true,
      "formSubmitType": "RedirectURL", "formSubmitRedirectURL": "https://example.com/s",
      "formSubmitThanksMessage": "s", "pixelId": "s", "autoConfirm": false,
      "allowReschedule": false, "allowCancellation": false, "googleInvitationEmails": true,
      "notes": "s", "shouldAssignContactToTeamMember": true,
      "shouldSkipAssigningContactForExisting": true,
      "shouldSendAlertEmailsToAssignedMember": true, "alertEmail": "s@example.com",
      "notifications": [],
    ])
  }

  private static func target(_ type: CalendarType) -> CalendarDocument {
    let team: JSONValue? = type == .event ? JSONValue.array([]) : nil
    var changes: [String: JSONValue?] = ["calendarType": .text(type.rawValue)]
    if let team { changes["teamMembers"] = team }
    return Calendars.document(Calendars.full(changes))
  }

  /// Why the API page forbids a field, or the vendor's screens do not offer it: by hand, and not by
  /// the rules.
  private static func isForbidden(_ key: String, _ pair: Pair) -> Bool {
    let members = source(pair.from)[.teamMembers]?.array ?? []
    switch key {
    case "eventType": return pair.to != .roundRobin
    case "locationConfigurations": return pair.to != .event
    case "enableRecurring":
      // The target has one member, an event calendar none.
      return pair.from == .personal && pair.to == .event
    case "teamMembers":
      let hasZoom = members.contains {
        $0["locationConfigurations[0].kind"] == "zoom_conference"
      }
      let hasSeveralPlaces = members.contains {
        ($0[key: "locationConfigurations"]?.array?.count ?? 0) > 1
      }
      switch pair.to {
      case .event: return hasZoom
      case .personal: return members.count != 1
      case .roundRobin, .serviceBooking: return members.isEmpty
      case .classBooking: return members.isEmpty || hasSeveralPlaces
      case .collective:
        return members.isEmpty || hasSeveralPlaces
          || !members.contains { $0[key: "isPrimary"] == true }
      }
    default: return false
    }
  }

  @Test(arguments: pairs)
  func everyFieldByItself(_ pair: Pair) throws {
    let source = Self.source(pair.from)
    for field in Section.allCases.flatMap({ CopyChoices.fields(in: $0) }) {
      var document = Self.target(pair.to)
      let before = document
      let wasSame = field.isSamePart(before.current[key: field.key], source[key: field.key])
      let report = CopyPlan(from: source, choices: CopyChoices([field.key])).apply(to: &document)
      let line = try #require(report.lines.first)
      #expect(report.lines.count == 1)
      let isForbidden = Self.isForbidden(field.key, pair) && !wasSame
      #expect((report.skipped.count == 1) == isForbidden, "\(field.key): \(report.sentences)")
      #expect(line.isChanged == (!isForbidden && !wasSame), "\(field.key): \(report.sentences)")
      #expect(document.validation.counts.errors == 0, "\(field.key)")
      for (_, reason) in report.skipped { #expect(reason.last == ".", "\(reason)") }
      let body = UpdateBody(document).json.object?.keys ?? []
      let sent = QuantityField.widened([field.key])
      #expect(Set(body).subtracting(sent).isSubset(of: ["formSubmitRedirectURL"]), "\(body)")
      document.undo()
      #expect(document.printed == before.printed)
    }
  }

  @Test(arguments: pairs)
  func everythingAtOnce(_ pair: Pair) {
    var document = Self.target(pair.to)
    let report = CopyPlan(from: Self.source(pair.from), choices: .everything).apply(to: &document)
    #expect(document.validation.counts.errors == 0, "\(report.sentences)")
    #expect(document.undoSteps.count == 1)
    let isLookBusyOdd = pair.to == .classBooking
    let lookBusy = report.lines.first { $0.key == "lookBusyConfig" }
    #expect((lookBusy?.warnings.isEmpty == false) == isLookBusyOdd, "\(lookBusy?.warnings ?? [])")
  }

  /// Recurring bookings need one member: a team of two takes the switch with it, or stays away.
  @Test func fieldsThatDependOnEachOther() {
    let source = Calendars.full([
      "teamMembers": [["userId": "u5"], ["userId": "u6"]], "enableRecurring": true,
    ])
    var document = Calendars.document()
    let report = CopyPlan(from: source, choices: CopyChoices(["teamMembers", "enableRecurring"]))
      .apply(to: &document)
    #expect(document.validation.counts.errors == 0)
    #expect(report.skipped.map(\.line.key) == ["enableRecurring"])
    #expect(document["teamMembers"]?.array?.count == 2)
    // The switch is on in the target: the team has to stay.
    var recurring = Calendars.document(Calendars.full(["enableRecurring": true]))
    let other = CopyPlan(from: source, choices: CopyChoices(["teamMembers"])).apply(to: &recurring)
    #expect(other.skipped.first?.reason.contains("exactly one team member") == true)
    #expect(recurring.undoSteps.isEmpty)
  }
}
