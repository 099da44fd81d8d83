import JSON

/// One message of the service about a request, and the place in the request body that it is about.
package struct ServiceMessage: Sendable, Hashable {
  /// The message as it came.
  package let text: String
  /// The place in the body; nil for a message about the whole.
  ///
  /// It is read from the message alone. Whether such a place exists is for the reader to decide.
  package let path: JSONPath?
  /// The name of the property, which ends the path.
  package let property: String?
  /// Whether the service says that it does not know the property at all.
  package let isUnknownProperty: Bool

  /// Reads a message of the service's validator (section 3: the dotted path of the object stands
  /// in front of the message about its property).
  ///
  /// - Parameter place: the place that the answer names beside the message, for a message that
  ///   names none itself.
  package init(_ text: String, at place: JSONPath? = nil) {
    self.text = text
    let subject = MessageSubject(text)
    path = subject?.path ?? place
    isUnknownProperty = subject?.isUnknownProperty ?? false
    property =
      if case .key(let key)? = path?.last { key } else { nil }
  }
}

/// What a validator's message is about.
private struct MessageSubject {
  let path: JSONPath
  var isUnknownProperty = false

  init?(_ text: String) {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let first = text[..<space]
    let rest = text[text.index(after: space)...]
    let steps = first.split(separator: ".", omittingEmptySubsequences: false)
    // In front of the last step stands the object; the last one is the property or a phrase.
    let object = steps.dropLast()
    guard let last = steps.last, object.isEmpty || Self.isPath(object) else { return nil }
    let parent = JSONPath(object.map(Self.component))

    switch last {
    case "property":
      if let name = Self.name(in: rest, before: " should not exist") {
        path = parent.appending(name)
        isUnknownProperty = true
        return
      }
    case "each":
      var name = rest
      if Self.drop("value in ", from: &name) {
        _ = Self.drop("nested property ", from: &name)
        guard let property = Self.validated(name) else { return nil }
        path = parent.appending(property)
        return
      }
    case "nested":
      var name = rest
      if Self.drop("property ", from: &name), let property = Self.validated(name) {
        path = parent.appending(property)
        return
      }
    case "All":
      if let name = Self.name(in: rest, before: "'s elements must be unique") {
        path = parent.appending(name)
        return
      }
    default: break
    }
    guard Self.isPath(steps[...]), !Self.pronouns.contains(first), Self.isVerdict(rest)
    else { return nil }
    path = JSONPath(steps.map(Self.component))
  }

  private static let pronouns: Set<Substring> = [
    "it", "you", "they", "we", "there", "this", "that", "he", "she", "one", "all", "both",
  ]

  /// The phrases that a validator's verdict begins with.
  private static let verdicts = [
    "must ", "should ", "is required", "is not a valid ", "is not allowed", "is not valid",
    "is invalid",
  ]

  private static func isVerdict(_ text: Substring) -> Bool {
    verdicts.contains { text.hasPrefix($0) }
  }

  private static func drop(_ phrase: String, from text: inout Substring) -> Bool {
    guard text.hasPrefix(phrase) else { return false }
    text = text.dropFirst(phrase.count)
    return true
  }

  private static func name(in text: Substring, before phrase: String) -> String? {
    guard text.hasSuffix(phrase) else { return nil }
    let name = text.dropLast(phrase.count)
    return name.isEmpty ? nil : String(name)
  }

  /// The identifier a text starts with, when a verdict follows it.
  private static func validated(_ text: Substring) -> String? {
    guard let space = text.firstIndex(of: " "), isIdentifier(text[..<space]),
      isVerdict(text[text.index(after: space)...])
    else { return nil }
    return String(text[..<space])
  }

  /// Properties of the service start with a small letter, at least at the top: "Calendar must" is
  /// prose.
  private static func isPath(_ steps: ArraySlice<Substring>) -> Bool {
    guard let first = steps.first, isIdentifier(first), first.first?.isUppercase == false else {
      return false
    }
    return steps.dropFirst().allSatisfy { isIdentifier($0) || isRow($0) }
  }

  private static func isRow(_ step: Substring) -> Bool {
    !step.isEmpty && step.utf8.count < 10 && step.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isIdentifier(_ step: Substring) -> Bool {
    guard let first = step.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return step.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$")
    }
  }

  private static func component(_ step: Substring) -> JSONPath.Component {
    isRow(step) ? Int(step).map(JSONPath.Component.index) ?? .key(String(step)) : .key(String(step))
  }
}
