import JSON

/// A kind of object inside the calendar: its properties, and all that is special about it.
///
/// There is one of each, in the schema; it is a class so that handing it around copies nothing.
package final class ObjectType: Sendable {
  /// How the rows of a list of these objects are told apart.
  package enum Rows: Sendable, Hashable {
    /// Each has a key of its own: a user, a date.
    case keyed
    /// The entries together say when each day is open; it does not matter which of them does.
    case days
    /// The list is one value: ranges, in whatever order.
    case ranges
    /// By what stands in them, then by their key where it occurs once, then by their order.
    case likeness
  }

  /// What a person is asked for before a row is added.
  package enum FirstChoice: Sendable, Hashable {
    case user, locationKind
  }

  /// What one of them is called: "team member".
  package let noun: String
  package let fields: [Field]
  /// What a new row of a list starts with.
  package let template: JSONValue
  package let rows: Rows
  /// What makes a new row; nil where the row starts with ``template`` and is filled in afterwards.
  package let firstChoice: FirstChoice?
  /// Whether forms show the rows of a list under headings, one column for each property.
  package let hasColumns: Bool
  /// The member that says which one row is the primary one; nil where none can be.
  package let primaryMark: String?
  /// The member that people know a row by: a person, a date; nil where they count the rows.
  let nameKey: String?
  /// The member that tells the service to delete the row when it is true; nil where a row that is to
  /// go is left out of the list.
  package let deletionMark: String?
  /// The member that holds the id which the service gives, and the other spelling of its key that
  /// some answers have.
  package let id: (key: String, otherKey: String)?
  /// Members that stand in answers only, and that the service refuses in every update.
  let answerOnlyKeys: Set<String>
  /// Whether the order of rows means something: the first member, the first location.
  let hasOrder: Bool
  /// Whether its members only make sense together: the address of one place with the kind of another
  /// describes no place.
  let isOneThing: Bool
  /// Says an object in a few words, with the names of users by id and with times as somebody reads
  /// them; empty where nothing is set.
  let summary: @Sendable (JSONValue, [String: String], LocalFormat) -> String
  /// What an object is called of which ``summary`` says nothing: "no user chosen".
  let nameOfEmpty: String
  private let key: @Sendable (JSONObject) -> RowKey?
  private let secondKey: @Sendable (JSONObject) -> RowKey?

  init<Key: NamedKey>(
    _ keys: Key.Type, _ noun: String, template: JSONValue = [:], rows: Rows = .likeness,
    key: @escaping @Sendable (JSONObject) -> RowKey? = { _ in nil },
    secondKey: @escaping @Sendable (JSONObject) -> RowKey? = { _ in nil },
    summary: @escaping @Sendable (JSONValue, [String: String], LocalFormat) -> String,
    nameOfEmpty: String = "empty", nameKey: Key? = nil, primaryMark: Key? = nil,
    firstChoice: FirstChoice? = nil, hasColumns: Bool = false, deletionMark: Key? = nil,
    id: (key: Key, otherKey: Key)? = nil, answerOnlyKeys: Set<Key> = [], hasOrder: Bool = true,
    isOneThing: Bool = false, _ fields: [Field]
  ) {
    self.noun = noun
    self.template = template
    self.fields = fields
    self.rows = rows
    self.key = key
    self.secondKey = secondKey
    self.summary = summary
    self.nameOfEmpty = nameOfEmpty
    self.nameKey = nameKey?.rawValue
    self.primaryMark = primaryMark?.rawValue
    self.firstChoice = firstChoice
    self.hasColumns = hasColumns
    self.deletionMark = deletionMark?.rawValue
    self.id = id.map { ($0.key.rawValue, $0.otherKey.rawValue) }
    self.answerOnlyKeys = Set(answerOnlyKeys.map(\.rawValue))
    self.hasOrder = hasOrder
    self.isOneThing = isOneThing
  }

  package func field(_ key: String) -> Field? { fields.first { $0.key == key } }

  /// What tells a row from the others; nil where it has no such thing.
  package func key(of row: JSONValue) -> RowKey? { row.object.flatMap(key) }

  /// What tells a row from the others where its key may have changed: the day of a date with a new id.
  func secondKey(of row: JSONValue) -> RowKey? { row.object.flatMap(secondKey) }

  /// What tells a row from the others in another calendar as well, where the service gives other ids.
  package func keyAcrossCalendars(of row: JSONValue) -> RowKey? {
    secondKey(of: row) ?? key(of: row)
  }

  /// Whether it describes a place where people meet.
  package var isMeetingPlace: Bool {
    fields.contains { if case .text(.meetingPlace) = $0.type { true } else { false } }
  }

  /// Whether a row is the primary one of its list.
  package func isPrimary(_ row: JSONValue) -> Bool {
    primaryMark.map { row[key: $0] == true } ?? false
  }

  /// Whether a row is marked for the service to delete.
  package func isDeleted(_ row: JSONValue) -> Bool {
    deletionMark.map { row[key: $0] == true } ?? false
  }

  /// The id that the service gave a row; nil for a new row, and for objects that are given none.
  package func serviceID(of row: JSONValue) -> String? { id == nil ? nil : row.serviceID }
}

extension ObjectType: Hashable {
  package static func == (a: ObjectType, b: ObjectType) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
