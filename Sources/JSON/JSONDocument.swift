/// A parsed text: its value, how it was laid out, and what was odd about it.
package struct JSONDocument: Sendable, Hashable {
  /// A key that stands more than once in one object.
  ///
  /// The last one counts.
  package struct DuplicateKey: Sendable, Hashable {
    /// The path of the later member.
    package let path: JSONPath
    package let position: JSONPosition
  }

  package let value: JSONValue
  package let duplicateKeys: [DuplicateKey]
  package let layout: JSONLayout

  /// How many levels of lists and objects may stand in one another.
  package static let depthLimit = 512

  /// Parses a whole text.
  ///
  /// Accepts RFC 8259 and nothing else, but for a byte order mark at the start, which is dropped.
  /// - Parameter depthLimit: how many levels may stand in one another; each takes space on the stack.
  /// - Throws: ``JSONSyntaxError`` with the first place that is wrong.
  package init(
    parsing bytes: some Collection<UInt8>, depthLimit: Int = Self.depthLimit
  ) throws(JSONSyntaxError) {
    let bytes = ContiguousArray(bytes)
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONSyntaxError) in
        var parser = JSONParser(bytes: buffer, depthLimit: depthLimit)
        return (try parser.document(), parser.duplicateKeys)
      }
    }
    (value, duplicateKeys) = try result.get()
    layout = JSONLayout(of: bytes)
  }

  /// Parses a whole text.
  package init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: text.utf8)
  }
}
