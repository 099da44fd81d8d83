/// How a text is laid out, learned from all of it: what new values are printed like.
struct JSONTextStyle {
  private(set) var newLine = "\n"
  private(set) var unit = "  "
  private(set) var colon = ": "
  /// Behind a comma on one line.
  private(set) var gap = " "
  /// Inside the brackets of an object, and of an array, on one line.
  private(set) var objectPadding = ""
  private(set) var arrayPadding = ""
  /// Whether the text has no line breaks between its values.
  private(set) var isOneLine = false
  private var oneLine: [Place: Count] = [:]

  /// What kind of container it is, from the narrowest description to the widest.
  enum Place: Hashable {
    /// The keys that lead to it; each step through an array counts as well.
    case keys([String])
    case lastKey(String)
    case kind(isObject: Bool, holdsContainers: Bool)

    static func all(_ keys: [String], _ value: JSONValue) -> [Place] {
      var places = [Place.keys(keys)]
      // The name of an array goes on in its rows.
      if let last = keys.lastIndex(where: { $0 != JSONTextStyle.row }) {
        places.append(.lastKey(keys[last...].joined(separator: "/")))
      }
      return places + [.kind(isObject: value.object != nil, holdsContainers: value.holdsContainers)]
    }
  }

  /// The step of a path into an array.
  static let row = "[]"

  private struct Count {
    var oneLine = 0
    var all = 0
  }

  /// Whether a new value goes on one line, as most of its kind do.
  func isOnOneLine(_ value: JSONValue, at keys: [String]) -> Bool {
    if isOneLine { return true }
    for place in Place.all(keys, value) {
      if let count = oneLine[place] { return count.oneLine * 2 > count.all }
    }
    return false
  }

  // MARK: Learning

  init(of value: JSONValue, at span: JSONSpan, in bytes: [UInt8]) {
    var learner = Learner(bytes: bytes)
    learner.learn(value, span, keys: [], indent: "")
    oneLine = learner.oneLine
    isOneLine = learner.lineBreaks.isEmpty
    newLine = learner.lineBreaks.most ?? newLine
    unit = learner.units.most ?? unit
    colon = learner.colons.most ?? (isOneLine ? ":" : colon)
    gap = learner.gaps.most ?? (colon.last == ":" ? "" : gap)
    objectPadding = learner.objectPaddings.most ?? ""
    arrayPadding = learner.arrayPaddings.most ?? ""
  }

  /// How often each text was met.
  private struct Tally {
    private var counts: [String: Int] = [:]
    var isEmpty: Bool { counts.isEmpty }
    /// The most frequent one; of several the shortest.
    var most: String? {
      counts.min {
        (-$0.value, $0.key.utf8.count, $0.key) < (-$1.value, $1.key.utf8.count, $1.key)
      }?
      .key
    }
    mutating func count(_ text: String) { counts[text, default: 0] += 1 }
  }

  private struct Learner {
    let bytes: [UInt8]
    var lineBreaks = Tally()
    var units = Tally()
    var colons = Tally()
    var gaps = Tally()
    var objectPaddings = Tally()
    var arrayPaddings = Tally()
    var oneLine: [Place: Count] = [:]

    mutating func learn(_ value: JSONValue, _ span: JSONSpan, keys: [String], indent: String) {
      let values: [(key: String?, value: JSONValue)]
      switch value {
      case .object(let object): values = object.members.map { ($0.key, $0.value) }
      case .array(let elements): values = elements.map { (nil, $0) }
      default: return
      }
      guard values.count == span.items.count, !values.isEmpty else { return }
      let isOnOneLine = !bytes[span.range].contains(0x0A)
      for place in Place.all(keys, value) {
        oneLine[place, default: Count()].all += 1
        oneLine[place, default: Count()].oneLine += isOnOneLine ? 1 : 0
      }
      for (index, item) in span.items.enumerated() {
        let lead = String(decoding: bytes[item.lead], as: UTF8.self)
        var inner = indent
        if let parts = JSONTextStyle.lastLine(of: lead) {
          inner = parts.indent
          lineBreaks.count(parts.lineBreak)
          if inner.utf8.count > indent.utf8.count, inner.hasPrefix(indent) {
            units.count(String(inner.dropFirst(indent.count)))
          }
        } else {
          if index > 0 {
            gaps.count(lead)
          } else if values[0].key != nil {
            objectPaddings.count(lead)
          } else {
            arrayPaddings.count(lead)
          }
        }
        if values[index].key != nil, !bytes[item.colon].contains(0x0A) {
          colons.count(String(decoding: bytes[item.colon], as: UTF8.self))
        }
        learn(
          values[index].value, item.value, keys: keys + [values[index].key ?? JSONTextStyle.row],
          indent: inner)
      }
    }
  }

  /// The last line break in white space, and what stands behind it; nil without one.
  static func lastLine(of space: String) -> (lineBreak: String, indent: String)? {
    let scalars = space.unicodeScalars
    guard let end = scalars.lastIndex(of: "\n") else { return nil }
    let indent = String(scalars[scalars.index(after: end)...])
    let isPair = end > scalars.startIndex && scalars[scalars.index(before: end)] == "\r"
    return (isPair ? "\r\n" : "\n", indent)
  }
}

extension JSONValue {
  fileprivate var holdsContainers: Bool {
    func isContainer(_ value: JSONValue) -> Bool { value.array != nil || value.object != nil }
    return array?.contains(where: isContainer) ?? object?.members.contains { isContainer($0.value) }
      ?? false
  }
}
