/// A JSON string: the text it stands for and, where it differs from ours, how it was written.
package struct JSONString: Sendable, Hashable {
  /// The decoded text.
  ///
  /// Half of a surrogate pair reads as U+FFFD here and survives in ``spelling``.
  package let value: String
  /// The literal as it was read, quotes included; nil where the printer would write the same.
  let original: String?

  /// Makes a string that is printed with the escapes JSON demands and no others.
  package init(_ value: String) {
    self.value = value
    original = nil
  }

  /// Reads a checked literal, quotes included.
  init(original: String) {
    value = String(decoding: Self.codeUnits(of: original), as: UTF16.self)
    self.original = original.isSame(as: JSONString.quoted(value)) ? nil : original
  }

  init(unescaped value: String) {
    self.value = value
    original = nil
  }

  /// The literal as it is printed, quotes included.
  package var spelling: String { original ?? JSONString.quoted(value) }

  /// Writes a text as a JSON literal.
  package static func quoted(_ text: String) -> String {
    var printer = JSONPrinter()
    printer.write(quoted: text)
    return printer.text
  }

  /// The UTF-16 that a checked literal stands for; halves of surrogate pairs are in it.
  private static func codeUnits(of literal: String) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(literal.utf8.count)
    var rest = literal.utf16.dropFirst().dropLast().makeIterator()
    while let unit = rest.next() {
      guard unit == 0x5C, let escape = rest.next() else {
        units.append(unit)
        continue
      }
      switch Unicode.Scalar(escape) {
      case "n": units.append(0x0A)
      case "t": units.append(0x09)
      case "r": units.append(0x0D)
      case "b": units.append(0x08)
      case "f": units.append(0x0C)
      case "u":
        let digits = (0..<4).compactMap { _ in rest.next().flatMap { UInt8(exactly: $0) } }
        units.append(digits.reduce(0) { $0 << 4 | UInt16(hexDigit($1) ?? 0) })
      default: units.append(escape)
      }
    }
    return units
  }
}

// MARK: Comparing

extension JSONString {
  /// What a text is compared by: its scalars, and its code units where they are no scalars.
  struct Identity: Hashable {
    let value: String
    let units: [UInt16]?

    static func == (a: Identity, b: Identity) -> Bool {
      a.value.isSame(as: b.value) && a.units == b.units
    }
  }

  var identity: Identity { Identity(value: value, units: undecodable) }

  /// The code units of a text that holds half of a surrogate pair; nil where ``value`` has it all.
  private var undecodable: [UInt16]? {
    guard let original, value.unicodeScalars.contains("\u{FFFD}") else { return nil }
    let units = Self.codeUnits(of: original)
    return units.elementsEqual(value.utf16) ? nil : units
  }

  /// Whether both stand for the same text.
  package func isEquivalent(to other: JSONString) -> Bool {
    value.isSame(as: other.value)
      && (original == nil && other.original == nil || undecodable == other.undecodable)
  }

  /// Whether both were written alike, scalar by scalar.
  package static func == (a: JSONString, b: JSONString) -> Bool {
    guard a.value.isSame(as: b.value) else { return false }
    switch (a.original, b.original) {
    case (nil, nil): return true
    case (let a?, let b?): return a.isSame(as: b)
    default: return false
    }
  }
}
