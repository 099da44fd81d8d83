import Manual

/// How commands and their options are written in the manual.
enum CommandWords {
  /// A line that says how a command is called: `caledit set <calendar> ... [<options>]`.
  static func synopsis(_ line: String) -> ManualText {
    var spans: [ManualText.Span] = []
    var rest = line[...]
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">") {
        spans.append(.init(String(rest[..<close].dropFirst()), .variable))
        rest = rest[rest.index(after: close)...]
      } else {
        let isPlain = " []|.,".contains(first)
        let piece = rest.prefix { $0 != "<" && " []|.,".contains($0) == isPlain }
        // A `<` without an end stands for itself.
        let taken = piece.isEmpty ? rest.prefix(1) : piece
        spans.append(.init(String(taken), isPlain ? .plain : .literal))
        rest = rest.dropFirst(taken.count)
      }
    }
    return ManualText(spans)
  }

  /// The lines that say how a command is called.
  ///
  /// - Parameter path: the words that name it, such as "caledit drafts show".
  static func synopsis(_ command: CommandEntry, path: String) -> [ManualText] {
    if let usage = command.type.configuration.usage, !usage.isEmpty {
      return usage.split(separator: "\n").map(String.init)
        .filter { line in
          !Verb.all.contains { "\(line) ".hasPrefix("caledit \($0.key) ") }
            || line.hasPrefix(path)
        }.map(synopsis)
    }
    guard command.subcommands.isEmpty else {
      return command.subcommands.flatMap { synopsis($0, path: "\(path) \($0.name)") }
    }
    var line = path
    for argument in command.arguments where argument.kind == .positional {
      let word = "<\(argument.valueName)>" + (argument.isRepeating ? " ..." : "")
      line += argument.isOptional ? " [\(word)]" : " \(word)"
    }
    let hasOptions = command.arguments.contains {
      $0.kind != .positional && !$0.isStandard
    }
    return [synopsis(line + (hasOptions ? " [<options>]" : ""))]
  }

  /// An argument or option with what it does.
  static func definition(_ argument: ArgumentEntry) -> ManualDefinition {
    var term = ManualText([])
    for (number, name) in argument.names.enumerated() {
      term = term + ManualText(plain: number > 0 ? ", " : "") + ManualText(literal: name)
    }
    if argument.kind == .option {
      term = term + " " + ManualText([.init(argument.valueName, .variable)])
    } else if argument.kind == .positional {
      term = ManualText([.init(argument.valueName, .variable)])
    }
    if argument.isRepeating { term = term + " ..." }
    var help = ManualText(help: argument.help)
    let unsaid = argument.values.filter { !argument.help.contains($0) }
    if !unsaid.isEmpty {
      help = help + " One of " + list(argument.values, last: " or ") + "."
    }
    if let value = argument.defaultValue {
      help = help + " By default " + ManualText(literal: value) + "."
    }
    return ManualDefinition(term, help)
  }

  /// Words with commas between them.
  ///
  /// - Parameter last: what stands in front of the last of them.
  static func list(_ words: [String], last: String = " and ") -> ManualText {
    words.enumerated().reduce(ManualText([])) { text, word in
      let comma = word.offset == 0 ? "" : word.offset == words.count - 1 ? last : ", "
      return text + ManualText(plain: comma) + ManualText(literal: word.element)
    }
  }

  /// The description of a command as blocks; lines that are indented stay as they are.
  static func discussion(_ text: String) -> [ManualBlock] {
    var blocks: [ManualBlock] = []
    var paragraph: [Substring] = []
    var example: [String] = []
    func end() {
      if !paragraph.isEmpty {
        blocks.append(.paragraph(ManualText(help: paragraph.joined(separator: " "))))
      }
      if !example.isEmpty { blocks.append(.example(example)) }
      (paragraph, example) = ([], [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") {
        if example.isEmpty { end() }
        example.append(String(line.dropFirst(2)))
      } else if line.isEmpty {
        end()
      } else {
        if !example.isEmpty { end() }
        paragraph.append(line)
      }
    }
    end()
    return blocks
  }
}
