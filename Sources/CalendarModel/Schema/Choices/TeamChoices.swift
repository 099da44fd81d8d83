import JSON

/// How a round robin calendar chooses the person for a booking; API page, `eventType`.
package enum Distribution: String, ChoiceValue {
  case availability = "RoundRobin_OptimizeForAvailability"
  case equal = "RoundRobin_OptimizeForEqualDistribution"

  package var label: String {
    switch self {
    case .availability: "Optimise for availability"
    case .equal: "Equal distribution"
    }
  }

  package var meaning: String {
    switch self {
    case .availability: "Whoever is free, so that the most slots are offered."
    case .equal: "Bookings are spread evenly over the team."
    }
  }
}

/// Who is offered first when several are free; API page, `teamMembers[].priority`.
package enum Priority: ChoiceValue {
  case low, medium, high

  package var json: JSONValue {
    switch self {
    case .low: 0
    case .medium: 0.5
    case .high: 1
    }
  }

  package var label: String {
    switch self {
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    }
  }

  package var meaning: String {
    switch self {
    case .low: "Offered after the others."
    case .medium: "The default."
    case .high: "Offered before the others."
    }
  }
}
