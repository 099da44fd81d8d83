/// A text as it is searched: in lower case, without accents, as bytes.
///
/// A long list is searched with every key, so each text is folded once.
package struct FoldedText: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 where byte < 0x80 {
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    guard bytes.count != text.utf8.count else {
      self.bytes = bytes
      return
    }
    bytes.removeAll(keepingCapacity: true)
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let plain = Self.plain[scalar] {
        bytes += plain
      } else if !Self.accents.contains(scalar.value) {
        bytes += Array(String(scalar).utf8)
      }
    }
    self.bytes = bytes
  }

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The folded text as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The words of the text, without the blanks between them.
  var words: [FoldedText] {
    bytes.split { $0 <= 0x20 }.map { FoldedText(bytes: Array($0)) }
  }

  /// The letters and digits alone, so that `slotDuration`, `Slot duration` and `slot-duration` are
  /// the same.
  var letters: FoldedText {
    FoldedText(
      bytes: bytes.filter {
        $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      })
  }

  func hasPrefix(_ other: FoldedText) -> Bool { bytes.starts(with: other.bytes) }

  /// Whether another text stands in it in one piece.
  func contains(_ part: FoldedText) -> Bool { bytes.containsRun(part.bytes) }

  /// Over how many bytes some letters stand in this order, beginning a word; nil where they do not,
  /// or so far apart that nobody means it.
  func span(of letters: [UInt8]) -> Int? {
    guard let first = letters.first else { return nil }
    var best: Int?
    for start in bytes.indices where bytes[start] == first {
      guard start == 0 || bytes[start - 1] <= 0x20 else { continue }
      // Further than this nobody means it.
      let end = min(bytes.count, start + 2 * letters.count)
      var at = start
      var found = 1
      while found < letters.count, at + 1 < end {
        at += 1
        if bytes[at] == letters[found] { found += 1 }
      }
      if found == letters.count { best = min(best ?? .max, at - start + 1) }
    }
    return best
  }

  /// The marks that stand behind a letter where it is written in two parts.
  private static let accents: ClosedRange<UInt32> = 0x300...0x36F

  /// The letters of Europe that have an accent, and what people type who have no key for them.
  private static let plain: [Unicode.Scalar: [UInt8]] = {
    let letters: KeyValuePairs<String, String> = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
      "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő",
      "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
      "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
    ]
    var plain: [Unicode.Scalar: [UInt8]] = [:]
    for (letter, accented) in letters {
      for scalar in accented.unicodeScalars { plain[scalar] = Array(letter.utf8) }
    }
    return plain
  }()
}

extension [UInt8] {
  /// Whether some bytes stand in it one behind the other.
  package func containsRun(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    return withUnsafeBufferPointer { all in
      part.withUnsafeBufferPointer { part in
        let last = all.count - part.count
        var start = 0
        while start <= last {
          if all[start] == first {
            var offset = 1
            while offset < part.count, all[start + offset] == part[offset] { offset += 1 }
            if offset == part.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
