import JSON

/// Walks three versions of a calendar side by side and builds the merged one.
struct Merger {
  let words: MergeWording
  /// Says which side's value a conflict keeps.
  private let choose: (CalendarMerge.Conflict.ID) -> CalendarMerge.Side
  private(set) var conflicts: [CalendarMerge.Conflict] = []
  private(set) var takenOver: [CalendarMerge.TheirDifference] = []
  private var ids: Set<CalendarMerge.Conflict.ID> = []

  init(
    names: [String: String], format: LocalFormat = .standard,
    choose: @escaping (CalendarMerge.Conflict.ID) -> CalendarMerge.Side
  ) {
    words = MergeWording(names: names, format: format)
    self.choose = choose
  }

  // MARK: The calendar

  /// Merges the calendar; all three versions are objects.
  mutating func calendar(_ versions: Versions) -> JSONValue {
    var merged: [String: JSONValue?] = [:]
    for field in CalendarSchema.all where merged[field.key] == nil {
      let member = versions.member(field.key)
      if field.isReadOnly {
        report(member, field, at: MergePlace(field))
        merged[field.key] = .some(member.theirs)
      } else if let pair = Self.quantities[field.key] {
        (merged[field.key], merged[pair.unit.key]) = quantity(versions, pair)
      } else {
        merged[field.key] = .some(value(member, field, at: MergePlace(field)))
      }
    }
    if versions.mine == versions.base { return versions.theirs ?? [:] }
    let theirs = versions.theirs?.object ?? JSONObject()
    return .object(
      (versions.mine?.object ?? JSONObject()).merged(with: theirs) { key in
        merged[key] ?? theirs[key]
      })
  }

  private static let quantities = Dictionary(
    uniqueKeysWithValues: QuantityField.all.map { ($0.number.key, $0) })

  /// Merges a number together with its unit: merged apart, "45 minutes" and "1 hour" could become
  /// "45 hours".
  private mutating func quantity(
    _ versions: Versions, _ pair: QuantityField
  ) -> (JSONValue?, JSONValue?) {
    let number = versions.member(pair.number.key)
    let unit = versions.member(pair.unit.key)
    let isTheirs = number.isChangedByThem(pair.number) || unit.isChangedByThem(pair.unit)
    let isMine =
      number.isChangedByMe(pair.number) || !pair.isUnitFixed && unit.isChangedByMe(pair.unit)
    let isAgreed =
      areEquivalent(number.theirs, number.mine)
      && (pair.isUnitFixed || areEquivalent(unit.theirs, unit.mine))
    let place = MergePlace(pair.number)
    func wording(_ calendar: JSONValue?) -> String { pair.wording(in: calendar ?? [:]) }
    if isTheirs, isMine, !isAgreed {
      let side = conflict(
        number, at: place,
        texts: (wording(versions.base), wording(versions.theirs), wording(versions.mine)))
      guard side == .mine else { return (number.theirs, unit.theirs) }
      return (number.mine, pair.isUnitFixed ? unit.theirs : unit.mine)
    }
    if isTheirs, !isMine {
      takeOver(.changed, at: place, from: wording(versions.base), to: wording(versions.theirs))
    }
    func settled(_ versions: Versions, _ field: Field) -> JSONValue? {
      versions.outcome(of: field) == .mine ? versions.mine : versions.theirs
    }
    return (
      settled(number, pair.number), pair.isUnitFixed ? unit.theirs : settled(unit, pair.unit)
    )
  }

  // MARK: Values

  /// Merges the value of a property; nil where it is absent.
  mutating func value(_ versions: Versions, _ field: Field?, at place: MergePlace) -> JSONValue? {
    switch versions.outcome(of: field) {
    case .mine: return versions.mine
    case .theirs:
      report(versions, field, at: place)
      return versions.theirs
    case .open:
      if let merged = parts(versions, field, at: place) { return merged }
      // Nobody has to decide about what the service added by itself.
      if let field, field.isSamePart(versions.base, versions.theirs) {
        return versions.mine
      }
      return chosen(versions, field, at: place)
    }
  }

  /// Merges a value part by part; nil where it has no parts that can be told apart.
  private mutating func parts(
    _ versions: Versions, _ field: Field?, at place: MergePlace
  ) -> JSONValue? {
    switch (field?.type, versions.theirs, versions.mine) {
    case (.object(let type), .object?, .object?):
      return members(versions, type, at: place)
    case (.list(let type), .array?, .array?) where versions.base?.isList ?? true:
      switch type.rows {
      case .ranges: return nil
      case .days: return week(versions, at: place)
      case .keyed, .likeness: return rows(versions, type, at: place)
      }
    default: return nil
    }
  }

  /// Merges an object; nil where a version is not an object, or has a key twice.
  mutating func members(
    _ versions: Versions, _ type: ObjectType, at place: MergePlace
  ) -> JSONValue? {
    guard versions.base?.isObject ?? true, versions.theirs?.object != nil,
      versions.mine?.object != nil
    else { return nil }
    let objects = [versions.base, versions.theirs, versions.mine].map { $0?.object ?? JSONObject() }
    guard objects.allSatisfy({ Set($0.keys.map(KeyText.init)).count == $0.count }) else {
      return nil
    }
    var merged: [KeyText: JSONValue?] = [:]
    for member in SchemaWalk.members(of: [objects[2], objects[1], objects[0]], type) {
      let values = Versions(
        base: member.values[2], theirs: member.values[1], mine: member.values[0])
      merged[KeyText(member.key)] = .some(
        value(
          values, member.field,
          at: place.member(member.key, member.field, of: versions.mine)))
    }
    return .object(objects[2].merged(with: objects[1]) { merged[KeyText($0)] ?? nil })
  }

  // MARK: Conflicts, and what is taken over

  /// Records a conflict and returns the value of the side that it keeps.
  mutating func chosen(
    _ versions: Versions, _ field: Field?, at place: MergePlace
  ) -> JSONValue? {
    let (theirs, mine) = words.pair(versions.theirs, versions.mine, field)
    let side = conflict(
      versions, at: place, texts: (words.value(versions.base, field), theirs, mine))
    return side == .mine ? versions.mine : versions.theirs
  }

  mutating func conflict(
    _ versions: Versions, at place: MergePlace, texts: (base: String, theirs: String, mine: String)
  ) -> CalendarMerge.Side {
    var id = CalendarMerge.Conflict.ID(steps: place.steps)
    while !ids.insert(id).inserted { id = .init(steps: id.steps + ["again"]) }
    conflicts.append(
      CalendarMerge.Conflict(
        id: id, path: place.mine, section: place.section, label: place.label, base: versions.base,
        theirs: versions.theirs, mine: versions.mine, baseText: texts.base,
        theirsText: texts.theirs, mineText: texts.mine))
    return choose(id)
  }

  /// Lists what they changed, part by part as a merge would take it.
  mutating func report(_ versions: Versions, _ field: Field?, at place: MergePlace) {
    // An undocumented property is not a setting, and the ids of rows belong to the service.
    guard let field, field.key != DateEntryKey.id.rawValue || field.isReadOnly,
      !field.isSamePart(versions.base, versions.theirs),
      !Versions.isSame(versions.base, versions.theirs, field),
      Versions.isSame(versions.base, versions.mine, field) || field.isReadOnly
    else { return }
    var news = versions
    news.mine = versions.base
    if news.base != nil, parts(news, field, at: place) != nil { return }
    let (before, after) = words.pair(versions.base, versions.theirs, field)
    takeOver(.changed, at: place, from: before, to: after)
  }

  mutating func takeOver(
    _ kind: CalendarMerge.TheirDifference.Kind, at place: MergePlace, from before: String = "",
    to after: String = ""
  ) {
    takenOver.append(
      CalendarMerge.TheirDifference(
        kind: kind, path: place.theirs, section: place.section, label: place.label, before: before,
        after: after))
  }
}

extension JSONValue {
  /// Whether members can be added to it: it is an object or null.
  fileprivate var isObject: Bool { isNull || object != nil }
  /// Whether rows can be added to it: it is a list or null.
  fileprivate var isList: Bool { isNull || array != nil }
}

extension JSONObject {
  /// The members of this object together with those that only the other object has, each of which
  /// comes behind the member that it follows there.
  ///
  /// If this object has a key twice, the last member gets the value and the others stay.
  /// - Parameter value: the value for a key; nil leaves the member out.
  fileprivate func merged(
    with other: JSONObject, value: (String) -> JSONValue?
  ) -> JSONObject {
    let lasts = { (object: JSONObject) in
      Dictionary(
        object.members.enumerated().map { (KeyText($1.key), $0) },
        uniquingKeysWith: { _, last in last })
    }
    let (mine, theirs) = (lasts(self), lasts(other))
    var first: [Member] = []
    var followers: [Int: [Member]] = [:]
    var last: Int?
    for (index, member) in other.members.enumerated() {
      if let place = mine[KeyText(member.key)] {
        last = place
      } else if theirs[KeyText(member.key)] == index, let value = value(member.key) {
        var added = member
        added.value = value
        if let last { followers[last, default: []].append(added) } else { first.append(added) }
      }
    }
    var members = first
    for (index, member) in self.members.enumerated() {
      if let value = value(member.key) {
        var kept = member
        if mine[KeyText(member.key)] == index { kept.value = value }
        members.append(kept)
      }
      members += followers[index] ?? []
    }
    return JSONObject(members)
  }
}
