import JSON

extension Rule {
  /// A text beside a conference, which makes its own link; API page,
  /// `locationConfigurations[].location`.
  static let locationNotApplicable = Rule(
    "location.notApplicable", .warning, objects: .location
  ) { location, _ in
    guard LocationKind(location)?.place == .notApplicable,
      let place = location[member: LocationKey.location], !place.isNull, place.text?.isEmpty != true
    else { return [] }
    return [
      Finding(
        "A location is not applicable to this kind; clear it, or choose another kind.",
        at: LocationKey.location.path)
    ]
  }
}
