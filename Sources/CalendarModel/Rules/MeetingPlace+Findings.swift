import JSON

extension MeetingPlace {
  /// What is probably wrong with the text of a location, where its kind makes it one of a sort.
  static func findings(in location: JSONObject, expecting sort: MeetingPlace) -> [Finding] {
    guard let text = location[member: LocationKey.location]?.text else { return [] }
    let place = MeetingPlace(kind: location[member: LocationKey.kind]?.text, location: text)
    guard place == sort, let warning = place.warning(for: text) else { return [] }
    return [Finding(warning, at: LocationKey.location.path)]
  }
}
