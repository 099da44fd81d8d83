import CalendarModel
import TextUI

/// Answers where a dialog is shown.
extension LineTalk {
  mutating func hear(_ line: String, in dialog: any Dialog, _ app: App) -> [Step] {
    let speech = dialog.speech(app.calendar)
    let text = line.trimmedBlanks
    switch speech.typing {
    case .secret:
      if text.isEmpty || text == "." { return leave(dialog, app) }
      return answer(text)
    case .lines:
      guard text.hasPrefix("."), !text.hasPrefix("..") else {
        // An empty line belongs to the text; a full stop more makes one at its beginning a letter.
        return answer(text.hasPrefix("..") ? String(line.trimmedBlanks.dropFirst()) : line)
      }
      let command = String(text.dropFirst()).trimmedBlanks
      if command.isEmpty || command == "done" { return leave(dialog, app) }
      if command == "clear" {
        return leave(dialog, app) + [.send(.line(LineOrder(.type("")))), .hear("open")]
      }
      return obey(command, dialog, speech, app)
    case .none, .narrows, .answers:
      if text.isEmpty { return [.say(said(say(dialog, app)))] }
      if text.hasPrefix("/") { return answer(String(text.dropFirst()).trimmedBlanks) }
      return obey(text.hasPrefix(".") ? String(text.dropFirst()) : text, dialog, speech, app)
    }
  }

  private func answer(_ text: String) -> [Step] { [.send(.line(LineOrder(.answer(text))))] }

  /// Leaves a dialog as Esc does.
  func leave(_ dialog: any Dialog, _ app: App) -> [Step] {
    let entries = type(of: dialog).keyTable.entries
    guard let entry = entries.first(where: { $0.id.hasSuffix(".leave") }),
      let key = app.calendar.keymap.keys(of: entry).first
    else { return [.send(.terminal(.key(.escape)))] }
    return [.send(.terminal(.key(key)))]
  }

  private mutating func obey(
    _ text: String, _ dialog: any Dialog, _ speech: DialogSpeech, _ app: App
  ) -> [Step] {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    if let first = parts.first, let number = Int(first) {
      guard speech.spots.indices.contains(number - 1) else {
        let count = speech.spots.count
        return [
          .say([
            count == 0 ? "There is nothing to choose by a number." : "There are \(count) choices."
          ])
        ]
      }
      let takes = parts.count == 1
      let chosen = Step.send(
        .line(LineOrder(.choose(spot: speech.spots[number - 1], takes: takes))))
      return [chosen] + (takes ? [] : [.hear(parts[1])])
    }
    let word = text.spokenForm
    if ["help", "h", "f1"].contains(word) || text == "?" {
      return [.say(said(sayKeys(of: dialog, app)))]
    }
    if let key = key(called: word, text, dialog, speech, app) {
      return [.send(.terminal(.key(key)))]
    }
    switch word {
    case "list", "say again": return [.say(said(say(dialog, app)))]
    case "back", "b", "cancel", "esc": return leave(dialog, app)
    case "where": return [.say(sayWhere(app) + ["Asked: \(speech.title)"])]
    case "quit", "exit": return [.send(.line(LineOrder(.act(.quit))))]
    default: break
    }
    if speech.typing != .none { return answer(text) }
    if let key = Key(named: text), text.count > 1 { return [.send(.terminal(.key(key)))] }
    return [.say(["\(text.inQuotes) is no answer here."] + sayAnswers(of: dialog, app))]
  }

  /// The key of a command of the dialog: by its word, by the letter of an answer, by the beginning of
  /// either where nothing is typed.
  private func key(
    called word: String, _ text: String, _ dialog: any Dialog, _ speech: DialogSpeech, _ app: App
  ) -> Key? {
    let entries = dialog.allKeys.entries
    let keymap = app.calendar.keymap
    func first(_ isMeant: (AnyKeyTable.Entry) -> Bool) -> Key? {
      let found = entries.filter(isMeant)
      return found.count == 1 ? keymap.keys(of: found[0]).first : nil
    }
    let names = { (entry: AnyKeyTable.Entry) -> [String] in
      let id = entry.id.split(separator: ".").last.map { String($0).wordsOfName } ?? ""
      return [entry.short.spokenForm, id]
    }
    if let key = first({ $0.short.spokenForm == word }) ?? first({ names($0).contains(word) }) {
      return key
    }
    let letter = text.count == 1 ? text.first.map(Key.character) : nil
    if let letter, speech.typing == .none,
      let key = first({ entry in keymap.keys(of: entry).contains(letter) })
    {
      return key
    }
    guard speech.typing == .none, !word.isEmpty else { return nil }
    return first { names($0).contains { $0.hasPrefix(word) } }
  }

  // MARK: Saying

  /// Title, lines and what can be answered.
  func say(_ dialog: any Dialog, _ app: App) -> [String] {
    let speech = dialog.speech(app.calendar)
    return [speech.title] + speech.lines + sayAnswers(of: dialog, app)
  }

  /// What can be answered: the commands of the key bar, and how a text is taken.
  func sayAnswers(of dialog: any Dialog, _ app: App) -> [String] {
    let editor = app.calendar
    let speech = dialog.speech(editor)
    let own = Set(dialog.ownKeys.map(\.id))
    let entries = dialog.allKeys.entries.filter { !own.contains($0.id) }
    var words: [String] = []
    for hint in dialog.hints(editor) {
      guard let press = hint.press,
        let entry = entries.first(where: { editor.keymap.keys(of: $0).contains(press) })
      else { continue }
      let word = entry.spokenName
      if !words.contains(word), !isNumberEnough(entry, speech) { words.append(word) }
    }
    if !words.contains("back"), speech.typing != .secret, speech.typing != .lines {
      words.append("back")
    }
    var parts: [String] = []
    switch speech.typing {
    case .none: if !speech.spots.isEmpty { parts.append("a number") }
    case .narrows:
      if !speech.spots.isEmpty { parts.append("a number") }
      parts.append("words to narrow the list")
    case .answers(let name): parts.append(name.lowercased() == "address" ? "an address" : "a text")
    case .lines:
      return [
        "Each line that you type is added. .done ends it, .clear empties it, .help says more."
      ]
    case .secret: return ["Type it; an empty line goes back."]
    }
    return ["Answer with \((parts + words.map(\.inQuotes)).joined(separator: ", "))."]
  }

  /// Whether what a command does is done by a number as well, so that it need not be named.
  private func isNumberEnough(_ entry: AnyKeyTable.Entry, _ speech: DialogSpeech) -> Bool {
    guard !speech.spots.isEmpty else { return false }
    return ["take", "show", "open", "give"].contains { entry.id.hasSuffix(".\($0)") }
      && speech.typing != .none
  }

  /// Every command of the dialog with what it does.
  private func sayKeys(of dialog: any Dialog, _ app: App) -> [String] {
    let table = dialog.allKeys
    let moves: Set<String> = [
      "previous", "next", "pageUp", "pageDown", "first", "last", "up", "down", "scrollUp",
      "scrollDown", "help", "newLine", "tab",
    ]
    let entries = table.entries.filter {
      !moves.contains($0.id.split(separator: ".").last.map(String.init) ?? "")
    }
    return [table.title + ":"]
      + entries.map { entry in
        let action = ActionID(rawValue: entry.id).flatMap { Actions.byID[$0] }
        return "\(action?.spokenName ?? entry.spokenName): \(entry.help)"
      }
      + sayAnswers(of: dialog, app)
      + ["An empty line says the question again."]
  }
}
