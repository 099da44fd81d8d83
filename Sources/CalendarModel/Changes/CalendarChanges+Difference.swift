import JSON

extension CalendarChanges {
  /// What leads from one calendar to another, by meaning.
  ///
  /// Only documented properties that an update can carry are in it. Weekdays and dates stand alone,
  /// members are named by the id of their user, and each property of a row has its own line, as far as
  /// rows can be told apart and keep their order; where they cannot, the list is given as a whole. Ids
  /// of dates are left out. What breaks the schema in the newer calendar is not in it; its keys are
  /// ``leftOut``.
  /// - Parameter names: of users, groups and forms by id, for the comments.
  package init(from before: JSONValue, to after: JSONValue, names: [String: String] = [:]) {
    var finder = ChangeFinder(from: before, to: after, names: names)
    finder.find()
    changes = finder.changes
    leftOut = finder.leftOut
  }
}
