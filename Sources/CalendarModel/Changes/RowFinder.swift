import JSON

/// Finds the rows of a calendar by what they are.
struct RowFinder {
  private let document: CalendarDocument

  typealias Mistake = CalendarChanges.Mistake

  init(_ document: CalendarDocument) { self.document = document }

  /// The path of a place; its rows have to be there.
  ///
  /// - Throws: for a row that is not there, and for a name that several rows have.
  func path(of place: ChangePlace) throws(Mistake) -> JSONPath {
    var path = JSONPath.root
    var above = ChangePlace("")
    for (depth, part) in place.parts.enumerated() {
      above = depth == 0 ? ChangePlace(place.topKey) : above.appending(part)
      switch part {
      case .key(let key): path = path.appending(key)
      case .days: break
      case .row, .dates:
        guard let row = try index(part, in: path, above) else {
          throw missing(part, in: path, above)
        }
        path = path.appending(row)
      }
    }
    return path
  }

  /// The path of a row; nil where the calendar does not have it and it is named by an id or the like.
  ///
  /// - Throws: for a row by its number or by a name that nobody has, and for a row on the way.
  func row(at place: ChangePlace) throws(Mistake) -> JSONPath? {
    let list = try path(of: place.parent)
    guard let part = place.parts.last else { return nil }
    if let index = try index(part, in: list, place) { return list.appending(index) }
    switch part {
    case .row(.number): throw missing(part, in: list, place)
    case .row(.text(let text)):
      // Unless somebody has the name, it is a slip.
      if place.rowType?.firstChoice == .user, names(of: .users)[text] == nil,
        ids(named: text, .users).isEmpty, !mayBeID(text, .users)
      {
        throw missing(part, in: list, place)
      }
      return nil
    default: return nil
    }
  }

  // MARK: Rows

  private func index(
    _ part: ChangePlace.Part, in list: JSONPath, _ place: ChangePlace
  ) throws(Mistake) -> Int? {
    let rows = document[list]?.array ?? []
    switch part {
    case .row(.number(let number)): return rows.indices.contains(number - 1) ? number - 1 : nil
    case .dates(let dates):
      guard let date = dates.first else { return nil }
      return document.dateHours.effectiveRow(on: date) ?? document.dateHours.rows(on: date).first
    case .row(.text(let text)):
      guard let type = place.rowType else { return nil }
      let exact = rows.indices.filter { type.key(of: rows[$0])?.text == text }
      let found = exact.isEmpty ? rows.indices.filter { isMeant(rows[$0], type, text) } : exact
      guard found.count < 2 else {
        throw Mistake(ChangeWording.severalRows(text, type, found.map { $0 + 1 }))
      }
      return found.first
    case .key, .days: return nil
    }
  }

  /// Whether a row is who or what a name says.
  private func isMeant(_ row: JSONValue, _ type: ObjectType, _ name: String) -> Bool {
    let letters = FoldedText(name).letters
    if type.isMeetingPlace {
      return Self.isMeant(row[member: LocationKey.kind], Choices.locationKind, name)
    }
    if type.firstChoice == .user, let id = row[member: MemberKey.userId]?.text,
      let known = document.names[id]
    {
      return !letters.isEmpty && FoldedText(known).letters == letters
    }
    if type == .notification {
      return Self.isMeant(row[member: NotificationKey.type], Choices.notificationType, name)
    }
    return false
  }

  private static func isMeant(_ value: JSONValue?, _ choices: [Choice], _ name: String) -> Bool {
    guard let value, let choice = ChangeValueReader.choice(name, choices) else { return false }
    return choice.value.isEquivalent(to: value) || choice.isMeant(by: value)
  }

  private func missing(
    _ part: ChangePlace.Part, in list: JSONPath, _ place: ChangePlace
  ) -> Mistake {
    let rows = document[list]?.array ?? []
    guard let type = place.rowType else { return Mistake(ChangeWording.isNoList(place.words)) }
    switch part {
    case .row(.number(let number)):
      return Mistake(ChangeWording.noNumberedRow(number, type, count: rows.count))
    case .dates(let dates):
      return Mistake(ChangeWording.noRow(DateTyping.named(dates), type, there: []))
    case .row(.text(let text)):
      let there = rows.map { RowSummary.text(of: $0, type, names: document.names, in: .standard) }
      return Mistake(ChangeWording.noRow(text, type, there: there.filter { !$0.isEmpty }))
    case .key, .days: return Mistake(ChangeWording.isNoList(place.words))
    }
  }

  // MARK: Names

  /// The id that a name stands for; a word that nothing is called is an id itself, where it may be
  /// one.
  ///
  /// - Throws: for a name that several have, and for what nothing is called and is no id either.
  func id(named name: String, _ kind: LookUp) throws(Mistake) -> String {
    let known = names(of: kind)
    if known[name] != nil { return name }
    let ids = ids(named: name, kind)
    if ids.count > 1 { throw Mistake(ChangeWording.severalNames(name, ids)) }
    if let id = ids.first { return id }
    guard mayBeID(name, kind) else {
      let words = Set(known.values).sorted().map { (word: $0, names: [$0]) }
      throw Mistake(ChangeWording.unknownName(name, ChangeNames.nearest(name, words)))
    }
    return name
  }

  /// Whether a text that nothing is called may be an id.
  ///
  /// That is one word, and where the service has listed what there is, one that looks like its ids: a
  /// list may leave something out.
  private func mayBeID(_ text: String, _ kind: LookUp) -> Bool {
    if text.contains(where: \.isWhitespace) { return false }
    return document.listedIDs[kind] == nil || text.looksLikeID
  }

  /// The names of one kind by id; all that are known where nobody listed them kind by kind.
  private func names(of kind: LookUp) -> [String: String] {
    guard let listed = document.listedIDs[kind] else { return document.names }
    return document.names.filter { listed.contains($0.key) }
  }

  /// The ids of all of one kind that have a name, in order.
  private func ids(named name: String, _ kind: LookUp) -> [String] {
    let letters = FoldedText(name).letters
    guard !letters.isEmpty else { return [] }
    return names(of: kind).filter { FoldedText($0.value).letters == letters }.map(\.key).sorted()
  }
}
