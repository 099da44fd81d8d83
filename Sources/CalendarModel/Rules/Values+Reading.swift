import JSON

extension Field {
  /// The limits of a number; nil for every other field.
  var numberLimits: NumberLimits? {
    if case .number(let limits) = type { limits } else { nil }
  }
}

extension JSONValue {
  /// A number that a double can hold; nil for every other value.
  var finiteNumber: Double? { number.flatMap { $0.double.isFinite ? $0.double : nil } }
}

extension [Choice] {
  /// The choice that a value is; numbers by value.
  package func match(_ value: JSONValue) -> Choice? { first { $0.value.isEquivalent(to: value) } }

  /// The values as they stand in the JSON, with commas between them.
  var listed: String {
    map { choice in
      let only = choice.version.map { " (\($0.rawValue) only)" } ?? ""
      return Wording.value(choice.value) + only
    }.joined(separator: ", ")
  }

  /// Those that a version of the calls takes.
  package func taken(by version: APIVersion) -> [Choice] { filter { $0.isTaken(by: version) } }
}
