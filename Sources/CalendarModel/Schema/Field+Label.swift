import JSON

extension Field {
  /// What the property is called in an object: that of a meeting place says what the kind of location
  /// wants, a phone number or an address.
  ///
  /// - Parameter object: the object that it stands in; nil where that is not known.
  package func label(in object: JSONValue?) -> String {
    guard case .text(.meetingPlace) = type, let object else { return label }
    return MeetingPlace(
      kind: object[member: LocationKey.kind]?.text, location: object[key: key]?.text
    ).label
      ?? label
  }
}
