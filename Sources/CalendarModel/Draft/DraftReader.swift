import JSON

/// Reads a part of a draft, and knows its path for messages about problems.
struct DraftReader {
  let value: JSONValue
  let part: JSONPath

  init(_ value: JSONValue, at part: JSONPath = .root) {
    self.value = value
    self.part = part
  }

  func problem(_ reason: DraftProblem.Reason) -> DraftProblem { DraftProblem(part, reason) }

  private func wrongKind(_ expected: String) -> DraftProblem {
    problem(.wrongKind(expected: expected, found: value.kindInWords))
  }

  /// A member; nil if it is absent.
  func optional(_ key: String) -> DraftReader? {
    value[key: key].map { DraftReader($0, at: part.appending(key)) }
  }

  func member(_ key: String) throws(DraftProblem) -> DraftReader {
    guard let member = optional(key) else { throw DraftProblem(part.appending(key), .missing) }
    return member
  }

  func object() throws(DraftProblem) -> JSONObject {
    guard let object = value.object else { throw wrongKind("an object") }
    return object
  }

  func text() throws(DraftProblem) -> String {
    guard let text = value.text else { throw wrongKind("a text") }
    return text
  }

  /// A whole number that is not negative.
  func count() throws(DraftProblem) -> Int {
    guard let count = value.int, count >= 0 else { throw wrongKind("a whole number, 0 or more") }
    return count
  }

  /// The elements of a list, each read by a function.
  func list<Element>(
    _ read: (DraftReader) throws(DraftProblem) -> Element
  ) throws(DraftProblem) -> [Element] {
    guard let elements = value.array else { throw wrongKind("a list") }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      list.append(try read(DraftReader(element, at: part.appending(index))))
    }
    return list
  }
}
