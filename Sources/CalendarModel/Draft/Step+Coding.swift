import JSON

extension Step {
  /// The step as a draft keeps it; after reading, typing does not join it.
  var json: JSONValue {
    [
      "title": .text(title), "focus": focus.json, "changes": .array(edits.map(\.json)),
      "inverses": .array(inverses.map(\.json)),
    ]
  }

  init(_ reader: DraftReader) throws(DraftProblem) {
    self.init(
      title: try reader.member("title").text(), focus: try JSONPath(reader.member("focus")),
      edits: try reader.member("changes").list { reader throws(DraftProblem) in
        try Edit(reader)
      },
      inverses: try reader.member("inverses").list { reader throws(DraftProblem) in
        try Edit(reader)
      })
  }
}
