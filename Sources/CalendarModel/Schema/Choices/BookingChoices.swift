/// How the booking widget looks; API page, `widgetType`.
package enum WidgetType: String, ChoiceValue {
  case neo = "default"
  case classic

  package var label: String {
    switch self {
    case .neo: "Neo"
    case .classic: "Classic"
    }
  }

  package var meaning: String {
    switch self {
    case .neo: "The neo layout; the service calls it \(rawValue)."
    case .classic: "The classic layout."
    }
  }
}

/// What follows a booking; API page, `formSubmitType`.
package enum FormSubmitType: String, ChoiceValue {
  case redirect = "RedirectURL"
  case message = "ThankYouMessage"

  package var label: String {
    switch self {
    case .redirect: "Redirect"
    case .message: "Thank-you message"
    }
  }

  package var meaning: String {
    switch self {
    case .redirect: "The booker is sent to the redirect URL."
    case .message: "The booker reads the message."
    }
  }
}

/// What a booker says about guests; API page, `guestType`.
package enum GuestType: String, ChoiceValue {
  case count = "count_only"
  case details = "collect_detail"

  package var label: String {
    switch self {
    case .count: "Number only"
    case .details: "Details"
    }
  }

  package var meaning: String {
    switch self {
    case .count: "The booker says how many guests come."
    case .details: "The booker names each guest."
    }
  }
}

/// How a notification is sent; API page, `notifications[].type`.
package enum NotificationType: String, ChoiceValue {
  case email

  package var label: String { "E-mail" }
}
