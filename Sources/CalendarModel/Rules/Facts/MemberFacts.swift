import JSON

/// What rules about the whole calendar need to know of each team member.
enum MemberFacts {
  private static let list = CalendarKey.teamMembers

  static let isPrimary = RowFact(list, "isPrimary") { row in
    row.type.isPrimary(row.value) ? true : nil
  }

  static let hasSeveralLocations = RowFact(list, "hasSeveralLocations") { row in
    row.value[member: MemberKey.locationConfigurations]?.array?.count ?? 0 > 1 ? true : nil
  }

  /// The user, where one is chosen.
  static let user = RowFact(list, "user") { row in
    row.type.key(of: row.value).flatMap { $0.isEmpty ? nil : $0 }
  }
}
