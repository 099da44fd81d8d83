import JSON

extension CalendarDocument {
  /// Makes a team member the only primary one, as one step; if the member is that already, nobody is
  /// primary afterwards.
  ///
  /// A mark that is taken away becomes what was loaded, unless that was true; so pressing the key twice
  /// changes nothing. Marks that are neither true nor false stay as they are.
  /// - Returns: whether the member is primary now; nil when there is no such row.
  @discardableResult
  package mutating func makePrimary(row index: Int) -> Bool? {
    let list = CalendarKey.teamMembers.path
    guard let rows = self[list]?.array, rows.indices.contains(index), rows[index].object != nil
    else { return nil }
    let others = rows.indices.filter { $0 != index && ObjectType.teamMember.isPrimary(rows[$0]) }
    let wasPrimary = ObjectType.teamMember.isPrimary(rows[index])
    let isPrimary = !wasPrimary || !others.isEmpty
    let cleared = isPrimary ? others : [index]
    var changes = cleared.map { row in
      let path = list.appending(row).appending(MemberKey.isPrimary)
      return change(setting: path, to: loaded(path) == true ? false : loaded(path))
    }
    if isPrimary, !wasPrimary {
      changes.append(
        change(setting: list.appending(index).appending(MemberKey.isPrimary), to: true))
    }
    let name = summary(rows[index], .teamMember)
    perform(
      changes,
      title: StepTitle(
        Wording.primaryTitle(name.isEmpty ? "Member \(index + 1)" : name, isPrimary)),
      focus: list.appending(index))
    return isPrimary
  }
}
