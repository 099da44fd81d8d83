import JSON

/// What sort of place a meeting location is; API page, `locationConfigurations[].kind`.
package enum LocationKind: String, Sendable, Hashable, CaseIterable {
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
    guard let kind = location["kind"]?.text else { return nil }
    self.init(rawValue: kind)
  }

  /// What it is called on screen.
  package var label: String { choice?.label ?? rawValue }

  /// What choosing it means, in a sentence.
  package var meaning: String { choice?.meaning ?? "" }

  private var choice: Choice? { Choices.locationKind.match(.text(rawValue)) }

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
  /// A custom text that starts like a link is one. Kinds that no document names, such as `zoom` and
  /// `google_meet`, come with links or with nothing; others take any text.
  package init(kind: String?, location: String?) {
    let beginsAsLink = location.map(Self.beginsAsLink) ?? false
    switch (kind.flatMap(LocationKind.init(rawValue:)), kind) {
    case (.custom?, _): self = beginsAsLink ? .link : .text
    case (let known?, _): self = known.place
    case (nil, "zoom"?), (nil, "google_meet"?), (nil, "ms_teams"?): self = .link
    case (nil, _): self = beginsAsLink ? .link : .text
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
