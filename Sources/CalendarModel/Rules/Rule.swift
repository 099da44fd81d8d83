import JSON

/// One rule of the API page, or of common sense: what it judges, and how.
///
/// Each rule is declared in a file of its own, in the folder of what it judges, and listed in
/// ``all``. What it reads follows from its check: it can only reach what it is handed.
struct Rule: Sendable {
  typealias ValueCheck = @Sendable (JSONValue, Field) -> String?
  typealias MemberCheck = @Sendable (JSONValue?, Field) -> String?
  typealias ObjectCheck = @Sendable (JSONObject, RuleContext) -> [Finding]
  typealias CalendarCheck = @Sendable (CalendarReader) -> [Finding]

  /// What a rule judges.
  enum Scope: Sendable {
    /// A value by itself, in fields of some shapes.
    case values(Set<FieldShape>, ValueCheck)
    /// A required member of an object, which may be absent.
    case requiredMembers(MemberCheck)
    /// An object inside the calendar, with the members that it has together.
    case objects(Set<ObjectType>, ObjectCheck)
    /// Properties of the calendar that belong together.
    case calendar(CalendarCheck)
  }

  /// What it is known by: `team.onePrimary`.
  let id: String
  let severity: Problem.Severity
  let scope: Scope

  /// Makes a rule about single values.
  init(
    _ id: String, _ severity: Problem.Severity, values shapes: FieldShape...,
    check: @escaping ValueCheck
  ) {
    self.init(id, severity, .values(Set(shapes), check))
  }

  /// Makes a rule about objects of some types.
  init(
    _ id: String, _ severity: Problem.Severity, objects types: ObjectType...,
    check: @escaping ObjectCheck
  ) {
    self.init(id, severity, .objects(Set(types), check))
  }

  /// Makes a rule about the calendar as a whole.
  init(_ id: String, _ severity: Problem.Severity, calendar check: @escaping CalendarCheck) {
    self.init(id, severity, .calendar(check))
  }

  init(_ id: String, _ severity: Problem.Severity, _ scope: Scope) {
    self.id = id
    self.severity = severity
    self.scope = scope
  }
}
