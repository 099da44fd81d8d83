import JSON

/// The type of a calendar, which only answers have (`calendarType`) and many rules depend on.
package enum CalendarType: String, Sendable, Hashable, CaseIterable {
  case roundRobin = "round_robin"
  case event
  case classBooking = "class_booking"
  case collective
  case serviceBooking = "service_booking"
  case personal

  package var label: String {
    switch self {
    case .roundRobin: "Round robin"
    case .event: "Event"
    case .classBooking: "Class"
    case .collective: "Collective"
    case .serviceBooking: "Service"
    case .personal: "Personal"
    }
  }

  static let choices = allCases.map { Choice(.text($0.rawValue), $0.label) }
}
