import JSON

/// What limits a booking, and what follows it.
extension SummaryFacts {
  var limits: String {
    [
      quantity(.allowBookingAfter).map { "At least \($0) ahead" } ?? "No minimum notice",
      quantity(.allowBookingFor).map { "at most \($0) ahead" } ?? "no limit ahead",
      perSlot, perDay,
    ].joined(separator: ", ")
  }

  /// In a class calendar each booking takes a seat.
  private var perSlot: String {
    count(.appoinmentPerSlot, type == .classBooking ? "seat" : "booking", "per slot")
      ?? "any number per slot"
  }

  private var perDay: String { count(.appoinmentPerDay, nil, "a day") ?? "any number a day" }

  /// "2 seats per slot", "8 a day"; nil where the property is not set and the service assumes nothing.
  private func count(_ key: CalendarKey, _ noun: String?, _ per: String) -> String? {
    guard let field = CalendarSchema.field(key), let value = value(key) ?? field.defaultValue
    else { return nil }
    let words = Wording.meaning(value, of: field)
    if value.typedNumber == nil { return "\(label(key)): \(words)" }
    let count = value.looseInt
    let counted = noun.map { noun in
      count.map { Wording.counted($0, noun) } ?? "\(words) \(noun)s"
    }
    return "\(counted ?? count.map(String.init) ?? words) \(per)"
  }

  var afterBooking: String {
    let chosen = value(.formSubmitType) ?? CalendarSchema.field(.formSubmitType)?.defaultValue
    switch FormSubmitType(reading: chosen) {
    case .redirect?:
      return value(.formSubmitRedirectURL) == nil
        ? "Redirect, but no URL is given"
        : "Redirect to \(Wording.meaning(of: .formSubmitRedirectURL, in: calendar))"
    case .message?:
      return value(.formSubmitThanksMessage) == nil
        ? "The standard thank-you message"
        : "Message \(Wording.meaning(of: .formSubmitThanksMessage, in: calendar))"
    case nil: return "After booking \(Wording.meaning(of: .formSubmitType, in: calendar))"
    }
  }

  var policy: String {
    [
      choose(.autoConfirm, "Confirmed at once", "Somebody confirms"),
      choose(.allowReschedule, "rescheduling allowed", "no rescheduling"),
      choose(.allowCancellation, "cancelling allowed", "no cancelling"),
    ].joined(separator: ", ").capitalizedFirst
  }

  var notifications: String {
    var notified: [String] = []
    let member = choose(.shouldSendAlertEmailsToAssignedMember, "The assigned member", "")
    if !member.isEmpty { notified.append(member) }
    if value(.alertEmail) != nil {
      notified.append(Wording.meaning(of: .alertEmail, in: calendar))
    }
    let rules = rows(.notifications).count
    if rules > 0 { notified.append("\(Wording.counted(rules, "notification")) (deprecated)") }
    if let odd = noList(.notifications) { notified.append("notifications: \(odd)") }
    return notified.isEmpty
      ? "Nobody, by these settings" : notified.joined(separator: ", ")
  }
}
