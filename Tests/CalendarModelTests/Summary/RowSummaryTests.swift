import CalendarModel
import JSON
import Testing

@Suite("Rows in few words")
struct RowSummaryTests {
  @Test(
    arguments: [
      (.teamMember, ["userId": "u1"], "u1"), (.teamMember, ["userId": "u2"], "Ana"),
      (.teamMember, [:], ""), (.teamMember, "x", #""x""#), (.teamMember, .null, "null"),
      (.location, ["kind": "physical", "location": "Main Street"], "Address: Main Street"),
      (.location, ["kind": "zoom_conference"], "Zoom"), (.location, ["kind": "zoom"], "Zoom"),
      (.location, ["kind": "fax", "location": 7], #""fax" (unknown): 7"#),
      (.location, ["kind": "booker", "location": ""], "Ask the booker"), (.location, [:], ""),
      (.hour, Calendars.hour(9, 17), "09:00–17:00"),
      (.hour, Calendars.hour(0, 23, 60), "00:00–24:00"),
      (.hour, ["openHour": 9], #"{"openHour":9}"#),
      (.hour, Calendars.hour(9, 24), "09:00–24:00"),
      (
        .openHours, Calendars.week([1, 2, 3], Calendars.hour(9, 12), Calendars.hour(13, 17)),
        "Mon–Wed 09:00–12:00, 13:00–17:00"
      ),
      (.openHours, Calendars.week([]), "no day closed"), (.openHours, [:], "no day no hours"),
      (.openHours, Calendars.week([0], [:]), "Sun unreadable range (ignored)"),
      (.openHours, Calendars.week([0], Calendars.hour(0, 0)), "Sun closed"),
      (
        .openHours, Calendars.week([0], Calendars.hour(22, 6), Calendars.hour(9, 12)),
        "Sun 09:00–12:00, 22:00–06:00 (ignored)"
      ), (.openHours, Calendars.week([0], Calendars.hour(0, 23, 60)), "Sun 24h"),
      (.availability, ["date": "2027-01-04T00:00:00.000Z", "hours": []], "2027-01-04 closed"),
      (.availability, ["date": "", "hours": [Calendars.hour(9, 10)]], "no date 09:00–10:00"),
      (.availability, [:], "no date no hours"),
      (.availability, ["date": "soon"], #""soon" no hours"#),
      (.availability, ["date": "2026-12-24T05:00:00.000Z", "hours": []], "2026-12-24 closed"),
      (.recurring, ["freq": "DAILY", "count": "2"], "Daily × 2"),
      (.lookBusy, ["enabled": "true", "LookBusyPercentage": "5"], "on, 5 %"),
      (.recurring, ["freq": "DAILY", "count": 2], "Daily × 2"), (.recurring, [:], ""),
      (.lookBusy, ["enabled": true, "LookBusyPercentage": 5], "on, 5 %"), (.lookBusy, [:], "off"),
      (.notification, ["shouldSendToContact": true, "shouldSendToUser": true], "to contact, user"),
      (.notification, ["shouldSendToContact": "true"], "to contact"),
      (.notification, ["shouldSendToContact": "x"], "to nobody"),
    ] as [(ObjectType, JSONValue, String)])
  func text(_ type: ObjectType, _ row: JSONValue, _ words: String) {
    #expect(RowSummary.text(of: row, type, names: ["u2": "Ana"]) == words)
  }
}
