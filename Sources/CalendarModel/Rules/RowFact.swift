import JSON

/// Something that rules about the whole calendar need to know of every row of a top-level list.
///
/// A rule asks for it by this declaration (``CalendarReader/tally(_:)``). From then on it is kept for
/// each row, at the cost of the row that changes.
struct RowFact<Value: Hashable & Sendable>: Sendable {
  /// The key of the list.
  let list: String
  /// Tells it from the other facts of the list.
  let name: String
  /// Reads it; nil for a row that has nothing of the kind.
  let read: @Sendable (RowView) -> Value?

  init(_ list: CalendarKey, _ name: String, read: @escaping @Sendable (RowView) -> Value?) {
    self.init(list.rawValue, name, read: read)
  }

  init(_ list: String, _ name: String, read: @escaping @Sendable (RowView) -> Value?) {
    self.list = list
    self.name = name
    self.read = read
  }
}

/// A row as facts see it.
struct RowView {
  let value: JSONValue
  let type: ObjectType
  let context: RuleContext
  private let known: [Problem]?

  /// - Parameter problems: what the rules about values and objects found in the row, with paths from
  ///   the row on; nil where they have not run.
  init(_ value: JSONValue, type: ObjectType, context: RuleContext, problems: [Problem]? = nil) {
    self.value = value
    self.type = type
    self.context = context
    known = problems
  }

  subscript(key: String) -> JSONValue? { value[key: key] }

  /// What the rules about values and objects find in the row.
  var problems: [Problem] {
    if let known { return known }
    var checker = ValueChecker(context: context)
    checker.check(value, type: type)
    return checker.problems
  }
}
