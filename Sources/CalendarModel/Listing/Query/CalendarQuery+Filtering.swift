/// What a query finds in a list.
package struct QueryResult: Sendable, Hashable {
  /// The places of the calendars that fit, the best first, otherwise in the order of the list.
  package let matches: [Int]
  /// The places of those of which nobody can say it, because their entries leave something out.
  package let unknown: [Int]
  /// How many of the answers go by the calendars' own hours, because it is not known whether a
  /// schedule governs them.
  package let byOwnHours: Int
  /// What the entries leave out, in words: "team members".
  package let leftOut: [String]

  /// What is to be said below the list, one sentence each.
  package var remarks: [String] {
    var remarks: [String] = []
    if !unknown.isEmpty {
      let what = leftOut.prefix(3).joined(separator: ", ")
      let these = unknown.count == 1 ? ("it", "it") : ("they", "them")
      remarks.append(
        "\(Wording.counted(unknown.count, "calendar")) came without \(what.isEmpty ? "that" : what), so "
          + "\(these.0) may fit too; open \(these.1) to find out.")
    }
    if byOwnHours > 0 {
      remarks.append(
        "By the calendars' own hours: whether schedules govern them was not asked"
          + " for \(Wording.counted(byOwnHours, "calendar")).")
    }
    return remarks
  }
}

extension CalendarQuery {
  /// Asks every calendar of a list.
  package func result(in calendars: [ListedCalendar], _ context: QueryContext) -> QueryResult {
    var ranked: [(rank: Int, index: Int)] = []
    var unknown: [Int] = []
    var byOwnHours = 0
    var leftOut: [String] = []
    for (index, calendar) in calendars.enumerated() {
      switch truth(of: calendar, context) {
      case .yes: ranked.append((rank(of: calendar), index))
      case .unknown:
        unknown.append(index)
        for name in self.leftOut(by: calendar, context) where !leftOut.contains(name) {
          leftOut.append(name)
        }
      case .no: break
      }
      if goesByOwnHours(calendar, context) { byOwnHours += 1 }
    }
    ranked.sort(by: <)
    return QueryResult(
      matches: ranked.map(\.index), unknown: unknown, byOwnHours: byOwnHours, leftOut: leftOut)
  }
}
