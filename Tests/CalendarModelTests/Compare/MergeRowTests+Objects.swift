import JSON
import Testing

@testable import CalendarModel

/// Objects, and numbers with their units.
extension MergeRowTests {
  // MARK: Objects

  @Test(arguments: [
    Case(
      what: "each side another member", key: "recurring",
      base: #"{"freq":"DAILY","count":4,"interval":1}"#,
      theirs: #"{"freq":"WEEKLY","count":4.0,"interval":2}"#,
      mine: #"{"freq":"DAILY","count":5,"interval":1}"#,
      merged: #"{"freq":"WEEKLY","count":5,"interval":2}"#,
      takenOver: ["Rule › Frequency: Daily → Weekly"]),
    Case(
      what: "one member on both", key: "lookBusyConfig",
      base: #"{"enabled":true,"LookBusyPercentage":20}"#,
      theirs: #"{"enabled":false,"LookBusyPercentage":30}"#,
      mine: #"{"enabled":true,"LookBusyPercentage":40}"#,
      merged: #"{"enabled":false,"LookBusyPercentage":40}"#,
      mergedTheirs: #"{"enabled":false,"LookBusyPercentage":30}"#,
      conflicts: ["Look busy › Percent hidden: 20 | 30 | 40"],
      takenOver: ["Look busy › Switched on: yes → no"]),
    Case(
      what: "an object that came on both sides", key: "recurring", base: "",
      theirs: #"{"freq":"DAILY"}"#, mine: #"{"freq":"DAILY","count":3}"#,
      merged: #"{"freq":"DAILY","count":3}"#),
    Case(
      what: "a key that stands twice", key: "recurring", base: #"{"count":1,"count":2}"#,
      theirs: #"{"count":3}"#, mine: #"{"count":2,"freq":"DAILY"}"#,
      merged: #"{"count":2,"freq":"DAILY"}"#, mergedTheirs: #"{"count":3}"#,
      conflicts: ["Rule: 2 | 3 | Daily × 2"]),
    Case(
      what: "undocumented members are edited in the JSON", key: "recurring",
      base: #"{"count":1,"interval":1,"weekDays":[]}"#,
      theirs: #"{"count":2,"interval":2,"weekDays":["MO"]}"#,
      mine: #"{"count":1,"interval":3,"weekDays":[]}"#,
      merged: #"{"count":2,"interval":3,"weekDays":["MO"]}"#,
      mergedTheirs: #"{"count":2,"interval":2,"weekDays":["MO"]}"#,
      conflicts: ["Rule › interval: 1 | 2 | 3"], takenOver: ["Rule › Recurrences: 1 → 2"]),
    Case(
      what: "long texts that begin alike", key: "notes",
      base: #""a""#, theirs: #""One and the same long beginning of both texts, theirs""#,
      mine: #""One and the same long beginning of both texts, mine""#,
      merged: #""One and the same long beginning of both texts, mine""#,
      mergedTheirs: #""One and the same long beginning of both texts, theirs""#,
      conflicts: [#"Notes: "a" | "…both texts, theirs" | "…both texts, mine""#]),
  ]) func objects(_ test: Case) { Self.check(test) }

  // MARK: Numbers with units

  /// By number and unit: loaded, theirs, mine, and what comes of it.
  @Test(
    arguments: [
      ("30 mins", "30 mins", "45 mins", "45 mins", nil),
      ("30 mins", "1 hours", "30 mins", "1 hours", nil),
      ("30 mins", "1 hours", "1 hours", "1 hours", nil),
      ("30 mins", "1 hours", "45 mins", "45 mins", "1 hours"),
      ("30 mins", "30 hours", "45 mins", "45 mins", "30 hours"),
      ("30 mins", "45 mins", "30 hours", "30 hours", "45 mins"),
      ("30 mins", "45 mins", "45.0 mins", "45 mins", nil),
      ("30 mins", "45 mins", "45 hours", "45 hours", "45 mins"),
    ] as [(String, String, String, String, String?)])
  func numbersStayWithTheirUnits(
    _ base: String, _ theirs: String, _ mine: String, _ merged: String, _ mergedTheirs: String?
  ) {
    func calendar(_ text: String) -> JSONValue {
      let words = text.split(separator: " ").map(String.init)
      return [
        "slotDuration": .number(JSONNumber(words[0])!), "slotDurationUnit": .text(words[1]),
      ]
    }
    let merge = CalendarMerge(
      base: calendar(base), theirs: calendar(theirs), mine: calendar(mine))
    #expect(merge.conflicts.count == (mergedTheirs == nil ? 0 : 1))
    #expect(merge.conflicts.allSatisfy { $0.path == "slotDuration" })
    #expect(merge.resolved() == calendar(merged))
    #expect(merge.resolved(otherwise: .theirs) == calendar(mergedTheirs ?? merged))
  }

  /// The unit of the buffer is theirs whatever happens, so a number typed for another one is asked.
  @Test func aFixedUnitIsAskedAbout() throws {
    let base: JSONValue = ["slotBuffer": 10, "slotBufferUnit": "mins"]
    let merge = CalendarMerge(
      base: base, theirs: ["slotBuffer": 10, "slotBufferUnit": "hours"],
      mine: ["slotBuffer": 15, "slotBufferUnit": "mins"])
    let conflict = try #require(merge.conflicts.first)
    #expect(conflict.baseText == "10 min")
    #expect(conflict.theirsText == "10 h")
    #expect(conflict.mineText == "15 min")
    #expect(merge.resolved() == ["slotBuffer": 15, "slotBufferUnit": "hours"])
  }
}
