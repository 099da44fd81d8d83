import JSON

/// What the lines of a summary are made of; each group of topics has a file of its own.
struct SummaryFacts {
  let calendar: JSONValue
  let type: CalendarType?
  let names: [String: String]
  let today: CalendarDate
  let dates: DateIndex
  let format: LocalFormat

  /// How many members, locations or dates a line names before it counts the rest.
  static let shown = 3

  /// The property that a line leads to.
  func key(of topic: CalendarSummary.Topic) -> CalendarKey {
    switch topic {
    case .what: .name
    case .length: .slotDuration
    case .availability: .availabilityType
    case .week: .openHours
    case .dates: .availabilities
    case .who: .teamMembers
    case .location: isWhereSetPerMember ? .teamMembers : .locationConfigurations
    case .limits: .allowBookingAfter
    case .lookBusy: .lookBusyConfig
    case .recurring: isOn(.enableRecurring) == true ? .recurring : .enableRecurring
    case .afterBooking: .formSubmitType
    case .policy: .autoConfirm
    case .notifications: .alertEmail
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
    case .lookBusy: LookBusyEffect(config: calendar[.lookBusyConfig]).line
    case .recurring: RecurrenceSentence(calendar: calendar).text
    case .afterBooking: afterBooking
    case .policy: policy
    case .notifications: notifications
    }
  }

  // MARK: Reading

  /// A value; nil where it says nothing: absent, null, or an empty text.
  func value(_ key: CalendarKey) -> JSONValue? { calendar[key]?.unlessBlank }

  /// The rows of a list; empty where there is none.
  func rows(_ key: CalendarKey) -> [JSONValue] { value(key)?.array ?? [] }

  /// What stands where a list belongs, in words; nil for a list and for nothing.
  func noList(_ key: CalendarKey) -> String? {
    guard let value = value(key), value.array == nil else { return nil }
    return "Not a list: \(Wording.value(value, of: CalendarSchema.field(key)))"
  }

  /// A switch, with what the service assumes where it is not set; nil for what is neither on nor
  /// off.
  func isOn(_ key: CalendarKey) -> Bool? {
    (value(key) ?? CalendarSchema.field(key)?.defaultValue ?? false).looseBool
  }

  /// One of two texts for a switch, or what it holds instead.
  func choose(_ key: CalendarKey, _ yes: String, _ no: String) -> String {
    switch isOn(key) {
    case true?: yes
    case false?: no
    case nil: "\(label(key)): \(Wording.meaning(of: key, in: calendar))"
    }
  }

  /// A choice in words, the default where it is not set; nil where there is no default either.
  func choice(_ key: CalendarKey) -> String? {
    guard let field = CalendarSchema.field(key), let value = value(key) ?? field.defaultValue
    else { return nil }
    return Wording.meaning(value, of: field)
  }

  /// The label of a property within a line.
  func label(_ key: CalendarKey) -> String {
    CalendarSchema.field(key)?.label.lowercased() ?? key.rawValue
  }

  /// A number with its unit; nil where it is not set, and where it is 0.
  func quantity(_ key: CalendarKey) -> String? {
    switch QuantityField(key)?.reading(in: calendar) {
    case nil, .notSet?: nil
    case .amount(0, _)?: nil
    case .amount?, .unreadable?: Wording.meaning(of: key, in: calendar)
    }
  }

  /// A few names, and how many more there are.
  func listed(_ names: [String], of count: Int) -> String {
    let rest = count - names.count
    return (names + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }
}
