extension Key {
  /// Reads a key as people write it: `Ctrl-S`, `alt-n`, `Shift-Tab`, `F8`, `PgUp`, `space`, `+`.
  ///
  /// Capitals do not count, but for a character alone. It is nil for what is no key, and for what a
  /// terminal sends as another one: `Ctrl-I` is Tab, `Ctrl-M` Enter, `Ctrl-[` Esc.
  package init?(named name: String) {
    var rest = name[...]
    var modifiers: Modifiers = []
    while let (prefix, modifier) = Self.prefixes.first(where: { prefix, _ in
      rest.count > prefix.count && rest.lowercased().hasPrefix(prefix)
    }) {
      guard modifiers.insert(modifier).inserted else { return nil }
      rest = rest.dropFirst(prefix.count)
    }
    if let code = Self.codes[rest.lowercased()] {
      self.init(code, modifiers)
    } else if let number = Self.functionNumber(rest) {
      self.init(.function(number), modifiers)
    } else if rest.count == 1, let character = rest.first, !modifiers.contains(.shift) {
      guard let key = Self.character(character, modifiers) else { return nil }
      self = key
    } else {
      return nil
    }
  }

  private static let prefixes: [(String, Modifiers)] = [
    ("ctrl-", .control), ("control-", .control), ("c-", .control), ("alt-", .alt),
    ("meta-", .alt), ("m-", .alt), ("shift-", .shift),
  ]

  private static let codes: [String: Code] = [
    "enter": .enter, "return": .enter, "tab": .tab, "backspace": .backspace, "del": .delete,
    "delete": .delete, "ins": .insert, "insert": .insert, "esc": .escape, "escape": .escape,
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pgdown": .pageDown,
    "pagedown": .pageDown, "space": .character(" "),
  ]

  private static func functionNumber(_ text: Substring) -> Int? {
    guard text.first == "f" || text.first == "F", let number = Int(text.dropFirst()),
      text.dropFirst().allSatisfy(\.isNumber), (1...12).contains(number)
    else { return nil }
    return number
  }

  private static func character(_ character: Character, _ modifiers: Modifiers) -> Key? {
    let isControl = character.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.isWhitespace
    }
    guard !isControl else { return nil }
    if modifiers.isEmpty { return .character(character) }
    guard let small = character.lowercased().first, small.isASCII else { return nil }
    if modifiers.contains(.control), "im[".contains(small) || !small.isLetter { return nil }
    return Key(.character(small), modifiers)
  }
}
