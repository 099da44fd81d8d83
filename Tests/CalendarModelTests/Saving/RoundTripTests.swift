import JSON
import Testing

@testable import CalendarModel

/// A calendar that is edited, sent, stored and loaded back is the calendar that was edited, under a
/// service that merges and under one that replaces.
@Suite("From the body and back", .timeLimit(.minutes(240))) struct RoundTripTests {
  /// What a service makes of an update.
  enum Service: CaseIterable {
    /// It replaces each property that the update names.
    case replaces
    /// It merges dates by their ids, and replaces every other property.
    case merges

    func stored(_ body: JSONValue, in calendar: JSONValue) -> JSONValue {
      guard case .object(var object) = calendar else { return calendar }
      for member in body.object?.members ?? [] {
        object[member.key] =
          member.key == "availabilities"
          ? dates(member.value, object[member.key]) : member.value
      }
      return .object(object)
    }

    private func dates(_ sent: JSONValue, _ held: JSONValue?) -> JSONValue {
      guard let rows = sent.array else { return sent }
      var list = self == .merges ? held?.array ?? [] : []
      for row in rows {
        guard case .object(var object) = row else {
          list.append(row)
          continue
        }
        let taken = Set((list + (held?.array ?? [])).compactMap(\.serviceID))
        let id = row.serviceID ?? "n\((0...taken.count).first { !taken.contains("n\($0)") } ?? 0)"
        object["id"] = .text(id)
        let isDeleted = object["deleted"] == true
        if let place = list.firstIndex(where: { $0.serviceID == id }) {
          if isDeleted { list.remove(at: place) } else { list[place] = .object(object) }
        } else if !isDeleted {
          list.append(.object(object))
        }
      }
      return .array(list)
    }
  }

  /// What counts of a property: documented, without the ids and marks that saving changes.
  static func meaning(_ value: JSONValue?, _ field: Field, of type: CalendarType?)
    -> [MeaningKey]
  {
    guard let value, !field.isNothing(value) else { return [] }
    let part = field.documentedPart(of: value)
    guard let list = part.array, let rows = field.objectType else { return [MeaningKey(part)] }
    let kept = list.filter { !rows.isDeleted($0) }.map { row -> JSONValue in
      guard case .object(var object) = row else { return row }
      if let id = rows.id { object[id.key] = nil }
      if rows == .teamMember, type == .collective, object["isPrimary"] == false {
        object["isPrimary"] = nil
      }
      return .object(object)
    }
    let keys = kept.map(MeaningKey.init)
    return rows.hasOrder ? keys : keys.sorted { $0.value.printed() < $1.value.printed() }
  }

  /// Dates with an id each, as a service has them; others it cannot merge.
  static func calendar(_ edits: inout EditGenerator) -> JSONValue {
    guard case .object(var object) = Calendars.full else { return [:] }
    object["availabilities"] = .array(
      (0..<4).map { number in
        let date = Calendars.date(2027, 1, 4 + number).wire
        return ["date": .text(date), "hours": [], "id": .text("x\(number)")]
      })
    object["teamMembers"] = .array(
      ["u1", "u2", "u3"].map { ["userId": .text($0), "priority": 0.5, "selected": true] })
    object["calendarType"] = edits.pick(["collective", "round_robin", "event"])
    return .object(object)
  }

  static func edit(_ document: inout CalendarDocument, _ edits: inout EditGenerator) {
    let date = Calendars.date(2027, 1, Int.random(in: 3...9, using: &edits.random))
    switch Int.random(in: 0..<9, using: &edits.random) {
    case 0: document.deleteDates([date])
    case 1: document.setDateHours([HourRange(open: 540, close: 600)], on: [date])
    case 2: document.resetDates([date])
    case 3: document.setWeekHours([.wholeDay], on: [Int.random(in: 0...6, using: &edits.random)])
    case 4: document.makePrimary(row: Int.random(in: 0...2, using: &edits.random))
    case 5: document.removeRow(Int.random(in: 0...3, using: &edits.random), of: "teamMembers")
    case 6: document.insert(["userId": "u9"], into: "teamMembers", at: 0)
    case 7: document.undo()
    default:
      let field = edits.pick(CalendarSchema.all.filter { $0.objectType == nil && !$0.isReadOnly })
      if let value = edits.value(for: field) {
        document.set(JSONPath([.key(field.key)]), to: value)
      }
    }
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>, Service.allCases)
  func loadedBackItIsWhatWasEdited(_ seed: UInt64, _ service: Service) {
    var edits = EditGenerator(seed: seed &+ 10_000)
    var document = Calendars.document(Self.calendar(&edits))
    for round in 0..<3 {
      for _ in 0..<6 { Self.edit(&document, &edits) }
      let body = UpdateBody(document)
      let held = service.stored(body.json, in: document.base)
      // Nothing goes out that was neither changed nor is needed by what was.
      let mayGo = document.validation.modifiedKeys.union(body.sentAlong)
      let sent = body.json.object?.keys ?? []
      #expect(sent.allSatisfy(mayGo.contains), "seed \(seed)")
      for field in CalendarSchema.all where !field.isReadOnly {
        // An update cannot take a property away.
        if body.cannotUnset.contains(field.key) { continue }
        let type = document.calendarType
        let edited = Self.meaning(document.current[key: field.key], field, of: type)
        let loaded = Self.meaning(held[key: field.key], field, of: type)
        #expect(edited == loaded, "seed \(seed), round \(round): \(field.key)")
      }
      let found = ReadBack(sent: body.json, held: held)
      #expect(found.isExact, "seed \(seed): \(found.differences.map(\.text))")
      #expect(SaveOutcome(before: document.base, sent: body.json, after: held) == .saved)
      document.adopt(saved: held)
      #expect(document.base == held && !document.isModified)
      #expect(document.dateHours == DateIndex(document.current[.availabilities]))
      if edits.chance(2) { while document.undo() != nil {} }
    }
  }
}
