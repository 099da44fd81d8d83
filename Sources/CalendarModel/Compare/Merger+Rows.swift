import JSON

extension Merger {
  /// Merges a list row by row; nil where the rows cannot be told apart.
  mutating func rows(_ versions: Versions, _ type: ObjectType, at place: MergePlace) -> JSONValue? {
    let lists = [versions.base, versions.theirs, versions.mine].map { $0?.array ?? [] }
    // Both sides filled an empty list, and nothing says which rows belong together.
    if type.rows != .keyed, lists[0].isEmpty, !lists[1].isEmpty, !lists[2].isEmpty { return nil }
    guard let found = RowAlignment(base: lists[0], theirs: lists[1], mine: lists[2], type: type)
    else { return nil }
    if found.isTheirOrder, type.hasOrder { takeOver(.moved, at: place) }
    var merged: [JSONValue] = []
    merged.reserveCapacity(found.rows.count)
    for row in found.rows {
      let here = Versions(
        base: row.base.map { lists[0][$0] }, theirs: row.theirs.map { lists[1][$0] },
        mine: row.mine.map { lists[2][$0] })
      if let value = self.row(here, row, type, at: place) { merged.append(value) }
    }
    return .array(merged)
  }

  /// Merges a row; nil where it is deleted.
  private mutating func row(
    _ versions: Versions, _ row: RowAlignment.Row, _ type: ObjectType, at list: MergePlace
  ) -> JSONValue? {
    // In a long list most rows have not changed.
    if versions.mine == versions.base, versions.theirs == versions.base { return versions.mine }
    let place = self.place(of: versions, row, type, in: list)
    switch versions.outcome(of: nil) {
    case .mine: return versions.mine
    case .theirs:
      if Versions.isSame(versions.mine, versions.base, nil) { report(versions, type, at: place) }
      return versions.theirs
    case .open: break
    }
    let (isLoaded, isTheirs, isMine) = (
      versions.base.isKept(in: type), versions.theirs.isKept(in: type),
      versions.mine.isKept(in: type)
    )
    if versions.base != nil, isTheirs != isMine, isLoaded || versions.theirs == nil {
      // We deleted the row, and they changed nothing in it but what the service adds by itself.
      let isOurs = !isMine && !isChanged(versions.base, versions.theirs, type)
      if isOurs, versions.mine == nil { return nil }
      if !isOurs { return chosenRow(versions, type, at: place) }
    }
    // Both sides deleted it, by the mark or by taking the row out.
    if isLoaded, !isTheirs, !isMine { return versions.theirs }
    guard versions.theirs != nil, versions.mine != nil else { return versions.theirs }
    if type.isOneThing, isChanged(versions.base, versions.theirs, type),
      isChanged(versions.base, versions.mine, type),
      isChanged(versions.theirs, versions.mine, type)
    {
      // The address of one side with the kind of the other would be a place that nobody meant.
      return chosenRow(versions, type, at: place)
    }
    return members(versions, type, at: place) ?? chosenRow(versions, type, at: place)
  }

  private func place(
    of versions: Versions, _ row: RowAlignment.Row, _ type: ObjectType, in list: MergePlace
  ) -> MergePlace {
    let known = versions.base ?? versions.theirs ?? versions.mine ?? .null
    let shown = versions.mine ?? versions.base ?? versions.theirs ?? .null
    let index = row.mine ?? row.base ?? row.theirs ?? 0
    var id = "#\(row.base ?? index)"
    if row.base == nil { id += row.mine == nil ? " of theirs" : " of mine" }
    if type.rows == .keyed, let key = type.key(of: known), !key.isEmpty { id = key.text }
    return list.row(row, id: id, name: words.name(of: shown, type, index: index))
  }

  /// Whether the documented parts of two rows differ; the mark of deletion does not count.
  private func isChanged(_ a: JSONValue?, _ b: JSONValue?, _ type: ObjectType) -> Bool {
    func part(_ row: JSONValue?) -> JSONValue? {
      guard let row, case .object(var object) = type.documentedPart(of: row) else { return row }
      if let mark = type.deletionMark { object[mark] = nil }
      return .object(object)
    }
    return !areEquivalent(part(a), part(b))
  }

  private mutating func chosenRow(
    _ versions: Versions, _ type: ObjectType, at place: MergePlace
  ) -> JSONValue? {
    func text(_ row: JSONValue?) -> String {
      guard let row, !type.isDeleted(row) else { return "deleted" }
      return words.content(of: row, type)
    }
    let base = versions.base == nil ? "not there" : text(versions.base)
    let side = conflict(
      versions, at: place, texts: (base, text(versions.theirs), text(versions.mine)))
    return side == .mine ? versions.mine : versions.theirs
  }

  /// Lists what they changed in a row.
  private mutating func report(_ versions: Versions, _ type: ObjectType, at place: MergePlace) {
    let (was, isThere) = (versions.base.isKept(in: type), versions.theirs.isKept(in: type))
    switch (was, isThere) {
    case (true, false): takeOver(.removed, at: place)
    case (false, true):
      takeOver(.added, at: place, to: words.content(of: versions.theirs ?? .null, type))
    case (false, false): break
    case (true, true):
      var news = versions
      news.mine = versions.base
      guard isChanged(versions.base, versions.theirs, type) else { return }
      if !type.isOneThing, members(news, type, at: place) != nil { return }
      takeOver(
        .changed, at: place, from: words.content(of: versions.base ?? .null, type),
        to: words.content(of: versions.theirs ?? .null, type))
    }
  }
}

extension JSONValue? {
  /// Whether the row is there and not marked as deleted.
  fileprivate func isKept(in type: ObjectType) -> Bool { map { !type.isDeleted($0) } ?? false }
}
