/// The type of a calendar, which only answers have (`calendarType`) and many rules depend on.
package enum CalendarType: String, ChoiceValue {
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
}
