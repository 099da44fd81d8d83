/// How often a booking repeats; API page, `recurring.freq`.
package enum Frequency: String, ChoiceValue {
  case daily = "DAILY"
  case weekly = "WEEKLY"
  case monthly = "MONTHLY"

  package var label: String {
    switch self {
    case .daily: "Daily"
    case .weekly: "Weekly"
    case .monthly: "Monthly"
    }
  }
}

/// What happens when one of the repeated slots is taken; API page, `recurring.bookingOption`.
package enum BookingOption: String, ChoiceValue {
  case skip
  case `continue`
  case bookNext = "book_next"

  package var label: String {
    switch self {
    case .skip: "Skip"
    case .continue: "Continue"
    case .bookNext: "Book the next one"
    }
  }

  package var meaning: String {
    switch self {
    case .skip: "That one is left out."
    case .continue: "It is booked anyway."
    case .bookNext: "The next free slot is booked."
    }
  }
}

/// The status of a booking whose repeated slot overlaps another one; API page,
/// `recurring.bookingOverlapDefaultStatus`.
package enum OverlapStatus: String, ChoiceValue {
  case confirmed
  case new

  package var label: String {
    switch self {
    case .confirmed: "Confirmed"
    case .new: "New"
    }
  }

  package var meaning: String {
    switch self {
    case .confirmed: "It counts at once."
    case .new: "Somebody confirms it."
    }
  }
}
