import JSON
import Testing

@testable import CalendarModel

/// Days of the week that both sides changed.
extension MergeRowTests {
  // MARK: Days of the week

  private static let hours9to17 = #"[{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]"#
  private static let hours9to12 = #"[{"openHour":9,"openMinute":0,"closeHour":12,"closeMinute":0}]"#

  @Test(arguments: [
    Case(
      what: "each side another day", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2,3,4,5],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[1,2,3,4],"hours":\#(hours9to17),"_id":"w"}]"#,
      mine:
        #"[{"daysOfTheWeek":[2,3,4,5],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[2,3,4],"hours":\#(hours9to17),"_id":"w"},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      takenOver: ["Weekly hours › Friday: 09:00–17:00 → closed"]),
    Case(
      what: "both one day", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      mine:
        #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)},{"daysOfTheWeek":[1],"hours":\#(hours9to12)}]"#,
      mergedTheirs: #"[{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      conflicts: ["Weekly hours › Monday: 09:00–17:00 | closed | 09:00–12:00"]),
    Case(
      what: "the same hours in other entries", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs:
        #"[{"daysOfTheWeek":[1],"hours":\#(hours9to12)},{"daysOfTheWeek":[2],"hours":\#(hours9to12)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to12)}]"#,
      merged:
        #"[{"daysOfTheWeek":[1],"hours":\#(hours9to12)},{"daysOfTheWeek":[2],"hours":\#(hours9to12)}]"#
    ),
    Case(
      what: "several days at once", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2,3,6],"hours":\#(hours9to17)}]"#,
      theirs:
        #"[{"daysOfTheWeek":[6],"hours":\#(hours9to17)},{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to12)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to17)}]"#,
      merged: #"[{"daysOfTheWeek":[1,2,3],"hours":\#(hours9to12)}]"#,
      takenOver: ["Weekly hours › Mon–Wed: 09:00–17:00 → 09:00–12:00"]),
    Case(
      what: "hours of mine that cannot be read", key: "openHours",
      base: #"[{"daysOfTheWeek":[1,2],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      mine: #"[{"daysOfTheWeek":[1,2],"hours":[{"openHour":9}]}]"#,
      merged: #"[{"daysOfTheWeek":[1,2],"hours":[{"openHour":9}]}]"#,
      mergedTheirs: #"[{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      conflicts: [
        "Weekly hours: 1 entry: Mon, Tue 09:00–17:00 | 1 entry: Mon 09:00–17:00 | "
          + "1 entry: Mon, Tue unreadable range (ignored)"
      ]),
    Case(
      what: "an entry for no day", key: "openHours",
      base: #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[1],"hours":\#(hours9to17)}]"#,
      theirs: #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[2],"hours":\#(hours9to17)}]"#,
      mine:
        #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[1,3],"hours":\#(hours9to17)}]"#,
      merged:
        #"[{"daysOfTheWeek":[],"hours":[]},{"daysOfTheWeek":[2,3],"hours":\#(hours9to17)}]"#,
      takenOver: [
        "Weekly hours › Monday: 09:00–17:00 → closed",
        "Weekly hours › Tuesday: closed → 09:00–17:00",
      ]),
  ]) func days(_ test: Case) { Self.check(test) }
}
