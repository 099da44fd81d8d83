import JSON

/// What sort of place a meeting location is; API page, `locationConfigurations[].kind`.
package enum LocationKind: String, ChoiceValue {
  case custom
  case zoomConference = "zoom_conference"
  case googleConference = "google_conference"
  case inboundCall = "inbound_call"
  case outboundCall = "outbound_call"
  case physical
  case booker
  case teamsConference = "ms_teams_conference"

  /// The kind of a meeting location as it stands in the JSON; nil for one that no document names.
  init?(_ location: JSONObject) {
    guard let kind = location[member: LocationKey.kind]?.text else { return nil }
    self.init(rawValue: kind)
  }

  package var label: String {
    switch self {
    case .custom: "Custom"
    case .zoomConference: "Zoom"
    case .googleConference: "Google Meet"
    case .inboundCall: "Inbound call"
    case .outboundCall: "Outbound call"
    case .physical: "Address"
    case .booker: "Ask the booker"
    case .teamsConference: "MS Teams"
    }
  }

  package var meaning: String {
    switch self {
    case .custom: "Any text: a place or a link."
    case .zoomConference: "A Zoom meeting made by the service."
    case .googleConference: "A Google Meet made by the service."
    case .inboundCall: "The booker calls this phone number."
    case .outboundCall: "The booker is called."
    case .physical: "A postal address."
    case .booker: "The booker says where."
    case .teamsConference: "A Teams meeting made by the service."
    }
  }

  /// Loaded calendars have them with a link of their own, or with none.
  package var otherSpellings: [String] {
    switch self {
    case .zoomConference: ["zoom"]
    case .googleConference: ["google_meet"]
    case .teamsConference: ["ms_teams"]
    case .custom, .inboundCall, .outboundCall, .physical, .booker: []
    }
  }

  /// Whether the service creates the link of the meeting.
  package var isConference: Bool {
    switch self {
    case .zoomConference, .googleConference, .teamsConference: true
    case .custom, .inboundCall, .outboundCall, .physical, .booker: false
    }
  }

  /// What its `location` property holds; API page, `locationConfigurations[].location`.
  package var place: MeetingPlace {
    switch self {
    case .zoomConference, .googleConference, .teamsConference: .notApplicable
    case .inboundCall, .outboundCall: .phoneNumber
    case .physical: .address
    case .custom, .booker: .text
    }
  }

  /// Why a calendar of a type does not support it; nil where it does, and where the type is unknown.
  package func reasonUnsupported(in type: CalendarType?) -> String? {
    guard let type, !type.supportsConferences, isConference else { return nil }
    return "Conferences are not supported in \(type.label.lowercased()) calendars."
  }

  /// Why nobody can say which kinds are supported; nil where the type is known.
  package static func reasonUnknown(for type: CalendarType?) -> String? {
    type == nil
      ? "The calendar's type is not known; an event calendar does not support conferences." : nil
  }
}

/// What the `location` property of a meeting location is, as it is labelled and checked.
package enum MeetingPlace: Sendable, Hashable, CaseIterable {
  case phoneNumber, address, link, text
  /// The property is not used.
  case notApplicable

  /// The label of the field; nil where it is hidden.
  package var label: String? {
    switch self {
    case .phoneNumber: "Phone number"
    case .address: "Address"
    case .link: "Link"
    case .text: "Text"
    case .notApplicable: nil
    }
  }

  /// What the property is for a kind as it stands in the JSON, and the text that it has.
  ///
  /// A custom text that begins like a link is one. A conference under another name (`zoom`) comes
  /// with a link or with nothing; a kind that no document names takes any text.
  package init(kind: String?, location: String?) {
    let textOrLink = location.map(Self.beginsAsLink) == true ? MeetingPlace.link : .text
    let known = kind.flatMap(LocationKind.init(rawValue:))
    switch known ?? LocationKind(reading: kind.map(JSONValue.text)) {
    case nil, .custom?: self = textOrLink
    case let meant?: self = known == nil ? .link : meant.place
    }
  }

  private static func beginsAsLink(_ text: String) -> Bool {
    let lower = text.trimmed.lowercased()
    return ["http:", "https:", "www."].contains(where: lower.hasPrefix)
  }

  /// What is probably wrong with a text of this sort; nil for nothing, and for an empty text.
  ///
  /// A template tag such as `{{contact.phone}}` may stand for anything.
  package func warning(for text: String) -> String? {
    if text.trimmed.isEmpty || self != .notApplicable && text.contains("{{") { return nil }
    switch self {
    case .phoneNumber where !TextCheck.isPhoneNumber(text):
      return "This is not a phone number, such as +14455550132."
    case .link where !TextCheck.isWebAddress(text):
      return "This is not a web address; it should begin with https://."
    case .notApplicable: return "A location is not applicable to this kind."
    case .phoneNumber, .address, .link, .text: return nil
    }
  }
}
