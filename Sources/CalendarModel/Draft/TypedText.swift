import JSON

/// A text that was typed and is no valid value yet, with its place.
package struct TypedText: Sendable, Hashable {
  /// Where it was typed: a path, and where several lines share one, a key that tells them apart.
  package let place: JSONPath
  package let text: String

  package init(_ text: String, at place: JSONPath) {
    self.place = place
    self.text = text
  }

  var json: JSONValue { ["place": place.json, "text": .text(text)] }

  init(_ reader: DraftReader) throws(DraftProblem) {
    place = try JSONPath(reader.member("place"))
    text = try reader.member("text").text()
  }
}
