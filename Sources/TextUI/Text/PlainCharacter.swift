/// Characters that are found without searching for where they end, which takes far longer than
/// drawing them.
///
/// Most texts hold nothing else: letters, each with the marks behind it that stand on it or beside
/// it. The tables here may be short, as they are only for speed; but they must not hold what is
/// hidden, nor a letter that joins the one before.
struct PlainCharacter {
  /// The scalar of the letter.
  let letter: UInt32
  /// In cells, with those of the signs that stand beside the letter.
  let width: Int
  /// Where the next character begins.
  let end: Int
  /// Whether marks follow the letter.
  let hasMarks: Bool

  /// The character that begins at a place of UTF-8 bytes; nil where more is needed to know what
  /// begins there.
  @inline(__always)
  init?(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    let first = bytes[place]
    let next = place + 1
    // No ASCII is a mark on what stands before it.
    if first < 0x7F, first >= 0x20, next == bytes.count || bytes[next] < 0x80 {
      self.init(letter: UInt32(first), width: 1, end: next, hasMarks: false)
    } else {
      self.init(beyondASCIIIn: bytes, at: place)
    }
  }

  private init?(beyondASCIIIn bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    let (letter, length) = Self.scalar(bytes, place)
    guard case .letter(let letterWidth) = PlainScalar.kind(letter) else { return nil }
    var (width, end, hasMarks, marksInCell) = (letterWidth, place + length, false, 0)
    var joinsNext = false
    loop: while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = Self.scalar(bytes, end)
      let kind = PlainScalar.kind(scalar)
      switch kind {
      case .letter(let more) where joinsNext:
        (width, marksInCell, joinsNext) = (width + more, 0, false)
      case .letter: break loop
      case .sign: (width, marksInCell) = (width + 1, 0)
      case .mark, .joiner:
        marksInCell += 1
        guard marksInCell <= Cell.markLimit else { return nil }
        joinsNext = joinsNext || kind == .joiner
      case .unknown: return nil
      }
      end += length
      hasMarks = true
    }
    self.init(letter: letter, width: width, end: end, hasMarks: hasMarks)
  }

  private init(letter: UInt32, width: Int, end: Int, hasMarks: Bool) {
    (self.letter, self.width, self.end, self.hasMarks) = (letter, width, end, hasMarks)
  }

  /// Reads a scalar; the bytes are those of a text, and so they are well-formed.
  @inline(__always)
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[at])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset]) & 0x3F }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | next(1), 2) }
    if lead < 0xF0 { return ((lead & 0xF) << 12 | next(1) << 6 | next(2), 3) }
    return ((lead & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}

/// What is known of a scalar without looking at its neighbours.
enum PlainScalar {
  enum Kind: Equatable {
    /// Begins a character, of so many cells.
    case letter(width: Int)
    /// Stands on the letter before it.
    case mark
    /// The same, and makes one character of that and the next letter.
    case joiner
    /// Belongs to the letter before it, in a cell of its own.
    case sign
    case unknown
  }

  static func kind(_ value: UInt32) -> Kind {
    switch value {
    case 0x20..<0x7F: .letter(width: 1)
    // Latin letters.
    case 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF: .letter(width: 1)
    case tableStart..<tableEnd: table[Int(value - tableStart)]
    // Punctuation, currencies, arrows, mathematics, lines, blocks and shapes.
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2190...0x2319, 0x2500...0x25FC,
      0x2701...0x2704, 0x2713...0x2727:
      .letter(width: 1)
    // Kana, ideographs, Hangul.
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFF01...0xFF60:
      .letter(width: 2)
    default: .unknown
    }
  }

  private static let tableStart: UInt32 = 0x300
  private static let tableEnd: UInt32 = 0xE50

  /// From the marks for Latin over Greek, Cyrillic, Hebrew, Arabic and the scripts of India to Thai.
  private static let table: [Kind] = (tableStart..<tableEnd).map { value in
    guard let scalar = Unicode.Scalar(value), HiddenScalar.symbol(for: scalar) == nil,
      value != 0xD4E  // a dot of Malayalam that belongs to the next letter
    else { return .unknown }
    if joiners.contains(value) { return .joiner }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .spacingMark: return .sign
    case _ where value == 0xE33: return .sign  // the vowel AM of Thai
    default: return .letter(width: 1)
    }
  }

  /// The signs for "no vowel" in the scripts whose consonants join by it.
  private static let joiners: [UInt32] = [0x94D, 0x9CD, 0xACD, 0xB4D, 0xC4D, 0xD4D]
}
