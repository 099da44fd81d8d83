import JSON
import Testing

@testable import CalendarModel

/// Who keeps what was made of a value is told when the value, or what is to be said of it, is another.
@Suite("Last changes", .timeLimit(.minutes(240)))
struct LastChangeTests {
  /// What a line shows of a value.
  private struct Shown: Equatable {
    let value: JSONValue?
    let isChanged: Bool
    let problems: [Problem]

    init(_ path: JSONPath, in document: CalendarDocument) {
      value = document[path]
      isChanged = document.isChanged(path)
      problems = document.problems(at: path)
    }
  }

  /// The places of all fields, those in rows and objects included.
  private func places(in document: CalendarDocument) -> [JSONPath] {
    func places(_ field: Field, at path: JSONPath) -> [JSONPath] {
      guard let type = field.objectType else { return [path] }
      let objects: [JSONPath] =
        if case .list = field.type {
          (0..<(document[path]?.array?.count ?? 0)).map { path.appending($0) }
        } else {
          [path]
        }
      return [path]
        + objects.flatMap { object in
          type.fields.flatMap { places($0, at: object.appending($0.key)) }
        }
    }
    return CalendarSchema.all.flatMap { places($0, at: JSONPath([.key($0.key)])) }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func tellOfAllThatIsOther(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed)
    var document = Calendars.document(seed % 2 == 0 ? Calendars.full : edits.calendar())
    var kept: [JSONPath: (revision: Int, shown: Shown)] = [:]
    var reused = 0
    for step in 0..<100 {
      let log = edits.edit(&document)
      for path in places(in: document) {
        let now = (revision: document.changes.last(at: path), shown: Shown(path, in: document))
        if let before = kept[path], before.revision == now.revision {
          guard before.shown == now.shown else {
            Issue.record("step \(step) of \(seed): \(log) is not told at \(path)")
            return
          }
          reused += 1
        }
        kept[path] = now
      }
    }
    #expect(reused > 1000)
  }

  @Test func leaveTheOtherFieldsOfARowAlone() {
    var document = Calendars.document(
      Calendars.full(["availabilities": [["id": "d1", "date": "2027-01-04T00:00:00.000Z"]]]))
    document.set("availabilities[0].id", to: "d2")
    let (id, date) = (
      document.changes.last(at: "availabilities[0].id"),
      document.changes.last(at: "availabilities[0].date")
    )
    document.set("availabilities[0].id", to: "d3")
    #expect(document.changes.last(at: "availabilities[0].id") > id)
    #expect(document.changes.last(at: "availabilities[0].date") == date)
    #expect(document.changes.last(at: "availabilities") == document.revision)
  }

  /// Nobody remembers a thousand places.
  @Test func areToldAfterManyEdits() {
    var document = Calendars.document(Calendars.full)
    for number in 0..<200 {
      document.insert(["userId": .text("u\(number)")], into: "teamMembers", at: 0)
      document.set(JSONPath("teamMembers[\(number / 2)].priority"), to: .integer(number))
      #expect(
        document.changes.last(at: JSONPath("teamMembers[\(number / 2)].priority"))
          == document.revision)
    }
  }
}
