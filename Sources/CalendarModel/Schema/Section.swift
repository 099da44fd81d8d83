/// A part of the settings that is shown as one form.
package enum Section: String, Sendable, Hashable, CaseIterable {
  case general, team, locations, weeklyHours, dateHours, slots, lookBusy, recurring
  case bookingForm, afterBooking, contacts, notifications

  package var title: String {
    switch self {
    case .general: "General"
    case .team: "Team members"
    case .locations: "Locations"
    case .weeklyHours: "Weekly hours"
    case .dateHours: "Date hours"
    case .slots: "Slots and limits"
    case .lookBusy: "Look busy"
    case .recurring: "Recurring"
    case .bookingForm: "Booking form"
    case .afterBooking: "After booking"
    case .contacts: "Contacts, policy"
    case .notifications: "Notifications"
    }
  }

  package var help: String {
    switch self {
    case .general: "What the calendar is called, where it is found and how it looks."
    case .team: "Who takes the bookings, and how they are distributed."
    case .locations: "Where the meetings of the calendar itself take place."
    case .weeklyHours: "When it can be booked in any week."
    case .dateHours: "Dates with hours of their own, or closed."
    case .slots: "How long a meeting is, which start times are offered, and how many."
    case .lookBusy: "Hides a share of the free slots from bookers."
    case .recurring: "Bookings that repeat."
    case .bookingForm: "What a booker fills in."
    case .afterBooking: "What a booker sees when the booking is made."
    case .contacts: "What a booking does, and what may be done to it afterwards."
    case .notifications: "Who is notified of a booking."
    }
  }
}
