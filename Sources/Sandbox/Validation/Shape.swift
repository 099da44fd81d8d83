/// What a property of the update body may hold, as the API page documents it.
indirect enum Shape: Sendable {
  case string
  case email
  case url
  case color
  /// `<YYYY-MM-DD>T00:00:00.000Z`.
  case date
  case boolean
  case number(min: Int? = nil, max: Int? = nil)
  case oneOf([String])
  /// Numbers by their usual spelling.
  case oneOfNumbers([String])
  case numbers(min: Int, max: Int)
  case object(ObjectShape)
  case objects(ObjectShape)
}

/// The properties that an object may have; all others are refused.
struct ObjectShape: Sendable {
  struct Property: Sendable {
    let name: String
    let shape: Shape
    var isRequired = false
  }

  let properties: [Property]
  /// Keys of loaded rows that the page does not list; an indulgent service takes them back.
  let answerOnly: [String]

  init(
    required: [(String, Shape)] = [], optional: [(String, Shape)] = [], answerOnly: [String] = []
  ) {
    self.answerOnly = answerOnly
    properties =
      required.map { Property(name: $0.0, shape: $0.1, isRequired: true) }
      + optional.map { Property(name: $0.0, shape: $0.1) }
  }

  func contains(_ name: String) -> Bool { properties.contains { $0.name == name } }
}
