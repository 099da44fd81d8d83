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
      if text.isEmpty { return [.say(say(dialog, app))] }
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
        return refuse(
          count == 0
            ? "There is nothing to choose by a number."
            : "There \(count == 1 ? "is 1 choice" : "are \(count) choices").")
      }
      let takes = parts.count == 1
      let chosen = Step.send(
        .line(LineOrder(.choose(spot: speech.spots[number - 1], takes: takes))))
      return [chosen] + (takes ? [] : [.hear(parts[1])])
    }
    let word = text.spokenForm
    if ["help", "h", "f1"].contains(word) || text == "?" {
      return [.say(said(sayKeys(of: dialog, app), then: sayAnswers(of: dialog, app)))]
    }
    if let key = key(called: word, text, dialog, speech, app) {
      return [.send(.terminal(.key(key)))]
    }
    switch word {
    case "list", "say again": return [.say(say(dialog, app))]
    case "back", "b", "cancel", "esc": return leave(dialog, app)
    case "where": return [.say(sayWhere(app) + ["Asked: \(speech.title)"])]
    case "quit", "exit": return [.send(.line(LineOrder(.act(.quit))))]
    default: break
    }
    if speech.typing != .none, speech.typing != .lines { return answer(text) }
    if let key = Key(named: text), text.count > 1 { return [.send(.terminal(.key(key)))] }
    if speech.typing == .lines {
      return refuse(
        "\(text.inQuotes) is no command, and is not added. Two full stops begin a line with one.")
    }
    let answers = sayAnswers(of: dialog, app)
    return refuse(
      "\(text.inQuotes) is no answer here.", answers,
      saying: (["It is no answer to \(speech.title.inQuotes)."] + answers).joined(separator: " "))
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
    let goesOn = ["continue", "go on"]
    if goesOn.contains(word), let key = first({ goesOn.contains($0.short.spokenForm) }) {
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
  mutating func say(_ dialog: any Dialog, _ app: App) -> [String] {
    let speech = dialog.speech(app.calendar)
    return said([speech.title] + speech.lines, then: sayAnswers(of: dialog, app))
  }

  /// A dialog that was said before and is on top again: its title, what is new in it and where one is.
  mutating func sayAgain(_ dialog: any Dialog, since old: DialogSpeech, _ app: App) -> [String] {
    let speech = dialog.speech(app.calendar)
    guard speech.lines.count > Self.glance, speech.title == old.title, speech.spots == old.spots
    else { return say(dialog, app) }
    let selected = speech.lines.filter { $0.hasSuffix(DialogSpeech.selected) }
    let news = speech.news(since: old, isAnswer: true)
    return said(
      [speech.title] + speech.opening.filter { !news.contains($0) } + news
        + selected.filter { !news.contains($0) },
      then: ["An empty line says all of it."])
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
        let name = action?.spokenName ?? entry.spokenName
        return name == entry.help.lowercased() ? entry.help : "\(name): \(entry.help)"
      }
      + sayChoosing(in: dialog, app) + ["An empty line says the question again."]
  }

  /// How a command is given for one of the choices.
  private func sayChoosing(in dialog: any Dialog, _ app: App) -> [String] {
    let speech = dialog.speech(app.calendar)
    let ways: Set<String> = ["mark", "leaveOut", "takeOut", "mine"]
    guard !speech.spots.isEmpty,
      let entry = type(of: dialog).keyTable.entries.first(where: {
        ways.contains(String($0.id.split(separator: ".").last ?? ""))
      })
    else { return [] }
    return ["A number before a command chooses first: \("1 \(entry.spokenName)".inQuotes)."]
  }
}
