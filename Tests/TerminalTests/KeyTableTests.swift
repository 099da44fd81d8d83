import Foundation
import Terminal
import Testing
import TextUI

/// Every way that a terminal is known to send a key.
@Suite struct KeyTableTests {
  struct Way: Sendable, CustomTestStringConvertible {
    let sequence: String
    let key: Key
    var testDescription: String { "\(sequence) \(key)" }
  }

  private static let arrows: [(Character, Key.Code)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left),
  ]
  private static let letters: [(Character, Key.Code)] =
    arrows + [
      ("H", .home), ("F", .end), ("P", .function(1)), ("Q", .function(2)), ("S", .function(4)),
    ]
  private static let numbers: [(Int, Key.Code)] =
    [
      (1, .home), (7, .home), (2, .insert), (3, .delete), (4, .end), (8, .end), (5, .pageUp),
      (6, .pageDown),
    ]
    + zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34], 1...)
    .map { ($0, .function($1)) }
  private static let modifiers: [(Int, Key.Modifiers)] = (2...16).map { parameter in
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 10 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return (parameter, modifiers)
  }

  private static func ways(_ pairs: [(String, Key)]) -> [Way] {
    pairs.map { Way(sequence: $0, key: $1) }
  }

  /// xterm and its kin: GNOME's, KDE's, kitty, foot, WezTerm, tmux, screen, iTerm, Windows Terminal.
  static let xterm: [Way] =
    ways(letters.flatMap { [("[\($0)", Key($1)), ("O\($0)", Key($1))] })
    + ways([("OR", .function(3)), ("[R", .function(3)), ("[Z", .backTab), ("[1;2Z", .backTab)])
    + ways(numbers.map { ("[\($0)~", Key($1)) })
    + modifiers.flatMap { parameter, modifiers in
      ways(
        letters.flatMap { letter, code in
          let key = Key(code, modifiers)
          // modifyCursorKeys 2, 1, 0 and 3; KDE's and GNOME's of old.
          return [
            ("[1;\(parameter)\(letter)", key), ("[\(parameter)\(letter)", key),
            ("O\(parameter)\(letter)", key), ("O1;\(parameter)\(letter)", key),
            ("[>1;\(parameter)\(letter)", key),
          ]
        })
        + ways(numbers.map { ("[\($0);\(parameter)~", Key($1, modifiers)) })
        + ways([
          ("[27;\(parameter);13~", Key(.enter, modifiers)),
          ("[9;\(parameter)u", Key(.tab, modifiers)),
        ])
    }

  static let rxvt: [Way] =
    ways(arrows.map { ("[\($0.lowercased())", Key($1, .shift)) })
    + ways(arrows.map { ("O\($0.lowercased())", Key($1, .control)) })
    + ways(
      numbers.flatMap {
        [
          ("[\($0)^", Key($1, .control)), ("[\($0)$", Key($1, .shift)),
          ("[\($0)@", Key($1, [.control, .shift])),
        ]
      })
    + ways(
      arrows.flatMap {
        [
          ("\u{1B}[\($0)", Key($1, .alt)), ("\u{1B}O\($0)", Key($1, .alt)),
          ("\u{1B}O\($0.lowercased())", Key($1, [.control, .alt])),
        ]
      })
    + ways(numbers.map { ("\u{1B}[\($0)~", Key($1, .alt)) })

  /// The Linux console, and PuTTY's Linux mode.
  static let console: [Way] = ways(
    zip("ABCDE", 1...).flatMap {
      [("[[\($0)", .function($1)), ("\u{1B}[[\($0)", Key(.function($1), .alt))]
    })

  /// PuTTY's VT100+ mode, and Hurd's console.
  static let vt100Plus: [Way] = ways(zip("PQRSTUVWXYZ[", 1...).map { ("O\($0)", .function($1)) })

  /// The number block in application mode.
  static let numberBlock: [Way] =
    ways(zip("pqrstuvwxy", "0123456789").map { ("O\($0)", .character($1)) })
    + ways(zip("jklmno", "*+,-./").map { ("O\($0)", .character($1)) })
    + ways([("OM", .enter), ("OI", .tab)])

  /// Those of FreeBSD's console, and of PuTTY's SCO mode, that are no key elsewhere.
  static let sco: [Way] = ways([
    ("[L", .insert), ("[G", .pageDown), ("[N", .function(2)), ("[T", .function(8)),
    ("[U", .function(9)), ("[V", .function(10)), ("[W", .function(11)), ("[X", .function(12)),
  ])

  static let all = xterm + rxvt + console + vt100Plus + numberBlock + sco

  /// Also behind and before text, and torn at any place for as long as it waits.
  @Test(arguments: all) func isTheKey(way: Way) {
    let bytes = Array("a\u{1B}\(way.sequence)z".utf8)
    let expected: [TerminalEvent] = [
      .key(.character("a")), .key(way.key), .key(.character("z")),
    ]
    for first in 1..<bytes.count {
      for second in first..<bytes.count {
        for isPausing in [false, true] {
          var typist = Typist()
          let cuts = [first, second].map { place in
            // One Esc may become the key with the next; two are two keys sooner.
            (place, isPausing && first != second ? Duration.milliseconds(20) : .zero)
          }
          typist.send(bytes, cutAt: cuts)
          #expect(typist.events == expected, "\(first) \(second)")
        }
      }
    }
  }

  /// No two ways contradict each other.
  @Test func isOneTable() {
    var known: [String: Key] = [:]
    for way in Self.all {
      #expect(known[way.sequence] == nil || known[way.sequence] == way.key, "\(way)")
      known[way.sequence] = way.key
    }
  }

  /// Where terminfo says that F1 is `ESC [ M`, the letters behind it are the others.
  @Test func theConsoleOfSCO() {
    var own = KeySequences()
    own.add(Array("\u{1B}[M".utf8), .function(1))
    own.add(Array("\u{1B}[Z".utf8), .backTab)
    own.addKeysOfSCO()
    let letters = "MNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@[\\]^_`{"
    for (place, letter) in letters.enumerated() where letter != "Z" {
      let modifiers: [Key.Modifiers] = [[], .shift, .control, [.control, .shift]]
      var typist = Typist(sequences: own)
      typist.send("\u{1B}[\(letter)z")
      let key = Key(.function(place % 12 + 1), modifiers[place / 12])
      #expect(typist.events == [.key(key), .key(.character("z"))], "\(letter)")
    }
    var typist = Typist(sequences: own)
    typist.send("\u{1B}[Z\u{1B}[A\u{1B}[H")
    #expect(typist.events == [.key(.backTab), .key(.up), .key(.home)])
  }
}

/// What the terminfo entries of this machine say.
@Suite struct TerminfoTests {
  private static let names = [
    "xterm", "xterm-256color", "xterm-r5", "xterm-r6", "xterm-vt220", "xterm-xfree86", "rxvt",
    "rxvt-unicode", "rxvt-basic", "linux", "screen", "screen-256color", "tmux", "tmux-256color",
    "vt100", "vt102", "vt220", "cons25", "Eterm", "sun", "ansi", "pcansi", "cygwin", "mach", "hurd",
    "putty", "putty-256color", "konsole", "gnome", "vte", "st", "st-256color", "alacritty", "kitty",
    "foot", "wezterm", "iterm2", "mintty", "scoansi", "ms-terminal", "xterm-kitty", "contour",
  ]

  private static let plain: [String: Key] = {
    var keys: [String: Key] = [
      "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end,
      "kpp": .pageUp, "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab,
      "kent": .enter,
    ]
    for number in 1...12 { keys["kf\(number)"] = .function(number) }
    return keys
  }()

  /// Keys with modifiers, which the program does not ask terminfo for.
  private static let modified: [String: Key] = {
    var keys: [String: Key] = [:]
    let codes: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kDC", .delete), ("kIC", .insert), ("kPRV", .pageUp), ("kNXT", .pageDown),
    ]
    for (name, code) in codes {
      keys[name] = Key(code, .shift)
      let all: [Key.Modifiers] = [
        .alt, [.shift, .alt], .control, [.shift, .control], [.alt, .control],
      ]
      for (number, modifiers) in zip(3..., all) { keys["\(name)\(number)"] = Key(code, modifiers) }
    }
    return keys
  }()

  /// The same bytes are another key for nearly everybody: rxvt has Ctrl-Shift on what xterm sends
  /// for the arrow alone.
  private static func isException(_ name: String, _ capability: String) -> Bool {
    name.hasPrefix("rxvt") && ["kUP6", "kDN6", "kLFT6", "kRIT6"].contains(capability)
  }

  private static func entry(_ name: String) throws -> [String: [UInt8]]? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/infocmp") else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/infocmp")
    process.arguments = ["-1x", name]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    var entry: [String: [UInt8]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.trimmingCharacters(in: .whitespaces).dropLast().split(
        separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("k") else { continue }
      entry[String(parts[0])] = bytes(parts[1])
    }
    return entry
  }

  /// A capability as infocmp writes it.
  private static func bytes(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        let next = rest.popFirst() ?? byte
        if next == UInt8(ascii: "E") {
          bytes.append(0x1B)
        } else if (0x30..<0x38).contains(next) {
          let digits = [next] + rest.prefix(2)
          rest = rest.dropFirst(2)
          bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 0x30) })
        } else {
          bytes.append(next)
        }
      case UInt8(ascii: "^"):
        let next = rest.popFirst() ?? byte
        bytes.append(next == UInt8(ascii: "?") ? 0x7F : next & 0x1F)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  @Test(arguments: names) func keys(name: String) throws {
    guard let entry = try Self.entry(name) else { return }
    var own = KeySequences()
    for (capability, key) in Self.plain {
      if let sequence = entry[capability] { own.add(sequence, key) }
    }
    own.addKeysOfSCO()
    for (capability, sequence) in entry where sequence.count > 1 {
      // Without a letter at its end, `mach` has keys that begin others.
      guard sequence.first == 0x1B, sequence != Array("\u{1B}[9".utf8) else { continue }
      guard !Self.isException(name, capability) else { continue }
      guard let key = Self.plain[capability] ?? Self.modified[capability] else { continue }
      var typist = Typist(sequences: own)
      typist.send(sequence + [0x7A])
      #expect(typist.events == [.key(key), .key(.character("z"))], "\(capability)")
    }
  }

  /// What the table knows without terminfo is not less than what people have who set TERM to
  /// another terminal of its family.
  @Test(arguments: ["xterm", "rxvt", "linux", "screen", "tmux", "vt220", "xterm-r6"])
  func keysWithoutTerminfo(name: String) throws {
    guard let entry = try Self.entry(name) else { return }
    for (capability, key) in Self.plain {
      guard let sequence = entry[capability], sequence.count > 1 else { continue }
      // ESC Tab is Alt-Tab elsewhere.
      guard name != "linux" || capability != "kcbt" else { continue }
      var typist = Typist()
      typist.send(sequence + [0x7A])
      #expect(typist.events == [.key(key), .key(.character("z"))], "\(capability)")
    }
  }
}
