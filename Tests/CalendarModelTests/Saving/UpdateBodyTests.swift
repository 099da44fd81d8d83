import JSON
import Testing

@testable import CalendarModel

@Suite("The body of the update")
struct UpdateBodyTests {
  static func body(
    _ calendar: JSONValue = Calendars.full, _ edit: (inout CalendarDocument) -> Void
  ) -> UpdateBody {
    var document = Calendars.document(calendar)
    edit(&document)
    return UpdateBody(document)
  }

  @Test func nothingChangedSendsNothing() {
    for calendar: JSONValue in [Calendars.full, Calendars.field, [:]] {
      let body = UpdateBody(Calendars.document(calendar))
      #expect(body.isEmpty)
      #expect(body.json.printed() == "{}")
      #expect(body.leftOut.isEmpty && body.cannotUnset.isEmpty)
    }
  }

  @Test func onlyWhatChanged() {
    let body = Self.body {
      $0.set("name", to: "x")
      $0.set("slotDuration", to: 45)
      $0.set("slug", to: "y")
      $0.set("slug", to: "intro")
    }
    #expect(body.json == ["name": "x", "slotDuration": 45])
    #expect(!body.isEmpty)
  }

  @Test(arguments: CalendarSchema.all.filter(\.isReadOnly).map(\.key))
  func readOnlyNever(_ key: String) {
    let body = Self.body {
      $0.set(JSONPath([.key(key)]), to: "changed")
      $0.set("name", to: "x")
    }
    #expect(body.json == ["name": "x"])
    #expect(body.leftOut.isEmpty && body.cannotUnset.isEmpty)
  }

  @Test func undocumentedNever() {
    let body = Self.body(Calendars.field) {
      $0.set("version", to: 4)
      $0.set("stripe.a", to: 2)
      $0.set("recurring.count", to: 3)
      $0.set("teamMembers[1].priority", to: 0)
    }
    #expect(
      body.json == [
        "teamMembers": [
          [
            "userId": "u1", "priority": .number(JSONNumber("0.50")!),
            "locationConfigurations": [["kind": "zoom", "location": ""]],
          ],
          ["userId": "u2", "priority": 0],
        ],
        "recurring": ["freq": "WEEKLY", "count": 3],
      ])
    #expect(
      body.leftOut.map(\.description) == [
        "teamMembers[0].selected", "teamMembers[0].locationConfigurations[0].meetingId",
        "teamMembers[0].locationConfigurations[0].position", "teamMembers[1].isZoomAdded",
        "recurring.interval", "recurring.weekDays",
      ])
  }

  /// What an update can carry of a property, without the ids that the service gives.
  private static func withoutIDs(_ value: JSONValue?, _ key: String) -> [MeaningKey] {
    guard let field = CalendarSchema.field(key), let value else { return [] }
    let part = field.documentedPart(of: value)
    return (part.array ?? [part]).map { row in
      guard case .object(var object) = row else { return MeaningKey(row) }
      object["id"] = nil
      return MeaningKey(.object(object))
    }
  }

  /// Over generated edits: every key that goes out stands in the table of the page.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func everythingSentIsDocumented(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 2000)
    var document = Calendars.document(seed % 2 == 0 ? Calendars.field : edits.calendar())
    let documented = Dictionary(grouping: Property.all, by: \.path)
    for _ in 0..<60 {
      _ = edits.edit(&document)
      let body = UpdateBody(document)
      let sent = Set(body.json.object?.keys ?? [])
      let all = sent.subtracting(body.sentAlong).union(body.cannotUnset)
      #expect(all.isSubset(of: document.validation.modifiedKeys))
      // Not sent is only what would say nothing new: undocumented keys, ids of the service's own.
      for key in document.validation.modifiedKeys.subtracting(all) {
        let loaded = Self.withoutIDs(document.base[key: key], key)
        let edited = Self.withoutIDs(document.current[key: key], key)
        #expect(loaded == edited, "\(key) is changed, and not sent")
      }
      #expect(sent.isDisjoint(with: body.cannotUnset))
      func check(_ value: JSONValue, _ path: String) {
        switch value {
        case .object(let object):
          guard path.isEmpty || ["array[object]", "object"].contains(documented[path]?.first?.type)
          else { return }
          #expect(Set(object.keys).count == object.count)
          for member in object.members {
            let inner = path.isEmpty ? member.key : path + "." + member.key
            #expect(documented[inner] != nil, "\(inner)")
            check(member.value, inner)
          }
        case .array(let rows): for row in rows { check(row, path) }
        default: break
        }
      }
      // An object where a list belongs, or the other way round, is sent as it was typed.
      for member in body.json.object?.members ?? [] {
        let isList = CalendarSchema.field(member.key)?.objectType != nil
        if isList, !Self.isWellShaped(member.value, path: member.key, documented) { continue }
        check(.object(JSONObject([member])), "")
      }
    }
  }

  private static func isWellShaped(
    _ value: JSONValue, path: String, _ documented: [String: [Property]]
  ) -> Bool {
    let type = documented[path]?.first?.type
    switch value {
    case .object(let object):
      return object.members.allSatisfy { member in
        let inner = path + "." + member.key
        let type = documented[inner]?.first?.type
        switch member.value {
        case .array:
          return type == "array[object]" && isWellShaped(member.value, path: inner, documented)
        case .object: return type == "object" && isWellShaped(member.value, path: inner, documented)
        default: return true
        }
      } && (type == "object" || type == "array[object]")
    case .array(let rows):
      return type == "array[object]"
        && rows.allSatisfy { row in
          if case .array = row { return false }
          return isWellShaped(row, path: path, documented)
        }
    default: return true
    }
  }

  @Test func nullIsSent() {
    let body = Self.body(Calendars.full(["availabilityType": 1])) {
      $0.set("availabilityType", to: .null)
    }
    #expect(body.json.printed() == #"{"availabilityType":null}"#)
    let added = Self.body([:]) { $0.set("availabilityType", to: .null) }
    #expect(added.json.printed() == #"{"availabilityType":null}"#)
  }

  @Test func absenceCannotBeSent() {
    let body = Self.body {
      $0.set("availabilityType", to: nil)
      $0.set("notes", to: nil)
      $0.set("name", to: "x")
    }
    #expect(body.json == ["name": "x"])
    #expect(Set(body.cannotUnset) == ["availabilityType", "notes"])
    #expect(!body.isEmpty)
    #expect(Self.body { $0.set("notes", to: nil) }.isEmpty)
  }

  @Test func equalNumbersAreNoChange() {
    let body = Self.body {
      $0.set("slotDuration", to: 30.0)
      $0.set("teamMembers[0].priority", to: .number(JSONNumber("5e-1")!))
      $0.set("recurring.count", to: .number(JSONNumber("4.00")!))
    }
    #expect(body.isEmpty)
    #expect(
      Self.body { $0.set("slotDuration", to: 30.5) }.json.printed() == #"{"slotDuration":30.5}"#)
  }

  @Test func oddValuesThatNobodyTouchedStayHere() {
    let body = Self.body(Calendars.field) { $0.set("slotDuration", to: 45) }
    #expect(body.json == ["slotDuration": 45])
    let changed = Self.body(Calendars.field) { $0.set("appoinmentPerDay", to: 8) }
    #expect(changed.json == ["appoinmentPerDay": 8])
  }

  @Test func everyDateGoesOutWithItsID() {
    let body = Self.body(Calendars.field) {
      $0.removeRow(0, of: "availabilities")
      $0.insert(["date": "2027-03-01T00:00:00.000Z", "hours": []], into: "availabilities", at: 3)
    }
    #expect(
      body.json.printed()
        == #"{"availabilities":[{"id":"x1","date":"2027-02-01T00:00:00.000Z","hours":[],"#
        + #""deleted":true},{"date":"2027-02-02T00:00:00.000Z","hours":[]},"#
        + #"{"id":"x3","date":"2027-02-03T00:00:00.000Z","hours":[],"deleted":false},"#
        + #"{"date":"2027-03-01T00:00:00.000Z","hours":[]}]}"#)
    #expect(body.leftOut.isEmpty)
  }

  @Test(arguments: [
    (#"{"_id":"a","id":"b"}"#, #"{"id":"b"}"#, ["availabilities[0]._id"]),
    (#"{"_id":"a","id":null}"#, #"{"id":"a"}"#, []),
    (#"{"id":"","_id":"a"}"#, #"{"id":"a"}"#, []),
    (#"{"_id":"a","_id":"b"}"#, #"{"id":"b"}"#, []),
    (#"{"_id":null}"#, #"{}"#, ["availabilities[0]._id"]),
    (#"{"id":"a","x":{"id":1}}"#, #"{"id":"a"}"#, ["availabilities[0].x"]),
  ])
  func spellingsOfTheID(_ row: String, _ sent: String, _ leftOut: [String]) {
    let body = Self.body([:]) { $0.set("availabilities", to: [Calendars.parse(row)]) }
    #expect(body.json.printed() == #"{"availabilities":[\#(sent)]}"#)
    #expect(body.leftOut.map(\.description) == leftOut)
  }

  /// Only dates have such ids.
  @Test func otherRowsKeepNoUnderscoredID() {
    let body = Self.body([:]) { $0.set("teamMembers", to: [["_id": "a", "userId": "u"]]) }
    #expect(body.json == ["teamMembers": [["userId": "u"]]])
    #expect(body.leftOut == ["teamMembers[0]._id"])
  }

  @Test func lastOfTwoEqualKeysIsSent() {
    let body = Self.body(Calendars.parse(#"{"recurring":{"count":1,"freq":"DAILY","count":2}}"#)) {
      $0.set("recurring.freq", to: "WEEKLY")
    }
    #expect(body.json.printed() == #"{"recurring":{"freq":"WEEKLY","count":2}}"#)
  }

  /// Rows, rows in rows and an object, with the switch on.
  @Test func undocumentedIsKeptWhenAsked() {
    var document = Calendars.document(Calendars.field)
    document.set("version", to: 4)
    document.set("stripe.a", to: 2)
    document.set("recurring.count", to: 3)
    document.set("teamMembers[1].priority", to: 0)
    let off = UpdateBody(document, keepsUndocumented: false)
    let on = UpdateBody(document, keepsUndocumented: true)
    #expect(off.kept.isEmpty)
    #expect(
      on.kept.map(\.description) == [
        "teamMembers[0].selected", "teamMembers[0].locationConfigurations[0].position",
        "teamMembers[1].isZoomAdded", "recurring.interval", "recurring.weekDays",
      ])
    #expect(on.leftOut.map(\.description) == ["teamMembers[0].locationConfigurations[0].meetingId"])
    #expect(on.json.object?.keys == ["teamMembers", "recurring"])
    for path in on.kept {
      #expect(on.json[path] != nil && on.json[path] == document.base[path], "\(path)")
      #expect(off.json[path] == nil, "\(path)")
    }
    for path in on.leftOut { #expect(on.json[path] == nil) }
  }

  /// The id of a date goes out under one name only, whatever is kept.
  @Test(arguments: [
    (#"{"_id":"a","id":"b"}"#, #"{"id":"b"}"#, []),
    (#"{"_id":"a","x":{"id":1}}"#, #"{"id":"a","x":{"id":1}}"#, ["availabilities[0].x"]),
    (#"{"x":1,"x":2}"#, #"{"x":2}"#, ["availabilities[0].x"]),
  ])
  func keptInDates(_ row: String, _ sent: String, _ kept: [String]) {
    var document = Calendars.document([:])
    document.set("availabilities", to: [Calendars.parse(row)])
    let body = UpdateBody(document, keepsUndocumented: true)
    #expect(body.json.printed() == #"{"availabilities":[\#(sent)]}"#)
    #expect(body.kept.map(\.description) == kept)
  }

  /// A date that is gone from the list is deleted by its id, without what no document lists.
  @Test func aDateThatIsGoneIsDeletedAsDocumented() {
    let hour: JSONValue = ["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]
    var odd = hour
    _ = odd.update(at: "color") { $0 = "red" }
    let date: JSONValue = "2027-01-04T00:00:00.000Z"
    var document = Calendars.document([
      "availabilities": [["_id": "a1", "date": date, "hours": [odd], "color": "red"]]
    ])
    document.set("availabilities", to: [])
    #expect(
      UpdateBody(document).json == [
        "availabilities": [["date": date, "hours": [hour], "deleted": true, "id": "a1"]]
      ])
  }
}
