import JSON

extension Rule {
  /// The link of a meeting.
  static let link = Rule("location.link", .warning, objects: .location) { location, _ in
    MeetingPlace.findings(in: location, expecting: .link)
  }
}
