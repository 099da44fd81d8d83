extension ZoneOffsets {
  /// Reads the bytes of a zone file (TZif, RFC 9636), of any version.
  ///
  /// The result is nil when the bytes are no such file, when a part of them is missing or wrong, and
  /// for a file that counts leap seconds, whose moments are not those of any other clock.
  package init?(tzif bytes: [UInt8]) {
    guard let old = TZifHeader(bytes, at: 0, wordSize: 4) else { return nil }
    guard old.version >= 0x32 else {
      self.init(bytes, old, rule: nil)
      return
    }
    // From version 2 on the same stands once more, with wider numbers and the rule behind it.
    guard let new = TZifHeader(bytes, at: old.end, wordSize: 8),
      let footer = Self.footer(bytes[min(new.end, bytes.count)...])
    else { return nil }
    if footer.isEmpty {
      self.init(bytes, new, rule: nil)
    } else if let rule = ZoneRule(footer) {
      self.init(bytes, new, rule: rule)
    } else {
      return nil
    }
  }

  private init?(_ bytes: [UInt8], _ header: TZifHeader, rule: ZoneRule?) {
    guard header.end <= bytes.count, header.leapSeconds == 0, header.types > 0 else { return nil }
    let offsets = (0..<header.types).map { bytes.number(at: header.typesStart + $0 * 6, size: 4) }
    var changes: [Change] = []
    for index in 0..<header.changes {
      let type = Int(bytes[header.kindsStart + index])
      let moment = bytes.number(
        at: header.momentsStart + index * header.wordSize, size: header.wordSize)
      guard offsets.indices.contains(type), changes.last.map({ $0.moment < moment }) ?? true
      else { return nil }
      changes.append(Change(moment: moment, offset: offsets[type]))
    }
    self.init(changes: changes, first: offsets[0], rule: rule)
  }

  /// The line behind the data; empty where the file has none, nil where it does not end.
  private static func footer(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.isEmpty { return "" }
    let line = bytes.dropFirst().prefix { $0 != 0x0A }
    guard bytes.first == 0x0A, line.endIndex < bytes.endIndex else { return nil }
    return String(decoding: line, as: UTF8.self)
  }
}

/// The counts at the start of a part of a zone file, and where what they count stands.
private struct TZifHeader {
  private static let size = 44

  /// An ASCII digit from version 2 on; 0 for version 1.
  let version: UInt8
  /// The bytes of a moment.
  let wordSize: Int
  let leapSeconds: Int
  let changes: Int
  let types: Int
  let momentsStart: Int
  let kindsStart: Int
  let typesStart: Int
  /// Where the part ends.
  let end: Int

  init?(_ bytes: [UInt8], at start: Int, wordSize: Int) {
    guard bytes.count >= start + Self.size, bytes[start...].starts(with: "TZif".utf8) else {
      return nil
    }
    let counts = (0..<6).map { bytes.number(at: start + 20 + $0 * 4, size: 4) }
    guard counts.allSatisfy({ (0..<100_000).contains($0) }) else { return nil }
    let (utMarks, standardMarks, letters) = (counts[0], counts[1], counts[5])
    (leapSeconds, changes, types) = (counts[2], counts[3], counts[4])
    version = bytes[start + 4]
    self.wordSize = wordSize
    momentsStart = start + Self.size
    kindsStart = momentsStart + changes * wordSize
    typesStart = kindsStart + changes
    end =
      typesStart + types * 6 + letters + leapSeconds * (wordSize + 4) + standardMarks + utMarks
  }
}

extension [UInt8] {
  /// The signed number that bytes stand for, the highest first; all of them must be there.
  fileprivate func number(at start: Int, size: Int) -> Int {
    let raw = self[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 8 ? Int(Int64(bitPattern: raw)) : Int(Int32(truncatingIfNeeded: raw))
  }
}
