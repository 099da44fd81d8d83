/// What a calendar's type requires of its team and its locations, for the rules and for the sentences
/// that the form shows.
extension CalendarType {
  /// How many team members a calendar may have.
  package enum TeamSize: Sendable, Hashable {
    case any, atLeastOne, exactlyOne

    /// Whether a team may have this many members.
    package func allows(_ count: Int) -> Bool {
      switch self {
      case .any: true
      case .atLeastOne: count > 0
      case .exactlyOne: count == 1
      }
    }

    var text: String {
      switch self {
      case .any: "needs no team members"
      case .atLeastOne: "at least one member"
      case .exactlyOne: "exactly one member"
      }
    }
  }

  /// How many team members it needs; API page, `teamMembers`.
  package var teamSize: TeamSize {
    switch self {
    case .roundRobin, .collective, .classBooking, .serviceBooking: .atLeastOne
    case .personal: .exactlyOne
    case .event: .any
    }
  }

  /// Whether one of the members has to be primary; no calendar may have more than one primary member.
  package var needsPrimary: Bool { self == .collective }

  /// Whether each team member may have only one location; API page, `teamMembers`.
  package var allowsOneLocationPerMember: Bool { self == .classBooking || self == .collective }

  /// Whether the locations of the calendar itself count; API page, `locationConfigurations`.
  package var hasOwnLocations: Bool { self == .event }

  /// Whether a location can be a conference; API page, `locationConfigurations[].kind`.
  package var supportsConferences: Bool { self != .event }

  /// Whether "look busy" is offered for it.
  package var offersLookBusy: Bool { self != .classBooking }
}

/// The rules that depend on the calendar's type, in sentences for the heads of sections.
package enum TypeRules {
  /// Those about team members.
  ///
  /// "Collective: at least one member; exactly one primary; one location each."
  package static func team(_ type: CalendarType?) -> String {
    guard let type else {
      return "Type not known: at most one primary; several locations only with a single member; "
        + "how many members it needs depends on the type."
    }
    var parts = [type.teamSize.text]
    if type.hasOwnLocations { parts.append("the calendar has the locations, not the members") }
    if type.teamSize != .exactlyOne {
      parts.append(type.needsPrimary ? "exactly one primary" : "at most one primary")
    }
    if type.allowsOneLocationPerMember {
      parts.append("one location each")
    } else if !type.hasOwnLocations {
      parts.append(
        type.teamSize == .exactlyOne
          ? "with one location or several" : "several locations only with a single member")
    }
    return "\(type.label): \(parts.joined(separator: "; "))."
  }

  /// Those about meeting locations.
  ///
  /// "Event: the calendar's own locations; conferences are not supported."
  package static func locations(_ type: CalendarType?) -> String {
    guard let type else {
      return "Type not known: an event calendar has its locations here and supports no "
        + "conferences; in other types each team member has locations."
    }
    let place =
      type.hasOwnLocations
      ? "the calendar's own locations"
      : "each team member has locations; these here are meant for event calendars"
    return "\(type.label): \(place)"
      + (type.supportsConferences ? "." : "; conferences are not supported.")
  }

  /// Why bookings cannot recur with a team of this size, without a full stop; nil where they can.
  ///
  /// API page, `enableRecurring`.
  package static func recurring(memberCount: Int) -> String? {
    if CalendarType.TeamSize.exactlyOne.allows(memberCount) { return nil }
    return "Recurring bookings need exactly one team member, and there "
      + (memberCount == 0 ? "is none" : "are \(memberCount)")
  }
}
