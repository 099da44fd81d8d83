import JSON

extension Edit {
  /// The edit as an object whose first key names its kind: `{"set": ["name"], "to": "Visit"}`.
  ///
  /// An edit that removes a member has no `to`.
  var json: JSONValue {
    switch self {
    case .set(let path, let value, let position):
      var object = JSONObject([.init(key: "set", value: path.json)])
      object["to"] = value
      object["at"] = position.map { .integer($0) }
      return .object(object)
    case .insert(let value, let list, let index, let origin):
      var object = JSONObject([
        .init(key: "insert", value: value), .init(key: "into", value: list.json),
        .init(key: "at", value: .integer(index)),
      ])
      object["origin"] = origin.map { .integer($0) }
      return .object(object)
    case .remove(let list, let index):
      return ["remove": .integer(index), "from": list.json]
    case .move(let list, let from, let to):
      return ["move": .integer(from), "in": list.json, "to": .integer(to)]
    }
  }

  init(_ reader: DraftReader) throws(DraftProblem) {
    _ = try reader.object()
    if let path = reader.optional("set") {
      var position: Int?
      if let at = reader.optional("at") { position = try at.count() }
      self = .set(try JSONPath(path), reader.value[key: "to"], position: position)
    } else if let row = reader.optional("insert") {
      var origin: Int?
      if let place = reader.optional("origin") { origin = try place.count() }
      self = .insert(
        row.value, into: try JSONPath(reader.member("into")), at: try reader.member("at").count(),
        origin: origin)
    } else if let index = reader.optional("remove") {
      self = .remove(from: try JSONPath(reader.member("from")), at: try index.count())
    } else if let index = reader.optional("move") {
      self = .move(
        in: try JSONPath(reader.member("in")), from: try index.count(),
        to: try reader.member("to").count())
    } else {
      throw reader.problem(.unknownEdit)
    }
  }
}
