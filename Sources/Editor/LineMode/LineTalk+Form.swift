import CalendarModel
import JSON
import TextUI

/// Commands where a form, or the list of sections, is shown.
extension LineTalk {
  mutating func hear(_ line: String, inForm app: App) -> [Step] {
    let calendar = app.calendar
    let text = line.trimmedBlanks
    if let id = question {
      question = nil
      if calendar.focusedItem?.id == id, !text.hasPrefix(".") || text.dropFirst().contains(".") {
        noteCommand(text)
        return text.isEmpty ? [.say(["It stays as it is."])] : type(line)
      }
    }
    let command = text.hasPrefix(".") ? String(text.dropFirst()).trimmedBlanks : text
    if command.isEmpty { return [.say(sayList(app))] }
    if command.hasPrefix("=") { return type(String(command.dropFirst()).trimmedBlanks) }
    if command.hasPrefix("/") { return search(String(command.dropFirst())) }
    if let equals = command.firstIndex(of: "=") {
      let name = String(command[..<equals]).trimmedBlanks
      return set(name, to: String(command[command.index(after: equals)...]).trimmedBlanks, app)
    }
    let words = command.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count > 1, let steps = typeDates(command, words, app) { return steps }
    if let number = Int(words[0]) {
      return choose(number, then: words.count > 1 ? words[1] : nil, app)
    }
    if let steps = obey(words[0].spokenFormOrSign, with: words.count > 1 ? words[1] : "", app) {
      return steps
    }
    if let steps = obey(command.spokenFormOrSign, with: "", app) { return steps }
    if let steps = hint(command.spokenForm, app) { return steps }
    return go(to: command, app)
  }

  private func type(_ text: String) -> [Step] { [.send(.line(LineOrder(.type(text))))] }

  /// Says of a value that is called like a command how the command is typed.
  private mutating func noteCommand(_ text: String) {
    guard LineCommand(word: text.lowercased()) != nil else { return }
    afterthoughts.append(
      "\(text.inQuotes) was taken as the value; the command is \(".\(text)".inQuotes) here.")
  }

  /// Opens the search and looks for words in it.
  private func search(_ text: String) -> [Step] {
    [.send(.line(LineOrder(.act(.search))))] + (text.isEmpty ? [] : [.hear("/" + text)])
  }

  // MARK: Own commands

  private mutating func obey(_ word: String, with argument: String, _ app: App) -> [Step]? {
    guard let command = LineCommand(word: word) else { return nil }
    let takesArgument = command == .help || command == .search
    guard argument.isEmpty || takesArgument else { return nil }
    let calendar = app.calendar
    switch command {
    case .help:
      guard let help = sayHelp(argument, app) else {
        return refuse("Nothing here is called \(argument.inQuotes).")
      }
      return [.say(said(help))]
    case .list: return [.say(sayList(app))]
    case .sections:
      guard calendar.document != nil else { return nil }
      return calendar.workspace.isInList
        ? [.say(sayList(app))] : [.send(.line(LineOrder(.sections)))]
    case .where_: return [.say(sayWhere(app))]
    case .what: return [.say(sayWhat(app))]
    case .open: return open(app)
    case .next: return step(isNext: true, calendar)
    case .previous: return step(isNext: false, calendar)
    case .back:
      let back =
        calendar.workspace.isInList
        ? key(.leave, in: SectionKeys.table, app) : key(.back, in: FormKeys.table, app)
      // The first one only puts the report away, which was heard.
      return calendar.banner == nil ? back : back + back
    case .more: return nil
    case .problems: return [.say(said(sayProblems(app)))]
    case .changes: return [.say(said(sayChanges(app)))]
    case .search: return search(argument)
    case .actions: return act(.palette)
    case .save: return act(.review)
    case .quit: return act(.quit)
    }
  }

  private mutating func act(_ action: ActionID) -> [Step] {
    // These may lead to where one is already, which is said then.
    if [.nextProblem, .previousProblem, .suspend].contains(action) { told.isChosen = true }
    return [.send(.line(LineOrder(.act(action))))]
  }

  /// Goes to the next line, or to the one before.
  private mutating func step(isNext: Bool, _ calendar: CalendarEditor) -> [Step] {
    let lines = LineTarget.lines(in: calendar)
    guard !calendar.workspace.isInList, calendar.document != nil else {
      return refuse(Self.sectionFirst)
    }
    let here = calendar.workspace.page.focus
    let target =
      isNext ? lines.first { $0.number > here } : lines.last { $0.number < here }
    guard let target else {
      return [.say([isNext ? "This is the last line." : "This is the first line."])]
    }
    return [.send(.line(LineOrder(.focus(line: target.number))))]
  }

  private static let sectionFirst = "Open a section first, by its number or its name."

  // MARK: Lines and sections

  /// Opens the line with the focus, or the chosen section.
  private mutating func open(_ app: App) -> [Step] {
    let calendar = app.calendar
    if calendar.workspace.isInList {
      listsForm = true
      return [.send(.line(LineOrder(.open(entry: calendar.workspace.entry))))]
    }
    guard let line = calendar.focusedItem else { return [.say(sayList(app))] }
    return open(line, calendar)
  }

  private mutating func open(_ line: any Line, _ calendar: CalendarEditor) -> [Step] {
    switch line.invitation(calendar) {
    case .typing:
      question = line.id
      return []
    case .key(let key):
      listsForm = line.row != nil
      return [.send(.terminal(.key(key)))]
    case .none: return []
    }
  }

  /// Chooses a section or a line by its number, and does something with it.
  private mutating func choose(_ number: Int, then command: String?, _ app: App) -> [Step] {
    let calendar = app.calendar
    if calendar.workspace.isInList {
      guard Workspace.entries.indices.contains(number - 1) else {
        return refuse("There are \(Workspace.entries.count) sections.")
      }
      listsForm = true
      return [.send(.line(LineOrder(.open(entry: number - 1))))]
    }
    let lines = LineTarget.lines(in: calendar)
    guard lines.indices.contains(number - 1) else {
      return refuse(noSuchLine(lines.count))
    }
    return choose(lines[number - 1], then: command, app)
  }

  private mutating func choose(
    _ target: (number: Int, line: any Line), then command: String?, _ app: App
  ) -> [Step] {
    let steps: [Step] = [.send(.line(LineOrder(.focus(line: target.number))))]
    if let command { return steps + [.hear(command)] }
    told.isChosen = true
    return steps + open(target.line, app.calendar)
  }

  /// Types dates onto the month that begin with a number: `24 dec` is no line 24.
  ///
  /// - Returns: nil where the number is that of a line.
  private mutating func typeDates(
    _ text: String, _ words: [String], _ app: App
  ) -> [Step]? {
    let calendar = app.calendar
    guard let number = Int(words[0]), !calendar.workspace.isInList,
      let next = words[1].split(separator: " ").first
    else { return nil }
    let isLine = LineTarget.lines(in: calendar).indices.contains(number - 1)
    var isDate = false
    if case .dates? = try? calendar.dateTyping("\(number) \(next)") { isDate = true }
    guard isDate || !isLine else { return nil }
    if let line = LineTarget.line(takingHours: text, in: calendar) {
      return [.send(.line(LineOrder(.focus(line: line)))), .send(.line(LineOrder(.type(text))))]
    }
    guard LineTarget.section(takingHours: text, in: calendar) != nil else { return nil }
    let said = sayNothing(called: text, calendar)
    return refuse(said[0], Array(said.dropFirst()))
  }

  private func noSuchLine(_ count: Int) -> String {
    switch count {
    case 0: "There are no lines here."
    case 1: "There is only 1 line."
    default: "There are \(count) lines."
    }
  }

  /// Goes to a line or a section, or does an action, by its name.
  private mutating func go(to name: String, _ app: App) -> [Step] {
    let calendar = app.calendar
    let found = LineTarget.named(name, in: calendar)
    guard found.count < 2 else {
      let names = found.prefix(12).map { $0.name(in: calendar) }
      return refuse("\(name.inQuotes) can mean several things. Type more of one:", names)
    }
    switch found.first {
    case .line(let number)?:
      guard let line = calendar.layout[number] else { return [] }
      return choose((number, line), then: nil, app)
    case .section(let entry)?:
      listsForm = true
      return [.send(.line(LineOrder(.open(entry: entry))))]
    case .action(let id)?: return act(id)
    case nil:
      if let key = Key(named: name) { return [.send(.terminal(.key(key)))] }
      guard calendar.document != nil else {
        return refuse("\(name.inQuotes) is no command. \("help".inQuotes) says what can be typed.")
      }
      if let line = LineTarget.line(takingHours: name, in: calendar) {
        return [.send(.line(LineOrder(.focus(line: line)))), .send(.line(LineOrder(.type(name))))]
      }
      if let target = LineTarget.elsewhere(name, in: calendar) {
        if let several = LineTarget.rowFirst(target, in: calendar) { return refuse(several) }
        return [
          .send(.line(LineOrder(.go(to: LineTarget.here(target, in: calendar))))), .hear("open"),
        ]
      }
      let words = sayNothing(called: name, calendar)
      return refuse(words[0], Array(words.dropFirst()))
    }
  }

  /// That a name leads nowhere, and where it might have meant to.
  private func sayNothing(called name: String, _ calendar: CalendarEditor) -> [String] {
    if let section = LineTarget.section(takingHours: name, in: calendar) {
      return [
        "\(name.inQuotes) can be typed in \(section.title); "
          + "\(section.title.lowercased().inQuotes) goes there."
      ]
    }
    let near = LineTarget.near(name, in: calendar).prefix(8).map { $0.name(in: calendar) }
    return [
      "Nothing here is called \(name.inQuotes). \("/\(name)".inQuotes) looks for a setting, "
        + "\("help".inQuotes) says what can be typed."
    ] + (near.isEmpty ? [] : ["This comes near:"] + near)
  }

  /// Does what the key bar offers on the line, by the word that it has there.
  private func hint(_ word: String, _ app: App) -> [Step]? {
    guard let line = app.calendar.focusedItem else { return nil }
    let hints = line.hints(app.calendar)
    guard let key = hints.first(where: { $0.text.spokenForm == word })?.press else { return nil }
    return [.send(.terminal(.key(key)))]
  }

  /// Sets a field by its name, here or in any section.
  private mutating func set(_ name: String, to text: String, _ app: App) -> [Step] {
    let calendar = app.calendar
    let order = Step.send(.line(LineOrder(.type(text))))
    let lines = LineTarget.lines(in: calendar)
    if let number = Int(name) {
      if calendar.workspace.isInList { return refuse(Self.sectionFirst) }
      guard lines.indices.contains(number - 1) else {
        return refuse(noSuchLine(lines.count))
      }
      return [.send(.line(LineOrder(.focus(line: lines[number - 1].number)))), order]
    }
    let here = LineTarget.named(name, in: calendar).compactMap { target -> Int? in
      // A line of the overview only leads to where a value is.
      guard case .line(let number) = target, calendar.layout[number]?.target == nil else {
        return nil
      }
      return number
    }
    if here.count == 1 { return [.send(.line(LineOrder(.focus(line: here[0])))), order] }
    guard here.isEmpty else {
      let names = here.compactMap { calendar.layout[$0]?.words(calendar) }
      return refuse("\(name.inQuotes) can mean several lines:", names)
    }
    guard let target = LineTarget.elsewhere(name, in: calendar) else {
      return refuse(
        "No line is called \(name.inQuotes). \("/\(name)".inQuotes) looks for it.")
    }
    if let several = LineTarget.rowFirst(target, in: calendar) { return refuse(several) }
    return [.send(.line(LineOrder(.go(to: LineTarget.here(target, in: calendar))))), order]
  }
}

extension String {
  /// A word as it is compared with commands; `?` is one of them.
  fileprivate var spokenFormOrSign: String { self == "?" ? self : spokenForm }
}
