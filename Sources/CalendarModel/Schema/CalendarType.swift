import JSON

/// What kind of calendar it is; in answers only (`calendarType`), and half the rules depend on it.
public enum CalendarType: String, Sendable, Hashable, CaseIterable {
  case roundRobin = "round_robin"
  case event
  case classBooking = "class_booking"
  case collective
  case serviceBooking = "service_booking"
  case personal

  public var label: String {
    switch self {
    case .roundRobin: "Round robin"
    case .event: "Event"
    case .classBooking: "Class"
    case .collective: "Collective"
    case .serviceBooking: "Service"
    case .personal: "Personal"
    }
  }

  /// Whether an update without team members is refused; API page, `teamMembers`.
  public var needsTeamMembers: Bool {
    switch self {
    case .roundRobin, .collective, .classBooking, .serviceBooking: true
    case .event, .personal: false
    }
  }

  /// Whether each team member may have one location at most; API page, `teamMembers`.
  public var allowsOneLocationPerMember: Bool { self == .classBooking || self == .collective }

  static let choices = allCases.map { Choice(.text($0.rawValue), $0.label) }
}
