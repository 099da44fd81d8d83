import CalendarModel
import JSON

/// What there is to know of a field besides its value.
struct FieldFacts {
  /// For the line under the form: the key, the type, the default and what was loaded.
  let short: String
  /// What the field means.
  let help: String

  init(_ field: Field, _ path: JSONPath, in editor: __shared CalendarEditor) {
    let document = editor.document
    let words = { (value: JSONValue?) in
      Wording.value(value, of: field, names: document?.names ?? [:], in: editor.format)
    }
    var facts = [path.description, Self.type(of: field, in: editor.terms.version)]
    if let value = field.defaultValue {
      facts.append("default \(Wording.value(value, of: field))")
    }
    if field.isRequired { facts.append("required") }
    if field.isDeprecated { facts.append("deprecated") }
    if field.isReadOnly { facts.append("read-only, never sent") }
    if let key = document?.loadedKey(path) { facts.append("came as \(key)") }
    let isChanged = !areEquivalent(document?[path], document?.loaded(path))
    if isChanged {
      facts.append("loaded \(words(document?.loaded(path)))")
    }
    short = facts.joined(separator: " · ")
    var help = field.help
    if case .choice(let choices) = field.type, let value = document?[path],
      let meaning = choices.match(value)?.meaning, !meaning.isEmpty
    {
      help += " \(Wording.value(value, of: field)): \(meaning)"
    }
    self.help = Self.readBack(path, document?.current) ?? help
  }

  /// All of it, for the help screen.
  static func long(_ field: Field, _ path: JSONPath, in editor: CalendarEditor) -> [String] {
    let document = editor.document
    let words = { (value: JSONValue?) in
      Wording.value(value, of: field, names: document?.names ?? [:], in: editor.format)
    }
    var long = [
      field.help, "Key: \(path)", "Type: \(Self.type(of: field, in: editor.terms.version))",
    ]
    if case .choice(let choices) = field.type {
      long += choices.taken(by: editor.terms.version).map {
        "  \($0.value.printed())  \($0.label). \($0.meaning)"
      }
    }
    long.append("Now: \(words(document?[path]))")
    long.append("Loaded: \(words(document?.loaded(path)))")
    if let value = field.defaultValue {
      long.append("Default: \(Wording.value(value, of: field))")
    }
    if let example = field.example { long.append("Example: \(example)") }
    if field.isRequired { long.append("required") }
    if field.isDeprecated { long.append("deprecated") }
    return long + FieldState(path, in: editor).notes.map { "\(editor.symbols.error) \($0.text)" }
  }

  /// What a group of fields comes to, said in a sentence.
  private static func readBack(_ path: JSONPath, _ calendar: JSONValue?) -> String? {
    guard let calendar else { return nil }
    switch path {
    case CalendarKey.recurring.path: return RecurrenceSentence(calendar: calendar).text
    case CalendarKey.lookBusyConfig.path:
      let effect = LookBusyEffect(config: calendar[path])
      return effect.isOn ? "On a day of 16 slots: \(effect.text(of: 16))." : nil
    default: return nil
    }
  }

  private static func type(of field: Field, in version: APIVersion) -> String {
    switch field.type {
    case .text(.plain): "text"
    case .text(.email): "e-mail address"
    case .text(.emailList): "e-mail addresses"
    case .text(.url): "web address"
    case .text(.color): "colour, #rrggbb"
    case .text(.date): "date, YYYY-MM-DD"
    case .text(.id): "id"
    case .text(.meetingPlace): "text"
    case .longText: "long text"
    case .number(let limits):
      if let allowed = limits.allowed {
        "number, \(allowed.lowerBound) to \(allowed.upperBound)"
      } else if let most = limits.most {
        "number, at most \(most)"
      } else {
        "number"
      }
    case .choice(let choices):
      "one of " + choices.taken(by: version).map(\.label).joined(separator: ", ")
    case .toggle: "yes or no"
    case .choices: "several of a list"
    case .object: "group of fields"
    case .list(let type): "list of \(Wording.counted(2, type.noun).dropFirst(2))"
    }
  }
}
