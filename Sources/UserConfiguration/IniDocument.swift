import CInih

/// The lines of a configuration file that say something, as inih reads them.
struct IniDocument {
  enum Item: Equatable {
    case section(String)
    /// - Parameter hasComment: whether a comment stands behind the value.
    case entry(name: String, value: String, hasComment: Bool)
    /// - Parameter word: what the line begins with, to guess what it was meant to be; nil for a
    ///   heading, behind which nobody knows whose the lines are.
    case fault(Fault, word: String?)
  }

  /// What makes a line unusable.
  enum Fault: Hashable {
    /// No `=` stands behind the name; nothing else separates it from the value.
    case noEquals
    case noHeading
    /// The name of a section is longer than so many bytes.
    case longHeading(limit: Int)
    /// The line is longer than so many bytes.
    case longLine(limit: Int)
    case controlCharacter
    case notUTF8
  }

  struct Line: Equatable {
    /// From 1 on.
    let number: Int
    let item: Item
  }

  /// In the order of the file.
  ///
  /// What follows a fault of a heading, up to the next heading, belongs to a section that nobody
  /// knows.
  let lines: [Line]

  init(_ bytes: [UInt8]) {
    let feed = IniFeed(bytes)
    let context = Unmanaged.passUnretained(feed).toOpaque()
    withExtendedLifetime(feed) {
      _ = cinih_parse(
        { buffer, size, stream in
          guard let buffer, let stream else { return nil }
          return IniFeed.from(stream).fill(buffer, size: Int(size)) ? buffer : nil
        }, context,
        { user, section, name, value in
          guard let user, let section, let name, let value else { return 1 }
          IniFeed.from(user).take(
            section: String(cString: section), name: String(cString: name),
            value: String(cString: value))
          return 1
        }, context)
    }
    lines = feed.lines
  }
}

/// Hands the lines of a file to inih, and takes what it makes of them.
///
/// inih cuts lines and names that are too long, ends a text at a zero byte, says which line was the
/// first that it could not read and not which others, says nothing of sections without entries, and
/// takes an indented line as more of the value above it. It takes `:` for `=`, so that the address in
/// `base-url https://…` would begin behind its colon. None of that is to happen in silence. So a line
/// that inih would cut or part at a colon is not handed to it, blanks in front of a line are left out,
/// and around
/// each heading there are two lines of our own: a section that no file can name before it, and an
/// entry behind it that tells which section inih is in.
private final class IniFeed {
  private(set) var lines: [IniDocument.Line] = []
  private let bytes: [UInt8]
  private var position = 0
  private var number = 0
  /// What is to be handed out before the next line of the file; the last one first.
  private var queue: [ArraySlice<UInt8>] = []
  /// The line that was handed out, while nothing has come of it.
  private var pending: ArraySlice<UInt8>?

  /// The name of the section of which nothing is used, and of the entry behind each heading.
  private static let mark = "\u{1}"
  private static let unusedHeading = Array("[\(mark)]".utf8)[...]
  private static let marker = Array("\(mark)=\(mark)".utf8)[...]
  /// The longest name of a section that inih keeps whole, in bytes: its buffer holds 50.
  private static let longestName = 49
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let comments: Set<UInt8> = [UInt8(ascii: ";"), UInt8(ascii: "#")]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func from(_ pointer: UnsafeMutableRawPointer) -> IniFeed {
    Unmanaged<IniFeed>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Writes the next line into a buffer, with a zero behind it; false at the end.
  func fill(_ buffer: UnsafeMutablePointer<CChar>, size: Int) -> Bool {
    guard let line = next(limit: size - 1) else { return false }
    line.withUnsafeBytes { source in
      if let base = source.baseAddress {
        UnsafeMutableRawPointer(buffer).copyMemory(from: base, byteCount: source.count)
      }
    }
    buffer[line.count] = 0
    return true
  }

  /// Takes an entry that inih has read.
  func take(section: String, name: String, value: String) {
    let line = pending
    pending = nil
    if name == Self.mark {
      add(section == Self.mark ? .fault(.noHeading, word: nil) : .section(section))
    } else {
      let hasComment = line.map { !$0.reversed().starts(with: value.utf8.reversed()) } ?? false
      add(.entry(name: name, value: value, hasComment: hasComment))
    }
  }

  private func add(_ item: IniDocument.Item) {
    lines.append(IniDocument.Line(number: number, item: item))
  }

  private func next(limit: Int) -> ArraySlice<UInt8>? {
    if let line = pending {
      pending = nil
      add(.fault(.noEquals, word: Self.word(of: line)))
    }
    if let queued = queue.popLast() { return queued }
    while position < bytes.count {
      let line = nextLine()
      guard let first = line.first, !Self.comments.contains(first) else { continue }
      let isHeading = first == UInt8(ascii: "[")
      if let fault = fault(of: line, isHeading: isHeading, limit: limit) {
        add(.fault(fault, word: isHeading ? nil : Self.word(of: line)))
        if isHeading { return Self.unusedHeading }
      } else if isHeading {
        queue = [Self.marker, line]
        return Self.unusedHeading
      } else {
        pending = line
        return line
      }
    }
    return nil
  }

  /// The next line of the file, without what is blank around it.
  private func nextLine() -> ArraySlice<UInt8> {
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
    var line = bytes[position..<end]
    position = end + 1
    number += 1
    if number == 1, line.starts(with: Self.byteOrderMark) { line = line.dropFirst(3) }
    line = line.drop(while: Self.isBlank)
    while let last = line.last, Self.isBlank(last) { line.removeLast() }
    return line
  }

  /// What a line begins with, up to what may stand behind the name of a setting.
  private static func word(of line: ArraySlice<UInt8>) -> String {
    let word = line.prefix { !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
    return String(decoding: word.prefix(64), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func fault(
    of line: ArraySlice<UInt8>, isHeading: Bool, limit: Int
  ) -> IniDocument.Fault? {
    if line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) { return .controlCharacter }
    guard String(validating: line, as: UTF8.self) != nil else { return .notUTF8 }
    if line.count > limit { return .longLine(limit: limit) }
    guard isHeading else {
      let separator = line.first { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
      return separator == UInt8(ascii: ":") ? .noEquals : nil
    }
    guard let close = line.firstIndex(of: UInt8(ascii: "]")) else { return .noHeading }
    // inih passes over whatever else stands there.
    let rest = line[(close + 1)...].drop(while: Self.isBlank)
    if let first = rest.first, !Self.comments.contains(first) { return .noHeading }
    let name = line[..<close].dropFirst()
    if name.isEmpty || name.allSatisfy(Self.isBlank) { return .noHeading }
    return name.count > Self.longestName ? .longHeading(limit: Self.longestName) : nil
  }
}
