/// The rules by what they judge, so that a check finds its rules without a search.
enum RuleTable {
  struct Entry<Check: Sendable>: Sendable {
    let rule: Rule
    let check: Check
  }

  /// The rules about single values by the shape of the field, without the one about types.
  static let values: [FieldShape: [Entry<Rule.ValueCheck>]] = {
    var table: [FieldShape: [Entry<Rule.ValueCheck>]] = [:]
    for rule in Rule.all where rule.id != Rule.valueType.id {
      guard case .values(let shapes, let check) = rule.scope else { continue }
      for shape in shapes { table[shape, default: []].append(Entry(rule: rule, check: check)) }
    }
    return table
  }()

  /// The same by the number of the shape: they are asked for with every value.
  private static let valuesByNumber = FieldShape.allCases.map { values[$0] ?? [] }

  /// The rules about single values of a shape, without the one about types.
  static func values(_ shape: FieldShape) -> [Entry<Rule.ValueCheck>] {
    valuesByNumber[shape.rawValue]
  }

  /// The rules about members that an object must have.
  static let requiredMembers: [Entry<Rule.MemberCheck>] = Rule.all.compactMap { rule in
    if case .requiredMembers(let check) = rule.scope {
      Entry(rule: rule, check: check)
    } else {
      nil
    }
  }

  /// The rules about objects by their type.
  static let objects: [ObjectType: [Entry<Rule.ObjectCheck>]] = {
    var table: [ObjectType: [Entry<Rule.ObjectCheck>]] = [:]
    for rule in Rule.all {
      guard case .objects(let types, let check) = rule.scope else { continue }
      for type in types { table[type, default: []].append(Entry(rule: rule, check: check)) }
    }
    return table
  }()

  /// The rules about the calendar as a whole.
  static let calendar: [Entry<Rule.CalendarCheck>] = Rule.all.compactMap { rule in
    if case .calendar(let check) = rule.scope { Entry(rule: rule, check: check) } else { nil }
  }
}
