import JSON

/// What of an oddly loaded value goes out, where it has to: with the whole calendar, or put back.
extension Field {
  /// A loaded value as an update can carry it.
  ///
  /// That is what it means, in the type and the spelling of the API page: `"8"` is 8 where a number belongs, `"true"` is true, and `zoom` is the kind of that name.
  ///
  /// What no document lists may be known to the service, so that an unknown choice stays. Members that
  /// mean nothing are left out.
  /// - Parameter version: that of the calls; not every one takes the same choices.
  /// - Returns: nil for a value that means nothing that the service takes, as `""` for a number.
  func carried(_ value: JSONValue, in version: APIVersion) -> JSONValue? {
    if value.isNull { return value }
    switch type {
    case .number: return value.typedNumber.map { .number($0) }
    case .toggle: return value.looseBool.map { .bool($0) }
    case .choice(let choices): return carried(value, by: choices, version)
    case .choices(let choices):
      return value.array.map { .array($0.map { carried($0, by: choices, version) }) }
    case .text, .longText: return (value.text ?? value.number?.spelling).map { .text($0) }
    case .object(let type): return value.object.map { .object(Self.carried($0, type, version)) }
    case .list(let type):
      func row(_ row: JSONValue) -> JSONValue {
        row.object.map { .object(Self.carried($0, type, version)) } ?? row
      }
      return value.array.map { .array($0.map(row)) }
    }
  }

  private func carried(
    _ value: JSONValue, by choices: [Choice], _ version: APIVersion
  ) -> JSONValue {
    if let choice = choices.match(value), choice.isTaken(by: version) { return value }
    if let choice = choices.first(where: { $0.isMeant(by: value) }) { return choice.value }
    return CalendarSchema.isUnit(key) ? TimeUnit(reading: value)?.json ?? value : value
  }

  private static func carried(
    _ object: JSONObject, _ type: ObjectType, _ version: APIVersion
  ) -> JSONObject {
    JSONObject(
      object.members.compactMap { member in
        guard let field = type.field(member.key), !field.isReadOnly else { return member }
        return field.carried(member.value, in: version).map { .init(key: member.key, value: $0) }
      })
  }
}
