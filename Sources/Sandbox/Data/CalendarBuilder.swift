import CalendarModel
import JSON

/// Makes the calendars and schedules of a business from its table.
struct CalendarBuilder {
  let business: DemoBusiness
  let locationID: String
  let ids: DemoBusiness.IDs
  let today: CalendarDate

  private static let colors = [
    "#039be5", "#e06c75", "#98c379", "#c678dd", "#d19a66", "#56b6c2", "#1f3a5f",
  ]

  /// A name in the letters of a web address.
  static func slug(_ name: String) -> String {
    name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  func calendar(_ spec: CalendarSpec) -> JSONValue {
    // Something that differs from calendar to calendar, and is always the same for one.
    let dice = Int(DemoID.hash(of: spec.name) % 1000)
    let slug = Self.slug(spec.name)
    let group = business.groups.firstIndex { $0 == spec.group }
    var object = usual(spec, slug, color: Self.colors[(group ?? 0) % Self.colors.count])
    if let group { object["groupId"] = .text(ids.id("group", business.groups[group])) }
    if spec.kind == .roundRobin {
      object["eventType"] =
        dice.isMultiple(of: 2)
        ? "RoundRobin_OptimizeForAvailability" : "RoundRobin_OptimizeForEqualDistribution"
    }
    let places = spec.kind == .event ? nil : spec.team.enumerated().map(member)
    object["teamMembers"] = places.map(JSONValue.array)
    for trait in spec.traits { apply(trait, to: &object, spec) }
    finish(&object, spec)
    if let flaw = spec.flaw { flaw.apply(to: &object) }
    object["version"] = .integer(dice % 7 + 1)
    object["deleted"] = false
    object["dateAdded"] = .text("\(2022 + dice % 4)-0\(dice % 9 + 1)-1\(dice % 10)T09:30:00.000Z")
    object["dateUpdated"] = .text("\(today.adding(days: -(dice % 90)))T14:05:00.000Z")
    return .object(object)
  }

  // MARK: The usual settings

  private func usual(_ spec: CalendarSpec, _ slug: String, color: String) -> JSONObject {
    let settings: JSONValue = [
      "id": .text(ids.id("calendar", spec.name)), "locationId": .text(locationID),
      "calendarType": .text(spec.kind.rawValue), "name": .text(spec.name), "description": "",
      "slug": .text(slug), "widgetSlug": .text("\(Self.slug(business.name))/\(slug)"),
      "widgetType": "classic", "isActive": true, "eventTitle": "{{contact.name}}",
      "eventColor": .text(color), "slotDuration": .integer(spec.minutes),
      "slotDurationUnit": "mins", "slotInterval": .integer(spec.minutes),
      "slotIntervalUnit": "mins", "slotBuffer": 0, "slotBufferUnit": "mins", "preBuffer": 0,
      "preBufferUnit": "mins", "appoinmentPerSlot": 1, "allowBookingAfter": 4,
      "allowBookingAfterUnit": "hours", "allowBookingFor": 60, "allowBookingForUnit": "days",
      "openHours": .array(
        DemoHours.week(spec.week).map { days in
          [
            "daysOfTheWeek": .array(days.weekdays.map(JSONValue.integer)),
            "hours": .array(days.stretches.map(\.hour)),
          ]
        }),
      "availabilityType": 0, "enableRecurring": false,
      "formId": .text(ids.id("form", business.forms.first ?? "")), "stickyContact": true,
      "isLivePaymentMode": false, "autoConfirm": true,
      "shouldSendAlertEmailsToAssignedMember": true,
      "alertEmail": .text("desk@\(business.domain)"), "googleInvitationEmails": false,
      "allowReschedule": true, "allowCancellation": true, "notes": "",
      "formSubmitType": "ThankYouMessage",
      "formSubmitThanksMessage": .text("Thank you. \(business.name) looks forward to seeing you."),
      "guestType": "count_only", "lookBusyConfig": ["enabled": false, "LookBusyPercentage": 0],
    ]
    return settings.object ?? JSONObject()
  }

  private func member(_ place: Int, _ first: String) -> JSONValue {
    [
      "userId": .text(ids.id("user", business.person(first))), "priority": place == 0 ? 1 : 0.5,
      "isPrimary": .bool(place == 0), "selected": true,
    ]
  }

  // MARK: What differs

  private func apply(
    _ trait: CalendarSpec.Trait, to object: inout JSONObject, _ spec: CalendarSpec
  ) {
    switch trait {
    case .about(let text): object["description"] = .text(text)
    case .draft: object["isActive"] = false
    case .every(let minutes): object["slotInterval"] = .integer(minutes)
    case .buffer(let after, let before):
      object["slotBuffer"] = .integer(after)
      object["preBuffer"] = .integer(before)
    case .seats(let seats): object["appoinmentPerSlot"] = .integer(seats)
    case .perDay(let count): object["appoinmentPerDay"] = .integer(count)
    case .notice(let count, let unit):
      object["allowBookingAfter"] = .integer(count)
      object["allowBookingAfterUnit"] = .text(unit)
    case .ahead(let count, let unit):
      object["allowBookingFor"] = .integer(count)
      object["allowBookingForUnit"] = .text(unit)
    case .datesOnly: object["availabilityType"] = 1
    case .lookBusy(let percentage):
      object["lookBusyConfig"] = ["enabled": true, "LookBusyPercentage": .integer(percentage)]
    case .recurring(let freq, let count):
      object["enableRecurring"] = true
      object["recurring"] = [
        "freq": .text(freq), "count": .integer(count), "bookingOption": "skip",
        "bookingOverlapDefaultStatus": "confirmed", "interval": 1, "weekDays": [],
      ]
    case .form(let name): object["formId"] = .text(ids.id("form", name))
    case .redirect(let url):
      object["formSubmitType"] = "RedirectURL"
      object["formSubmitRedirectURL"] = .text(url)
    case .set(let key, let value): object[key] = value
    case .inHours, .holidays, .dates, .place, .flawed: break
    }
  }

  /// What several traits decide on together: units, dates and places.
  private func finish(_ object: inout JSONObject, _ spec: CalendarSpec) {
    var dates = ""
    var place: (kind: String, text: String?) = ("physical", "\(business.address), \(business.city)")
    for trait in spec.traits {
      switch trait {
      case .inHours: writeInHours(&object)
      case .holidays: dates += business.holidays + ";"
      case .dates(let text): dates += text + ";"
      case .place(let kind, let text): place = (kind, text)
      default: break
      }
    }
    let entries = DemoHours.dates(dates, today: today)
    if !entries.isEmpty {
      if object["availabilityType"] == 0 { object["availabilityType"] = .null }
      object["availabilities"] = .array(
        entries.sorted { $0.date < $1.date }.map { entry in
          [
            "id": .text(ids.id("date", "\(spec.name)/\(entry.date)")),
            "date": .text(entry.date.wire), "hours": .array(entry.stretches.map(\.hour)),
          ]
        })
    }
    var location = JSONObject([.init(key: "kind", value: .text(place.kind))])
    location["location"] = place.text.map(JSONValue.text)
    location["meetingId"] = .text("\(place.kind)_0")
    let locations = JSONValue.array([.object(location)])
    guard let members = object["teamMembers"]?.array else {
      object["locationConfigurations"] = locations
      return
    }
    object["teamMembers"] = .array(
      members.map { member in
        var member = member.object ?? JSONObject()
        member["locationConfigurations"] = locations
        return .object(member)
      })
  }

  private func writeInHours(_ object: inout JSONObject) {
    for key in ["slotDuration", "slotInterval"] {
      guard let minutes = object[key]?.int else { continue }
      object[key] =
        minutes.isMultiple(of: 60)
        ? .integer(minutes / 60) : JSONValue(floatLiteral: Double(minutes) / 60)
      object[key + "Unit"] = "hours"
    }
  }

  // MARK: Schedules

  func schedule(_ spec: ScheduleSpec) -> JSONValue {
    let days: [JSONValue] = DemoHours.week(spec.week).flatMap { days in
      days.weekdays.map { day in
        [
          "type": "wday", "day": .text(DemoHours.weekdays[day]),
          "intervals": .array(days.stretches.map(\.interval)),
        ]
      }
    }
    let dates: [JSONValue] = DemoHours.dates(spec.dates, today: today).map { entry in
      [
        "type": "date", "date": .text(entry.date.description),
        "intervals": .array(entry.stretches.map(\.interval)),
      ]
    }
    return [
      "id": .text(ids.id("schedule", "\(spec.user)/\(spec.name)")), "name": .text(spec.name),
      "locationId": .text(locationID),
      "userId": .text(ids.id("user", business.person(spec.user))),
      "timezone": .text(spec.timezone ?? business.timezone),
      "calendarIds": .array(spec.calendars.map { .text(ids.id("calendar", $0)) }),
      "deleted": false, "rules": .array(days + dates),
      "dateAdded": "2026-02-02T10:00:00.000Z",
      "dateUpdated": .text("\(today.adding(days: -9))T08:15:00.000Z"),
    ]
  }
}
