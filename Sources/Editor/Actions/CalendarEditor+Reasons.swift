import CalendarModel

/// Why a key that has several meanings has none of them where it was pressed.
extension CalendarEditor {
  /// Why none of the actions of one key can be done here: of those that are for this section, where
  /// there are any.
  func reason(forNoneOf actions: [ActionID]) -> String {
    let own = actions.filter { $0.section != nil && $0.section == sectionOnScreen }
    let general = actions.filter { $0.section == nil }
    let asked = [own, general, actions].first { !$0.isEmpty } ?? actions
    var reasons: [String] = []
    for case .unavailable(let reason)? in asked.map({ Actions.byID[$0]?.availability(self) })
    where !reasons.contains(reason) {
      reasons.append(reason)
    }
    let (lead, end) = ("Go to ", " first.")
    if let other = reasons.first(where: { !($0.hasPrefix(lead) && $0.hasSuffix(end)) }) {
      return other
    }
    let places = reasons.map { String($0.dropFirst(lead.count).dropLast(end.count)) }
    let last = places.last ?? ""
    return lead
      + (places.count > 1 ? places.dropLast().joined(separator: ", ") + " or " + last : last) + end
  }

  /// The section that is on the screen, also where a row of it is opened.
  private var sectionOnScreen: Section? {
    if case .section(let section) = Workspace.entries[workspace.entry] { section } else { nil }
  }
}

extension ActionID {
  /// The section whose lines it is for; nil for what can be done in any.
  fileprivate var section: Section? {
    let key: CalendarKey? =
      switch self {
      case .copyHours, .copyHoursToWeekdays, .closeDay, .hoursEarlier, .hoursLater: .openHours
      case .hideMore, .hideLess: .lookBusyConfig
      case .makePrimary, .raisePriority, .lowerPriority: .teamMembers
      default: nil
      }
    return key.flatMap { CalendarSchema.section(of: $0.rawValue) }
  }
}
