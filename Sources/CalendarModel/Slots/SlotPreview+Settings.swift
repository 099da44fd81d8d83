import JSON

extension SlotPreview {
  /// The properties that decide on start times, in minutes and moments.
  package struct Settings: Sendable, Hashable {
    package let now: CalendarMoment
    package let availability: AvailabilityType
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
      isDraft = calendar[.isActive]?.looseBool == false
      if isDraft { remarks.append(.draft) }

      let type = AvailabilityType(in: calendar)
      availability = type ?? .both
      if type == nil {
        remarks.append(.unknownAvailability(Self.words(.availabilityType, calendar)))
      }

      duration = Self.length(.slotDuration, in: calendar)
      durationText = Self.words(.slotDuration, calendar)
      interval = Self.length(.slotInterval, in: calendar)
      intervalText = Self.words(.slotInterval, calendar)

      let notice = Reach(.allowBookingAfter, in: calendar)
      earliest = max(now, notice.after(now, roundedUp: true) ?? now)
      if notice == .unreadable {
        remarks.append(.noticeIgnored(Self.words(.allowBookingAfter, calendar)))
      }
      let horizon = Reach(.allowBookingFor, in: calendar)
      latest = horizon.after(now, roundedUp: false)
      if horizon == .unreadable {
        remarks.append(.horizonIgnored(Self.words(.allowBookingFor, calendar)))
      }

      lookBusy = LookBusyEffect(config: calendar[.lookBusyConfig])
      if lookBusy.isOn, CalendarType(reading: calendar[.calendarType])?.offersLookBusy == false {
        remarks.append(.lookBusyInClass)
      }
      if let cap = calendar[.appoinmentPerDay]?.looseInt { remarks.append(.perDay(cap)) }
      if let seats = calendar[.appoinmentPerSlot]?.looseInt, seats != 1 {
        remarks.append(.perSlot(seats))
      }
      self.remarks = remarks
    }

    /// The documented default of a duration and an interval in minutes, whatever their unit says.
    private static let usualLength = 30

    /// A length of time in whole minutes; where the number is not set, ``usualLength``.
    static func length(_ key: CalendarKey, in calendar: JSONValue) -> Int? {
      guard let reading = QuantityField(key)?.reading(in: calendar) else { return nil }
      if reading == .notSet { return usualLength }
      guard let length = reading.minutes, length > 0, length <= 1e6, Double(Int(length)) == length
      else { return nil }
      return Int(length)
    }

    /// What stands in a property, with its unit, in words.
    private static func words(_ key: CalendarKey, _ calendar: JSONValue) -> String {
      Wording.meaning(of: key, in: calendar)
    }
  }

  /// How far a notice or a horizon reaches from now.
  private enum Reach: Equatable {
    case nowhere
    /// In minutes, with parts of them.
    case minutes(Double)
    case months(Int)
    case unreadable

    /// Reads a number and its unit; 0 and less reach nowhere.
    init(_ key: CalendarKey, in calendar: JSONValue) {
      let reading = QuantityField(key)?.reading(in: calendar) ?? .notSet
      switch reading {
      case .notSet: self = .nowhere
      case .amount(let number, _) where number <= 0: self = .nowhere
      case .amount(let number, .months) where number <= 120_000 && number == Double(Int(number)):
        self = .months(Int(number))
      case .amount(let number, _):
        self = reading.minutes.map { number <= 1e6 ? .minutes($0) : .unreadable } ?? .unreadable
      case .unreadable: self = .unreadable
      }
    }

    func after(_ now: CalendarMoment, roundedUp: Bool) -> CalendarMoment? {
      switch self {
      case .nowhere, .unreadable: nil
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
      case .perDay(let count):
        "The calendar takes at most \(Wording.counted(count, "booking")) a day."
      case .perSlot(let count):
        "Each slot takes \(Wording.counted(count, "booking")) per team member."
      case .unknownAvailability(let value):
        "The availability is \(value): weekly and date-specific hours are both counted."
      case .noticeIgnored(let value): "The minimum notice is \(value); it is ignored here."
      case .horizonIgnored(let value): "The booking horizon is \(value); it is ignored here."
      case .unreadableDates(let count):
        count == 1
          ? "1 date-specific entry has no date that exists; it is ignored here."
          : "\(count) date-specific entries have no date that exists; they are ignored here."
      case .lookBusyInClass:
        "Look busy is not offered for class calendars; it may have no effect."
      }
    }
  }
}
