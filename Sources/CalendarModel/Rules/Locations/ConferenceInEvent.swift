import JSON

extension Rule {
  /// Conferences in event calendars; API page, `locationConfigurations[].kind`.
  static let conferenceInEvent = Rule(
    "location.conferenceInEvent", .error, objects: .location
  ) { location, context in
    guard let reason = LocationKind(location)?.reasonUnsupported(in: context.calendarType) else {
      return []
    }
    return [Finding(reason + " Choose another kind.", at: LocationKey.kind.path)]
  }
}
