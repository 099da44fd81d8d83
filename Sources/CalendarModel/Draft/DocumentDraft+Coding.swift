import JSON

extension DocumentDraft {
  /// The number of this format; a draft with a higher number is refused.
  package static let version = 1

  /// The largest history that is kept, in bytes of JSON.
  ///
  /// A step can hold the whole calendar (after a reset or a save); without a limit a draft would grow
  /// with each of them.
  package static let historyLimit = 16 << 20

  /// The draft as JSON.
  ///
  /// - Parameter historyLimit: in bytes; the last steps that fit are kept.
  package func json(historyLimit: Int = Self.historyLimit) -> JSONValue {
    var room = historyLimit
    var object = JSONObject([
      .init(key: "version", value: .integer(Self.version)),
      .init(key: "base", value: base),
      .init(key: "current", value: current),
    ])
    object["statedType"] = statedType.map { .text($0.rawValue) }
    object["focus"] = focus?.json
    object["typed"] = typed.map { .text($0) }
    if !unfinished.isEmpty { object["unfinished"] = .array(unfinished.map(\.json)) }
    if !names.isEmpty { object["names"] = Self.json(of: names) }
    object["undo"] = Self.list(undoSteps, &room)
    object["redo"] = Self.list(redoSteps, &room)
    return .object(object)
  }

  static func json(of names: [String: String]) -> JSONValue {
    .object(JSONObject(names.sorted { $0.key < $1.key }.map { .init(key: $0, value: .text($1)) }))
  }

  /// As many of the last steps as there is room for.
  private static func list(_ steps: [Step], _ room: inout Int) -> JSONValue {
    var kept: [JSONValue] = []
    for step in steps.reversed() {
      let json = step.json
      room -= json.size
      if room < 0 { break }
      kept.append(json)
    }
    return .array(kept.reversed())
  }

  // MARK: Reading

  /// Reads a draft.
  ///
  /// A history that cannot be read, or does not fit the calendar, is left out (``losses``); the edits
  /// themselves are in the calendar. News that do not fit are left out with all that follow.
  /// - Parameter news: what was written since, in order: each is that of a later draft.
  /// - Throws: the problem of a draft that has a newer format, or lacks the loaded or edited calendar.
  package init(json: JSONValue, news: [JSONValue] = []) throws(DraftProblem) {
    let reader = DraftReader(json)
    _ = try reader.object()
    let version = try reader.member("version").count()
    guard version <= Self.version else {
      throw DraftProblem("version", .newerVersion(version, known: Self.version))
    }
    let base = try reader.member("base")
    let current = try reader.member("current")
    _ = try base.object()
    _ = try current.object()

    var losses: [DraftProblem] = []
    func part<Value>(_ read: () throws(DraftProblem) -> Value) -> Value? {
      do throws(DraftProblem) {
        return try read()
      } catch {
        losses.append(error)
        return nil
      }
    }
    var state = DraftState(
      current: current.value,
      undoSteps: part { () throws(DraftProblem) in try Self.steps(reader.member("undo")) } ?? [],
      redoSteps: part { () throws(DraftProblem) in try Self.steps(reader.member("redo")) } ?? [],
      names: part { () throws(DraftProblem) in try Self.names(reader) } ?? [:],
      statedType: part { () throws(DraftProblem) in try Self.type(reader) } ?? nil,
      focus: part { () throws(DraftProblem) in try Self.focus(reader) } ?? nil,
      typed: part { () throws(DraftProblem) in try reader.optional("typed")?.text() } ?? nil,
      unfinished: part { () throws(DraftProblem) in try Self.unfinished(reader) } ?? [])
    _ = part { () throws(DraftProblem) in
      for (index, value) in news.enumerated() {
        try state.take(DraftReader(value, at: JSONPath([.key("news"), .index(index)])))
      }
    }
    let undo = state.undoSteps
    if part({ () throws(DraftProblem) in try Self.checkUndo(undo, of: state.current) }) == nil {
      state.undoSteps = []
    }
    let redo = state.redoSteps
    if part({ () throws(DraftProblem) in try Self.checkRedo(redo, of: state.current) }) == nil {
      state.redoSteps = []
    }
    self.init(base: base.value, state, losses: losses)
  }

  private static func steps(_ reader: DraftReader) throws(DraftProblem) -> [Step] {
    try reader.list { reader throws(DraftProblem) in try Step(reader) }
  }

  static func names(_ reader: DraftReader) throws(DraftProblem) -> [String: String] {
    guard let reader = reader.optional("names") else { return [:] }
    var names: [String: String] = [:]
    for member in try reader.object().members {
      let part = reader.part.appending(member.key)
      names[member.key] = try DraftReader(member.value, at: part).text()
    }
    return names
  }

  static func unfinished(_ reader: DraftReader) throws(DraftProblem) -> [TypedText] {
    try reader.optional("unfinished")?.list { reader throws(DraftProblem) in
      try TypedText(reader)
    } ?? []
  }

  static func focus(_ reader: DraftReader) throws(DraftProblem) -> JSONPath? {
    guard let focus = reader.optional("focus") else { return nil }
    return try JSONPath(focus)
  }

  static func type(_ reader: DraftReader) throws(DraftProblem) -> CalendarType? {
    guard let reader = reader.optional("statedType") else { return nil }
    let text = try reader.text()
    guard let type = CalendarType(rawValue: text) else { throw reader.problem(.unknownType(text)) }
    return type
  }
}

extension JSONValue {
  /// About how many bytes the value has when it is printed on one line.
  fileprivate var size: Int {
    switch self {
    case .null, .bool: 5
    case .number(let number): number.spelling.utf8.count
    case .string(let string): string.spelling.utf8.count
    case .array(let elements): elements.reduce(2) { $0 + $1.size + 1 }
    case .object(let object):
      object.members.reduce(2) { $0 + $1.name.spelling.utf8.count + $1.value.size + 2 }
    }
  }
}
