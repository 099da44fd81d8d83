import JSON

extension SlotPreview {
  /// Which hours count; API page, `availabilityType`.
  package enum Availability: Sendable, Hashable {
    /// Null or absent: a date with an entry has its hours, every other one those of its weekday.
    case both
    /// 0: date-specific hours are ignored.
    case weekly
    /// 1: weekly hours are ignored.
    case dates

    /// Reads the property, also as a text; nil for a value that no document names.
    init?(_ value: JSONValue?) {
      switch (value, value?.looseInt) {
      case (nil, _), (.null?, _): self = .both
      case (_, 0?): self = .weekly
      case (_, 1?): self = .dates
      default: return nil
      }
    }
  }

  /// The properties that decide on start times, in minutes and moments.
  package struct Settings: Sendable, Hashable {
    package let now: CalendarMoment
    package let availability: Availability
    /// The length of a meeting in whole minutes, more than 0; nil where it is none.
    package let duration: Int?
    /// The distance between starts in whole minutes, more than 0; nil where it is none.
    package let interval: Int?
    /// The first moment that can be booked: now, or after the minimum notice.
    package let earliest: CalendarMoment
    /// The first moment that is too far ahead; nil for no horizon.
    package let latest: CalendarMoment?
    package let lookBusy: LookBusyEffect
    /// Whether nothing can be booked until the calendar is made active.
    package let isDraft: Bool
    /// The duration and the interval as they stand, for messages.
    package let durationText: String
    package let intervalText: String
    let remarks: [Remark]

    init(calendar: JSONValue, now: CalendarMoment) {
      self.now = now
      var remarks: [Remark] = []
      isDraft = calendar[key: "isActive"] == false
      if isDraft { remarks.append(.draft) }

      let type = calendar[key: "availabilityType"]
      availability = Availability(type) ?? .both
      if Availability(type) == nil { remarks.append(.unknownAvailability(Wording.value(type))) }

      (duration, durationText) = Self.length("slotDuration", in: calendar)
      (interval, intervalText) = Self.length("slotInterval", in: calendar)

      let notice = Reach("allowBookingAfter", in: calendar)
      earliest = max(now, notice.after(now, roundedUp: true) ?? now)
      if case .notUnderstood(let text) = notice { remarks.append(.noticeIgnored(text)) }
      let horizon = Reach("allowBookingFor", in: calendar)
      latest = horizon.after(now, roundedUp: false)
      if case .notUnderstood(let text) = horizon { remarks.append(.horizonIgnored(text)) }

      lookBusy = LookBusyEffect(config: calendar[key: "lookBusyConfig"])
      if lookBusy.isOn, calendar[key: "calendarType"]?.text == CalendarType.classBooking.rawValue {
        remarks.append(.lookBusyInClass)
      }
      if let cap = calendar[key: "appoinmentPerDay"]?.looseInt { remarks.append(.perDay(cap)) }
      if let seats = calendar[key: "appoinmentPerSlot"]?.looseInt, seats != 1 {
        remarks.append(.perSlot(seats))
      }
      self.remarks = remarks
    }

    /// The documented default of a duration and an interval in minutes, whatever their unit says.
    private static let usualLength = 30

    /// A length of time in whole minutes; where the number is absent or null, ``usualLength``.
    static func length(_ key: String, in calendar: JSONValue) -> (Int?, String) {
      guard let field = QuantityField(key) else { return (nil, "") }
      let text = field.text(in: calendar)
      let value = calendar[key: key]
      if value?.isNull ?? true { return (usualLength, text) }
      let unit = field.unitText(in: calendar) ?? TimeUnit.mins.rawValue
      guard let number = value?.looseNumber, let minutes = TimeUnit(rawValue: unit)?.minutes else {
        return (nil, text)
      }
      let length = number * Double(minutes)
      guard length > 0, length <= 1e6, Double(Int(length)) == length else { return (nil, text) }
      return (Int(length), text)
    }
  }

  /// How far a notice or a horizon reaches from now.
  private enum Reach {
    case nowhere
    /// In minutes, with parts of them.
    case minutes(Double)
    case months(Int)
    case notUnderstood(String)

    /// Reads a number and its unit, days where it is absent; 0 and less reach nowhere.
    init(_ key: String, in calendar: JSONValue) {
      guard let field = QuantityField(key), let value = calendar[key: key], !value.isNull else {
        self = .nowhere
        return
      }
      let unit = TimeUnit(rawValue: field.unitText(in: calendar) ?? TimeUnit.days.rawValue)
      switch (value.looseNumber, unit) {
      case (let number?, _?) where number <= 0: self = .nowhere
      case (let number?, .months?) where number <= 120_000 && number == Double(Int(number)):
        self = .months(Int(number))
      case (let number?, let unit?) where unit != .months && number <= 1e6:
        self = .minutes(number * Double(unit.minutes ?? 0))
      default: self = .notUnderstood(field.text(in: calendar))
      }
    }

    func after(_ now: CalendarMoment, roundedUp: Bool) -> CalendarMoment? {
      switch self {
      case .nowhere, .notUnderstood: nil
      case .minutes(let minutes):
        now.adding(minutes: Int(minutes) + (roundedUp && Double(Int(minutes)) < minutes ? 1 : 0))
      case .months(let months): now.adding(months: months)
      }
    }
  }

  /// Something worth knowing about a preview, which changes no start time.
  package enum Remark: Sendable, Hashable {
    case draft
    case perDay(Int)
    case perSlot(Int)
    case unknownAvailability(String)
    case noticeIgnored(String)
    case horizonIgnored(String)
    case unreadableDates(Int)
    case lookBusyInClass

    /// The remark in a sentence.
    package var text: String {
      switch self {
      case .draft: "The calendar is a draft: nothing can be booked until it is active."
      case .perDay(let count): "At most \(Wording.counted(count, "booking")) a day are taken."
      case .perSlot(let count): "Each slot takes \(Wording.counted(count, "booking")) per person."
      case .unknownAvailability(let value):
        "The availability type is \(value), which is unknown: both kinds of hours are counted."
      case .noticeIgnored(let value): "The minimum notice \(value) is not understood: ignored."
      case .horizonIgnored(let value): "The booking horizon \(value) is not understood: ignored."
      case .unreadableDates(let count):
        "\(Wording.counted(count, "date-specific entry")) without a date that exists: ignored."
      case .lookBusyInClass:
        "Look busy is not offered for class calendars; it may have no effect."
      }
    }
  }
}
