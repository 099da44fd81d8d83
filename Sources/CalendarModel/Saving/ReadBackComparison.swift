import JSON

/// Compares what was sent with what the service holds, part by part.
struct ReadBackComparison {
  let words: MergeWording
  /// Whether a documented member that the service has beside those of the value is a difference.
  var findsAddedMembers = false
  /// Whether a documented default that is not spelt out is none: true of what was sent, and not of
  /// what was there.
  var takesDefaults = true
  private(set) var differences: [ReadBack.Difference] = []

  init(words: MergeWording) { self.words = words }

  // MARK: Values

  mutating func compare(
    _ sent: JSONValue, _ held: JSONValue?, _ field: Field?, at place: MergePlace
  ) {
    if isTaken(sent, held, field) { return }
    guard let held else { return note(.dropped, sent, nil, field, at: place) }
    switch SchemaWalk.parts(sent, held, of: field) {
    case .members(let parts): members(parts, held, field?.objectType, at: place)
    case .days: week(sent, held, at: place)
    case .rows(let sentRows, let heldRows, let type):
      if !rows(sentRows, heldRows, type, at: place) { note(.changed, sent, held, field, at: place) }
    case .whole:
      let isValue = !held.isNull || field?.hasNullChoice ?? false
      note(isValue ? .changed : .dropped, sent, held, field, at: place)
    }
  }

  /// Whether the service holds what was sent, however it is written.
  private func isTaken(_ sent: JSONValue, _ held: JSONValue?, _ field: Field?) -> Bool {
    if Versions.isSameChange(sent, held, field) { return true }
    if let held, case .toggle? = field?.type, let isOn = sent.looseBool {
      return held.looseBool == isOn
    }
    if takesDefaults, held == nil, let usual = field?.defaultValue, sent.isEquivalent(to: usual) {
      return true
    }
    if held?.isNull ?? true {
      return sent.isNull || sent.text == "" || field?.isNothing(sent) ?? false
    }
    guard let held, sent.number != nil || field?.isNumber ?? false, let a = Self.number(sent),
      let b = Self.number(held)
    else { return false }
    return a.isEquivalent(to: b)
  }

  /// A number, also one that is written as a text.
  private static func number(_ value: JSONValue) -> JSONNumber? {
    value.number ?? value.text.flatMap { JSONNumber($0) }
  }

  /// Compares what was sent of an object; what the service adds of its own accord is no difference.
  private mutating func members(
    _ parts: [SchemaWalk.Member], _ held: JSONValue, _ type: ObjectType?, at place: MergePlace
  ) {
    for part in parts {
      guard let sent = part.values[0] else {
        addedMember(part, held, type, at: place)
        continue
      }
      // Some accounts give every row a new id with each update.
      if let id = type?.id, part.key == id.key || part.key == id.otherKey { continue }
      compare(sent, part.values[1], part.field, at: place.member(part.key, part.field, of: held))
    }
  }

  private mutating func addedMember(
    _ part: SchemaWalk.Member, _ held: JSONValue, _ type: ObjectType?, at place: MergePlace
  ) {
    guard findsAddedMembers, let field = part.field, part.key != type?.id?.key,
      let added = part.values[1], !isTaken(added, nil, field)
    else { return }
    note(
      .added, at: place.member(part.key, field, of: held), held: words.value(added, field))
  }

  // MARK: Rows

  /// Compares lists row by row; false where the rows cannot be told apart.
  private mutating func rows(
    _ sent: [JSONValue], _ held: [JSONValue], _ type: ObjectType, at list: MergePlace
  ) -> Bool {
    let sentPlaces = sent.indices.filter { !type.isDeleted(sent[$0]) }
    let heldPlaces = held.indices.filter { !type.isDeleted(held[$0]) }
    guard
      let pairs = RowPairing.strict(
        old: heldPlaces.map { held[$0] }, new: sentPlaces.map { sent[$0] }, type: type)
    else { return false }
    for (index, from) in pairs.oldIndex.enumerated() {
      let row = sentPlaces[index]
      let place = self.place(
        of: sent[row], type, sent: row, held: from.map { heldPlaces[$0] }, list)
      guard let from else {
        note(.dropped, at: place)
        continue
      }
      let kept = held[heldPlaces[from]]
      if let object = sent[row].object, let other = kept.object {
        members(SchemaWalk.members(of: [object, other], type), kept, type, at: place)
      } else if !sent[row].isEquivalent(to: kept) {
        note(.changed, sent[row], kept, nil, at: place)
      }
    }
    let deleted = Set(sent.filter(type.isDeleted).compactMap(\.serviceID))
    for index in pairs.removed {
      let row = heldPlaces[index]
      let isDeleted = held[row].serviceID.map(deleted.contains) ?? false
      note(isDeleted ? .kept : .added, at: place(of: held[row], type, sent: nil, held: row, list))
    }
    let order = pairs.oldIndex.compactMap { $0 }
    if type.hasOrder, zip(order, order.dropFirst()).contains(where: { $0 > $1 }) {
      note(.moved, at: list, places: [list.steps + ["order"]])
    }
    return true
  }

  private func place(
    of row: JSONValue, _ type: ObjectType, sent: Int?, held: Int?, _ list: MergePlace
  ) -> MergePlace {
    let index = sent ?? held ?? 0
    // By the date: a new one is sent without the id that it comes back with.
    let id =
      DateEntry.date(of: row)?.description ?? type.key(of: row)?.text
      ?? "#\(index)"
    return list.row(
      RowAlignment.Row(theirs: held, mine: sent),
      id: type.rows == .likeness ? "#\(index)" : id,
      name: words.name(of: row, type, index: index))
  }

  // MARK: The week

  /// Compares what is open on each day, whatever entries it is spread over.
  private mutating func week(_ sent: JSONValue, _ held: JSONValue, at place: MergePlace) {
    let (sent, held) = (WeekHours(sent), WeekHours(held))
    let other = words.format.weekdays.filter { !sent[$0].isSame(as: held[$0]) }
    let groups = WeekHours.grouped(other) { [words.hours(sent[$0]), words.hours(held[$0])] }
    for group in groups {
      note(
        .changed, at: place.days(group.days, in: words.format), sent: group.value[0],
        held: group.value[1],
        places: group.days.map { place.days([$0], in: words.format).steps })
    }
  }

  // MARK: Findings

  private mutating func note(
    _ kind: ReadBack.Difference.Kind, _ sent: JSONValue, _ held: JSONValue?, _ field: Field?,
    at place: MergePlace
  ) {
    let texts = words.pair(sent, held, field)
    note(kind, at: place, sent: texts.old, held: texts.new)
  }

  private mutating func note(
    _ kind: ReadBack.Difference.Kind, at place: MergePlace, sent: String = "", held: String = "",
    places: [[String]]? = nil
  ) {
    differences.append(
      ReadBack.Difference(
        kind: kind, path: place.theirs, section: place.section, label: place.label,
        sentText: sent, heldText: held, places: places ?? [place.steps]))
  }
}
