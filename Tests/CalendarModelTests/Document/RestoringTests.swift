import JSON
import Testing

@testable import CalendarModel

/// Putting the values before a save back, on top of what is there now.
@Suite struct RestoringTests {
  static let today = CalendarDate(daysSinceEpoch: 20_000)

  private func document(_ calendar: JSONValue) -> CalendarDocument {
    CalendarDocument(calendar: calendar, today: Self.today)
  }

  /// Random edits are saved; restoring leads back to what was there before them, and one undo to
  /// what was saved.
  @Test func whatASaveChangedComesBack() {
    for seed in 1...UInt64(200) {
      var generator = MergeGenerator(seed: seed)
      let before = generator.base()
      let after = generator.edited(before, count: 5)
      var held = document(after)
      let merge = held.merge(restoring: before, savedAs: after)
      #expect(merge.conflicts.isEmpty, "seed \(seed)")
      let paths = held.restore(merge)
      // An update cannot take a property away: what had no value stays, and a list is empty.
      let former = RebasedHistory.sendable(document(before).current, over: held.base)
      for field in CalendarSchema.all where !field.isReadOnly && field.key != "openHours" {
        let isBack = field.isSamePart(held.current[key: field.key], former[key: field.key])
        #expect(isBack, "seed \(seed): \(field.key)")
      }
      // Days of the week count as what is open on them, whatever entries they are spread over.
      for day in 0..<7 {
        let hours = [held.current, before].map {
          WeekHours($0[key: "openHours"])[day].ranges.merged
        }
        #expect(hours[0] == hours[1], "seed \(seed): day \(day)")
      }
      #expect(held.isModified == !paths.isEmpty)
      guard !paths.isEmpty else { continue }
      held.undo()
      // Compared outside of the macro, which would take a failure of so large a value apart for ever.
      let isBack = held.current == document(after).current
      #expect(isBack, "seed \(seed)")
      #expect(held.undoSteps.isEmpty)
    }
  }

  /// What was put back is as before: putting it back once more is no conflict and changes nothing,
  /// whatever the service made of it and others changed in between.
  @Test func whatIsPutBackIsNothingToPutBack() {
    for seed in 1...UInt64(200) {
      var generator = MergeGenerator(seed: seed)
      let before = generator.base()
      let after = generator.edited(before, count: 5)
      var held = document(after)
      held.restore(held.merge(restoring: before, savedAs: after))
      for calendar in [held.current, Self.stored(held.current)] {
        var again = document(calendar)
        let merge = again.merge(restoring: before, savedAs: after)
        let places = merge.conflicts.map(\.label)
        #expect(places.isEmpty, "seed \(seed)")
        let paths = again.restore(merge)
        #expect(paths.isEmpty, "seed \(seed)")
      }
    }
  }

  /// A calendar as a service stores it: new dates get ids, and deleted ones are gone.
  private static func stored(_ calendar: JSONValue) -> JSONValue {
    var stored = calendar
    _ = stored.update(at: "availabilities") { list in
      let rows = (list.array ?? []).filter { !ObjectType.availability.isDeleted($0) }
      list = .array(
        rows.enumerated().map { index, row in
          guard row.serviceID == nil, case .object(var object) = row else { return row }
          object["id"] = .text("new-\(index)")
          return .object(object)
        })
    }
    return stored
  }

  /// A list that the calendar did not have is emptied, and stays so; a text stays as it is.
  @Test func whatHadNoValueIsEmptiedOnce() throws {
    var before = try #require(Self.before.object)
    before["availabilities"] = nil
    var after = try #require(Self.after.object)
    after["notes"] = "of the save"
    var held = document(.object(after))
    held.restore(held.merge(restoring: .object(before), savedAs: .object(after)))
    #expect(held.current[key: "availabilities"] == [])
    for notes: JSONValue in ["of the save", "of others"] {
      var now = try #require(held.current.object)
      now["notes"] = notes
      var again = document(.object(now))
      let merge = again.merge(restoring: .object(before), savedAs: .object(after))
      #expect(merge.conflicts.isEmpty)
      #expect(again.restore(merge).isEmpty && again.current[key: "notes"] == notes)
    }
  }

  private static let before: JSONValue = [
    "id": "c1", "version": 3, "name": "Intro", "slotDuration": 30, "slotDurationUnit": "mins",
    "description": "Hello", "odd": 1,
    "teamMembers": [
      ["userId": "ana", "priority": 0.5, "selected": true, "zoomOauthId": "z1"],
      ["userId": "ben", "priority": 1, "selected": true],
    ],
    "availabilities": [
      ["date": "2026-12-24", "hours": [], "id": "a1"],
      ["date": "2026-12-31", "hours": [], "id": "a2"],
    ],
  ]

  private static let after: JSONValue = [
    "id": "c1", "version": 4, "name": "Intro", "slotDuration": 45, "slotDurationUnit": "mins",
    "description": "Hello", "odd": 2,
    "teamMembers": [["userId": "ana", "priority": 1, "selected": false]],
    "availabilities": [
      ["date": "2026-12-24", "hours": [], "id": "a1"],
      ["date": "2027-01-06", "hours": [], "id": "a3"],
    ],
  ]

  @Test func whatChangedSinceStays() {
    var now = Self.after
    _ = now.update(at: "description") { $0 = "New words" }
    _ = now.update(at: "version") { $0 = 9 }
    var held = document(now)
    held.set("name", to: "Being edited")
    let merge = held.merge(restoring: Self.before, savedAs: Self.after)
    #expect(merge.conflicts.isEmpty)
    held.restore(merge)
    let current = held.current
    #expect(current[key: "slotDuration"] == 30)
    #expect(current[key: "description"] == "New words")
    #expect(current[key: "name"] == "Being edited")
    // Read-only and undocumented keys are as they are, in rows too.
    #expect(current[key: "version"] == 9)
    #expect(current[key: "odd"] == 2)
    #expect(current["teamMembers[0]"] == ["userId": "ana", "priority": 0.5, "selected": false])
    #expect(current["teamMembers[1]"] == ["userId": "ben", "priority": 1])
  }

  @Test func datesAreSentAsTheServiceKnowsThem() {
    var held = document(Self.after)
    held.restore(held.merge(restoring: Self.before, savedAs: Self.after))
    let rows = UpdateBody(held).json[key: "availabilities"]?.array ?? []
    // The deleted one is made anew, without the id that is gone; the added one is deleted.
    #expect(
      rows.first { $0[key: "date"] == "2026-12-31" } == ["date": "2026-12-31", "hours": []])
    #expect(rows.first { $0[key: "id"] == "a3" }?[key: "deleted"] == true)
    #expect(rows.first { $0[key: "id"] == "a1" }?[key: "deleted"] == nil)
    #expect(rows.count == 3)
  }

  @Test(arguments: [CalendarMerge.Side.mine, .theirs])
  func whatChangedAgainIsAsked(_ side: CalendarMerge.Side) throws {
    var now = Self.after
    _ = now.update(at: "slotDuration") { $0 = 60 }
    var held = document(now)
    let merge = held.merge(restoring: Self.before, savedAs: Self.after)
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1)
    #expect(
      [conflict.baseText, conflict.theirsText, conflict.mineText] == ["45 min", "60 min", "30 min"])
    held.restore(merge, [conflict.id: side])
    #expect(held.current[key: "slotDuration"] == (side == .mine ? 30 : 60))
    #expect(held.current["teamMembers[0].priority"] == 0.5)
  }

  @Test func whatTheRecordLeavesOutStays() {
    var before = Self.before
    _ = before.update(at: "description") { $0 = "[token]" }
    _ = before.update(at: "teamMembers[0].userId") { $0 = "[token]" }
    var held = document(Self.after)
    held.restore(
      held.merge(
        restoring: before, savedAs: Self.after, except: ["description", "teamMembers"]))
    #expect(held.current[key: "description"] == "Hello")
    #expect(held.current[key: "teamMembers"] == Self.after[key: "teamMembers"])
    #expect(held.current[key: "slotDuration"] == 30)
  }

  @Test func anotherSpellingIsTheSameProperty() {
    let before: JSONValue = ["id": "c1", "formSubmitRedirectUrl": "https://a.example"]
    let after: JSONValue = ["id": "c1", "formSubmitRedirectUrl": "https://b.example"]
    var held = document(after)
    #expect(
      held.restore(held.merge(restoring: before, savedAs: after)) == ["formSubmitRedirectURL"])
    #expect(UpdateBody(held).json == ["formSubmitRedirectURL": "https://a.example"])
  }

  @Test func nothingToRestoreIsNoStep() {
    var held = document(Self.before)
    #expect(held.restore(held.merge(restoring: Self.before, savedAs: Self.after)).isEmpty)
    #expect(held.undoSteps.isEmpty)
    #expect(!held.isModified)
  }

  // MARK: Sentences

  @Test func theSentencesAreThoseOfTheReview() {
    let sentences = ReviewLine.sentences(
      from: Self.before, to: Self.after, names: ["ben": "Ben Okafor"])
    #expect(sentences.contains("Slot duration: 30 min → 45 min"))
    #expect(sentences.contains("- Team members › Ben Okafor"))
    #expect(ReviewLine.sentences(from: Self.before, to: Self.before).isEmpty)
  }

  @Test func theCalendarAskedForHasTheBodyInPlaceOfItsOwn() {
    let asked = ReviewLine.calendar(
      ["id": "c1", "slotDuration": 30, "formSubmitRedirectUrl": "a"],
      updatedBy: ["slotDuration": 45, "formSubmitRedirectURL": "b"])
    #expect(asked == ["id": "c1", "slotDuration": 45, "formSubmitRedirectURL": "b"])
  }
}
