import JSON

/// What the lines of a summary are made of.
struct SummaryFacts {
  let calendar: JSONValue
  let type: CalendarType?
  let names: [String: String]
  let today: CalendarDate
  let dates: DateIndex

  /// How many members, locations or dates are named before the rest is counted.
  private static let shown = 3

  /// The property that a line leads to.
  func key(of topic: CalendarSummary.Topic) -> String {
    switch topic {
    case .what: "name"
    case .length: "slotDuration"
    case .availability: "availabilityType"
    case .week: "openHours"
    case .dates: "availabilities"
    case .who: "teamMembers"
    case .location: isWhereSetPerMember ? "teamMembers" : "locationConfigurations"
    case .limits: "allowBookingAfter"
    case .lookBusy: "lookBusyConfig"
    case .recurring: calendar[key: "enableRecurring"] == true ? "recurring" : "enableRecurring"
    case .afterBooking: "formSubmitType"
    case .policy: "autoConfirm"
    case .notifications: "alertEmail"
    }
  }

  func text(of topic: CalendarSummary.Topic) -> String {
    switch topic {
    case .what: what
    case .length: length
    case .availability: availability
    case .week: week
    case .dates: dateEntries
    case .who: who
    case .location: location
    case .limits: limits
    case .lookBusy: lookBusy
    case .recurring: RecurrenceSentence(calendar: calendar).text
    case .afterBooking: afterBooking
    case .policy: policy
    case .notifications: notifications
    }
  }

  // MARK: Reading

  /// A value; nil where it is absent or null.
  private func value(_ key: String) -> JSONValue? {
    calendar[key: key].flatMap { $0.isNull ? nil : $0 }
  }

  /// A text that is not blank.
  private func text(_ key: String) -> String? {
    value(key)?.text.flatMap { $0.trimmed.isEmpty ? nil : $0 }
  }

  /// A switch, with what the service assumes where it is not set; nil for what is neither.
  private func isOn(_ key: String) -> Bool? {
    (value(key) ?? CalendarSchema.field(key)?.defaultValue ?? false).bool
  }

  /// One of two texts for a switch, or what it holds instead.
  private func choose(_ key: String, _ yes: String, _ no: String) -> String {
    switch isOn(key) {
    case true?: yes
    case false?: no
    case nil: "\(CalendarSchema.field(key)?.label.lowercased() ?? key): \(odd(value(key)))"
    }
  }

  private func odd(_ value: JSONValue?) -> String { Wording.value(value) + "?" }

  /// The label of a choice, that of the default where it is not set.
  private func choice(_ key: String) -> String? {
    guard let field = CalendarSchema.field(key), let value = value(key) ?? field.defaultValue
    else { return nil }
    guard case .choice(let choices) = field.type, let match = choices.match(value) else {
      return odd(value)
    }
    return match.label
  }

  private func quantity(_ key: String) -> String? {
    guard let field = QuantityField(key) else { return nil }
    let text = field.text(in: calendar)
    return text.isEmpty ? nil : text
  }

  /// Whether a number is set and not 0.
  private func counts(_ key: String) -> Bool {
    value(key).map { $0.looseNumber != 0 } ?? false
  }

  private func listed(_ names: [String], of count: Int) -> String {
    let rest = count - names.count
    return (names + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }

  // MARK: What and when

  private var what: String {
    let kind = type?.label ?? value("calendarType").map(odd) ?? "Type not known"
    let widget = choice("widgetType").map { "\($0.lowercased()) widget" }
    return [kind, choose("isActive", "active", "draft"), widget].compactMap { $0 }
      .joined(separator: ", ")
  }

  private var length: String {
    let duration = quantity("slotDuration") ?? "30 min (default)"
    let interval = quantity("slotInterval") ?? "30 min (default)"
    let before = counts("preBuffer") ? quantity("preBuffer").map { "\($0) before" } : nil
    let after = counts("slotBuffer") ? quantity("slotBuffer").map { "\($0) after" } : nil
    let buffers = [before, after].compactMap { $0 }
    return "\(duration), every \(interval); "
      + (buffers.isEmpty ? "no buffers" : "buffers \(buffers.joined(separator: ", "))")
  }

  private var availabilityType: SlotPreview.Availability? {
    SlotPreview.Availability(value("availabilityType"))
  }

  private var availability: String {
    switch availabilityType {
    case .both?: "Weekly hours; dates with an entry have their own"
    case .weekly?: "Weekly hours only"
    case .dates?: "Date-specific hours only"
    case nil: "Availability type \(odd(value("availabilityType")))"
    }
  }

  private var week: String {
    let week = WeekHours(calendar[WeekHours.path])
    let ignored = week.days.reduce(0) { $0 + $1.hours.ignored.count }
    var text = week.isClosed ? "No weekly hours" : week.text.capitalizedFirst
    if ignored > 0 { text += "; \(Wording.counted(ignored, "range")) ignored" }
    return availabilityType == .dates ? "\(text) (no effect)" : text
  }

  private var dateEntries: String {
    var parts: [String] = []
    let days = dates.days(from: CalendarDate(daysSinceEpoch: .min))
    let coming = days.drop { $0 < today }
    if !coming.isEmpty {
      let next = coming.prefix(Self.shown).map { date in
        "\(date) \(dates.hours(of: date, in: calendar[DateIndex.path])?.text ?? "")"
      }
      parts.append(
        "\(Wording.counted(coming.count, "date")) to come: " + next.joined(separator: "; ")
          + (coming.count > next.count ? "; …" : ""))
    }
    let past = days.count - coming.count
    if past > 0 { parts.append("\(Wording.counted(past, "date")) past") }
    if dates.unreadable > 0 {
      parts.append("\(Wording.counted(dates.unreadable, "entry")) without a date")
    }
    if parts.isEmpty { return "No date-specific hours" }
    return parts.joined(separator: "; ") + (availabilityType == .weekly ? " (no effect)" : "")
  }

  // MARK: Who and where

  private var members: [JSONValue] { value("teamMembers")?.array ?? [] }

  private func name(_ member: JSONValue) -> String {
    let id = member[key: "userId"]?.text ?? ""
    let name = names[id] ?? id
    return name.trimmed.isEmpty ? "nobody chosen" : name
  }

  private var who: String {
    let members = members
    if members.isEmpty {
      return type?.teamSize.allows(0) == false ? "Nobody yet" : "No team members"
    }
    // Primary members first, so that they are among those named.
    let primary = members.filter { $0[key: "isPrimary"] == true }
    let others = members.lazy.filter { $0[key: "isPrimary"] != true }.prefix(Self.shown)
    let named = primary.prefix(Self.shown).map { "\(name($0)) (primary)" } + others.map(name)
    let text = listed(Array(named.prefix(Self.shown)), of: members.count)
    guard type == .roundRobin, let distribution = choice("eventType") else { return text }
    return "\(text); \(distribution.prefix(1).lowercased() + distribution.dropFirst())"
  }

  private var locations: [JSONValue] { value("locationConfigurations")?.array ?? [] }

  private func locations(of member: JSONValue) -> [JSONValue] {
    member[key: "locationConfigurations"]?.array ?? []
  }

  /// Whether only members have locations.
  private var isWhereSetPerMember: Bool {
    locations.isEmpty && members.contains { !locations(of: $0).isEmpty }
  }

  private func place(_ location: JSONValue) -> String {
    let text = RowSummary.text(of: location, kind: .location)
    return text.isEmpty ? "no kind" : text
  }

  private var location: String {
    if !locations.isEmpty {
      return listed(locations.prefix(Self.shown).map(place), of: locations.count)
    }
    let having = members.filter { !locations(of: $0).isEmpty }
    if having.isEmpty { return "No meeting location" }
    let named = having.prefix(Self.shown).map { member in
      let places = locations(of: member)
      return "\(name(member)): \(listed(places.prefix(1).map(place), of: places.count))"
    }
    return named.joined(separator: "; ")
      + (having.count > named.count ? "; \(having.count - named.count) more" : "")
  }

  // MARK: Limits and what follows

  private var limits: String {
    let notice = counts("allowBookingAfter") ? quantity("allowBookingAfter") : nil
    let horizon = counts("allowBookingFor") ? quantity("allowBookingFor") : nil
    let perSlot = value("appoinmentPerSlot").map { $0.text ?? $0.printed() } ?? "1"
    let perDay = value("appoinmentPerDay").map { "\($0.text ?? $0.printed()) a day" }
    return [
      notice.map { "At least \($0) ahead" } ?? "No minimum notice",
      horizon.map { "at most \($0) ahead" } ?? "no horizon",
      "\(perSlot) per slot", perDay ?? "any number a day",
    ].joined(separator: ", ")
  }

  private var lookBusy: String {
    let effect = LookBusyEffect(config: value("lookBusyConfig"))
    if let enabled = value("lookBusyConfig")?[key: "enabled"], enabled.bool == nil, !enabled.isNull
    {
      return "Switch: \(odd(enabled))"
    }
    if !effect.isOn { return "Off" }
    return effect.percentage == nil
      ? "On, but no percentage is set" : "On, \(effect.percentageText) of the slots hidden"
  }

  private var afterBooking: String {
    switch value("formSubmitType")?.text ?? (value("formSubmitType") == nil ? "" : nil) {
    case "RedirectURL":
      return text("formSubmitRedirectURL").map { "Redirect to \($0)" }
        ?? "Redirect, but no URL is given"
    case "ThankYouMessage", "":
      return text("formSubmitThanksMessage").map { "Message \(Wording.quoted($0))" }
        ?? "Thank-you message, none of its own"
    default: return "After booking: \(odd(value("formSubmitType")))"
    }
  }

  private var policy: String {
    [
      choose("autoConfirm", "Confirmed at once", "Somebody confirms"),
      choose("allowReschedule", "rescheduling allowed", "no rescheduling"),
      choose("allowCancellation", "cancelling allowed", "no cancelling"),
    ].joined(separator: ", ")
  }

  private var notifications: String {
    var told: [String] = []
    switch isOn("shouldSendAlertEmailsToAssignedMember") {
    case true?: told.append("The assigned member")
    case false?: break
    case nil:
      told.append("The assigned member: " + odd(value("shouldSendAlertEmailsToAssignedMember")))
    }
    if let address = text("alertEmail") { told.append(address) }
    let rules = value("notifications")?.array?.count ?? 0
    if rules > 0 { told.append("\(Wording.counted(rules, "notification")) (deprecated)") }
    return told.isEmpty ? "Nobody by this calendar" : told.joined(separator: ", ")
  }
}
