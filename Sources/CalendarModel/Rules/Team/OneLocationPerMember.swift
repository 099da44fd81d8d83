import JSON

extension Rule {
  /// One location per member; API page, `teamMembers[].locationConfigurations`.
  static let oneLocationPerMember = Rule(
    "member.oneLocation", .error, objects: .teamMember
  ) { member, context in
    guard let type = context.calendarType, type.allowsOneLocationPerMember,
      let locations = member[member: MemberKey.locationConfigurations]?.array, locations.count > 1
    else { return [] }
    return [
      Finding(
        "In a \(type.label.lowercased()) calendar each member can have only one location; "
          + "delete \(locations.count - 1).",
        at: MemberKey.locationConfigurations.path)
    ]
  }
}
