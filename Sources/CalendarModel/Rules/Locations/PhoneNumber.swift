import JSON

extension Rule {
  /// The phone number of a call.
  static let phoneNumber = Rule("location.phone", .warning, objects: .location) { location, _ in
    MeetingPlace.findings(in: location, expecting: .phoneNumber)
  }
}
