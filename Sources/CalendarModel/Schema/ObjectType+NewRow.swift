import JSON

extension ObjectType {
  /// A new row of what a person chose before it: a user by id, a kind of location.
  ///
  /// - Parameter choice: the value of the property that the person is asked for; it means nothing
  ///   where nobody is asked, and the row is the template then.
  package func newRow(choosing choice: JSONValue) -> JSONValue {
    switch firstChoice {
    case .user?:
      guard var row = template.object else { return template }
      row[member: MemberKey.userId] = choice
      return .object(row)
    case .locationKind?: return LocationKey.object([.kind: choice])
    case nil: return template
    }
  }
}
