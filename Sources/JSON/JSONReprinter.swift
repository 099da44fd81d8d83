/// Prints a changed value in the place of the one that a text holds.
///
/// What is as it was keeps its text to the byte: white space, blank lines, the order of the
/// members. What is new is laid out like the rest: line ends, indentation, spaces, and short lists
/// on one line where the text has them so.
package struct JSONReprinter: Sendable {
  private let bytes: [UInt8]
  private let value: JSONValue

  /// - Parameter document: what the parser made of these bytes.
  package init(_ document: JSONDocument, in bytes: [UInt8]) {
    value = document.value
    self.bytes = bytes
  }

  /// The whole text, with another value.
  package func text(with new: JSONValue) -> String {
    guard new != value else { return String(decoding: bytes, as: UTF8.self) }
    let span = JSONSpan(ofRootIn: bytes)
    let style = JSONTextStyle(of: value, at: span, in: bytes)
    var printer = Printer(bytes: bytes, style: style)
    printer.copy(0..<span.range.lowerBound)
    printer.write(new, over: value, span, keys: [], indent: "", isOneLine: style.isOneLine)
    printer.copy(span.range.upperBound..<bytes.count)
    return String(decoding: printer.out, as: UTF8.self)
  }
}

private struct Printer {
  let bytes: [UInt8]
  let style: JSONTextStyle
  var out: [UInt8] = []

  mutating func copy(_ range: Range<Int>) { out += bytes[range] }

  /// Writes a value in the place of another one.
  ///
  /// - Parameters:
  ///   - keys: where it stands, for the style.
  ///   - indent: of the line that it begins on.
  ///   - isOneLine: whether what is around it is on one line.
  mutating func write(
    _ new: JSONValue, over old: JSONValue, _ span: JSONSpan, keys: [String], indent: String,
    isOneLine: Bool
  ) {
    switch (new, old) {
    case _ where new == old: copy(span.range)
    case (.object(let object), .object(let members)) where !span.items.isEmpty && !object.isEmpty:
      let pairs = Self.pairs(members.members, object.members)
      let entries = zip(object.members, pairs).map { member, index in
        Entry(
          name: member.name, value: member.value, oldIndex: index,
          oldValue: index.map { members.members[$0].value })
      }
      write(entries, in: ("{", "}"), over: span, keys: keys, indent: indent)
    case (.array(let elements), .array(let before)) where !span.items.isEmpty && !elements.isEmpty:
      let entries = zip(elements, ElementPairing.pairs(before, elements)).map { element, index in
        Entry(
          name: nil, value: element, oldIndex: index, oldValue: index.map { before[$0] })
      }
      write(entries, in: ("[", "]"), over: span, keys: keys, indent: indent)
    default: write(new, keys: keys, indent: indent, isOneLine: isOneLine)
    }
  }

  /// A member or an element, with the one whose place it takes.
  private struct Entry {
    let name: JSONString?
    let value: JSONValue
    let oldIndex: Int?
    let oldValue: JSONValue?
  }

  /// Which old member each new one takes the place of: the one of the same name.
  private static func pairs(_ old: [JSONObject.Member], _ new: [JSONObject.Member]) -> [Int?] {
    var free: [JSONString.Identity: [Int]] = [:]
    for (index, member) in old.enumerated().reversed() {
      free[member.name.identity, default: []].append(index)
    }
    return new.map { free[$0.name.identity]?.popLast() }
  }

  private mutating func write(
    _ entries: [Entry], in brackets: (String, String), over span: JSONSpan, keys: [String],
    indent: String
  ) {
    let items = span.items
    let isOneLine = !bytes[span.range].contains(0x0A)
    out += brackets.0.utf8
    for (position, entry) in entries.enumerated() {
      if position > 0 { out += ",".utf8 }
      let old = entry.oldIndex.map { items[$0] }
      let lead = lead(of: entry.oldIndex, at: position, items)
      out += lead.utf8
      let inner = JSONTextStyle.lastLine(of: lead)?.indent ?? indent
      if let name = entry.name {
        out += name.spelling.utf8
        if let old { copy(old.colon) } else { out += style.colon.utf8 }
      }
      let keys = keys + [entry.name?.value ?? JSONTextStyle.row]
      if let old, let oldValue = entry.oldValue {
        write(
          entry.value, over: oldValue, old.value, keys: keys, indent: inner, isOneLine: isOneLine)
        if position < entries.count - 1 { copy(old.trail) }
      } else {
        write(entry.value, keys: keys, indent: inner, isOneLine: isOneLine)
      }
    }
    copy(span.closing)
    out += brackets.1.utf8
  }

  /// The white space before an entry: its own, or what its neighbours have.
  private func lead(of index: Int?, at position: Int, _ items: [JSONSpan.Item]) -> String {
    func text(_ index: Int) -> String { String(decoding: bytes[items[index].lead], as: UTF8.self) }
    if position == 0 { return text(0) }
    if let index, index > 0 { return text(index) }
    let like = items.count > 1 ? text(items.count - 1) : text(0)
    // A blank line belongs to one member, not to all.
    if let (lineBreak, indent) = JSONTextStyle.lastLine(of: like) { return lineBreak + indent }
    return items.count > 1 ? like : style.gap
  }

  // MARK: What is new

  private mutating func write(_ value: JSONValue, keys: [String], indent: String, isOneLine: Bool) {
    let isOneLine = isOneLine || style.isOnOneLine(value, at: keys)
    let entries: [(name: JSONString?, value: JSONValue)]
    let (brackets, padding): ((String, String), String)
    switch value {
    case .object(let object):
      entries = object.members.map { ($0.name, $0.value) }
      (brackets, padding) = (("{", "}"), style.objectPadding)
    case .array(let elements):
      entries = elements.map { (nil, $0) }
      (brackets, padding) = (("[", "]"), style.arrayPadding)
    default:
      out += value.printed().utf8
      return
    }
    guard !entries.isEmpty else {
      out += (brackets.0 + brackets.1).utf8
      return
    }
    let inner = isOneLine ? indent : indent + style.unit
    out += brackets.0.utf8
    for (position, entry) in entries.enumerated() {
      if position > 0 { out += ",".utf8 }
      out += (isOneLine ? position > 0 ? style.gap : padding : style.newLine + inner).utf8
      if let name = entry.name { out += (name.spelling + style.colon).utf8 }
      write(
        entry.value, keys: keys + [entry.name?.value ?? JSONTextStyle.row], indent: inner,
        isOneLine: isOneLine)
    }
    out += (isOneLine ? padding : style.newLine + indent).utf8
    out += brackets.1.utf8
  }
}
