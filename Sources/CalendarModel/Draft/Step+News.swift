import JSON

/// Steps as they are added to a draft: their inverses follow from the calendar that they change.
extension Step {
  /// The step without its inverses; long texts are cut out of the ones that they replace.
  var news: JSONValue {
    guard edits.count == inverses.count else { return json }
    var object = JSONObject([
      .init(key: "title", value: .text(title)), .init(key: "focus", value: focus.json),
      .init(key: "changes", value: .array(zip(edits, inverses).map { $0.json(over: $1) })),
    ])
    // Where a row that comes back was loaded does not follow from the calendar.
    let origins = inverses.enumerated().compactMap { index, inverse -> JSONValue? in
      guard case .insert(_, _, _, let origin?) = inverse else { return nil }
      return [.integer(index), .integer(origin)]
    }
    if !origins.isEmpty { object["origins"] = .array(origins) }
    return .object(object)
  }

  /// What typing has made of a step that is written; nil where it is another one.
  ///
  /// - Parameter known: the steps that can be named by their number.
  func json(typedSince written: Step?, numbered known: [StepMark]) -> JSONValue? {
    guard let written, written.mark.step == mark.step,
      let number = known.firstIndex(of: written.mark),
      edits.count == 1, inverses.count == 1, written.edits.count == 1,
      case .set(let path, let new?, let position) = edits[0],
      case .set(path, let old?, position) = written.edits[0],
      let old = old.plainText, let new = new.plainText, let cut = TextCut(from: old, to: new)
    else { return nil }
    return .object(
      JSONObject(
        [
          .init(key: "typedOn", value: .integer(number)),
          .init(key: "title", value: .text(title)),
        ] + cut.members))
  }

  /// Reads a step and makes its edits.
  ///
  /// - Parameter known: the steps that can be named by their number.
  init(
    _ reader: DraftReader, known: [Step], making calendar: inout JSONValue
  ) throws(DraftProblem) {
    if reader.value.number != nil {
      self = try Self.known(reader, known)
      try make(in: &calendar, reader)
    } else if let number = reader.optional("typedOn") {
      self = try Self.known(number, known)
      guard let cut = try TextCut(reader), edits.count == 1,
        case .set(let path, let old?, let position) = edits[0],
        let text = old.text.flatMap(cut.applied)
      else { throw reader.problem(.doesNotApply) }
      title = try reader.member("title").text()
      edits = [.set(path, .text(text), position: position)]
      try make(in: &calendar, reader)
    } else if reader.optional("inverses") != nil {
      self = try Step(reader)
      try make(in: &calendar, reader)
    } else {
      self.init(
        title: try reader.member("title").text(), focus: try JSONPath(reader.member("focus")),
        edits: [], inverses: [])
      try readChanges(reader, making: &calendar)
    }
    openFor = nil
  }

  private static func known(_ reader: DraftReader, _ known: [Step]) throws(DraftProblem) -> Step {
    let number = try reader.count()
    guard known.indices.contains(number) else { throw reader.problem(.doesNotApply) }
    return known[number]
  }

  private func make(in calendar: inout JSONValue, _ reader: DraftReader) throws(DraftProblem) {
    for edit in edits where calendar.apply(edit) == nil { throw reader.problem(.doesNotApply) }
  }

  private mutating func readChanges(
    _ reader: DraftReader, making calendar: inout JSONValue
  ) throws(DraftProblem) {
    var inverses: [Edit] = []
    edits = try reader.member("changes").list { reader throws(DraftProblem) in
      let edit = try Edit(reader, over: calendar)
      guard let inverse = calendar.apply(edit) else { throw reader.problem(.doesNotApply) }
      inverses.append(inverse)
      return edit
    }
    if let origins = reader.optional("origins") {
      _ = try origins.list { reader throws(DraftProblem) in
        let pair = try reader.list { reader throws(DraftProblem) in try reader.count() }
        guard pair.count == 2, inverses.indices.contains(pair[0]),
          case .insert(let row, let list, let index, _) = inverses[pair[0]]
        else { throw reader.problem(.doesNotApply) }
        inverses[pair[0]] = .insert(row, into: list, at: index, origin: pair[1])
      }
    }
    self.inverses = inverses
  }
}

extension Edit {
  /// The edit; a long text as a cut of the one that it replaces.
  ///
  /// - Parameter inverse: the edit that takes it back.
  fileprivate func json(over inverse: Edit) -> JSONValue {
    guard case .set(let path, let new?, let position) = self,
      case .set(path, let old?, _) = inverse,
      let old = old.plainText, let new = new.plainText, let cut = TextCut(from: old, to: new)
    else { return json }
    var object = JSONObject([.init(key: "set", value: path.json)] + cut.members)
    object["at"] = position.map { .integer($0) }
    return .object(object)
  }

  /// - Parameter calendar: as it is before the edit.
  fileprivate init(_ reader: DraftReader, over calendar: JSONValue) throws(DraftProblem) {
    guard let cut = try TextCut(reader) else {
      try self.init(reader)
      return
    }
    let path = try JSONPath(reader.member("set"))
    guard let text = calendar[path]?.text.flatMap(cut.applied) else {
      throw reader.problem(.doesNotApply)
    }
    let position: Int? = if let at = reader.optional("at") { try at.count() } else { nil }
    self = .set(path, .text(text), position: position)
  }
}
