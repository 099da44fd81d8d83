import JSON

/// The sentences about changes that cannot be read or made.
enum ChangeWording {
  /// A text of somebody in quotes, short and without what nobody sees.
  static func quoted(_ text: String) -> String { Wording.quoted(plain(text)) }

  /// A text of somebody, short and without what nobody sees.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(200).map { ChangeText.isHidden($0) ? "\u{FFFD}" : $0 }))
  }

  static func twice(_ place: String, _ other: String) -> String {
    place == other
      ? "\(plain(place)) is changed twice; write it once."
      : "\(plain(place)) and \(plain(other)) change the same; write one of them."
  }

  // MARK: Names

  static let tooLong = "The name of the field is too long."
  static func noName(_ name: String, near: [String]) -> String {
    "\(quoted(name)) is not the name of a field."
      + (near.isEmpty ? " An update sends documented fields only." : " Did you mean \(or(near))?")
  }
  static func noMember(_ name: String, of type: ObjectType, near: [String]) -> String {
    "\(quoted(name)) is not a property of a \(type.noun). "
      + (near.isEmpty
        ? "There are \(type.fields.map(\.key).joined(separator: ", "))."
        : "Did you mean \(or(near))?")
  }
  static func answerOnly(_ name: String) -> String {
    "\(quoted(name)) stands in answers only; the service refuses it in an update."
  }
  static func readOnly(_ label: String) -> String {
    "The service sets \(label); an update cannot change it."
  }
  static func hasParts(_ label: String, _ example: String) -> String {
    "\(label) is a list: name a row, as in \(example)."
  }
  static func noRows(_ label: String) -> String { "\(label) is no list; leave the brackets out." }
  static func noParts(_ label: String, _ part: String) -> String {
    "\(label) has no parts; leave \(quoted(part)) out."
  }
  static func ofRows(_ name: String, _ examples: [String]) -> String {
    "\(quoted(name)) belongs to a row: write \(or(examples))."
  }
  static func notClosed(_ name: String) -> String {
    "A bracket or a quote in \(quoted(name)) is not closed."
  }
  static func oneDate(_ words: String) -> String {
    "\(words): name one date for this; several can only get hours or be unset."
  }
  static let fromOne = "Rows are counted from 1."
  static func noDay(_ text: String) -> String {
    "\(quoted(text)) is not a weekday: write mon, mon-fri or weekends."
  }

  // MARK: Values

  static func noSign(_ argument: String) -> String {
    "\(quoted(argument)) changes nothing: write FIELD=VALUE."
  }
  static func noValue(_ place: ChangePlace) -> String {
    place.isTopLevel
      ? "\(place.words) needs a value; an update cannot take a property away."
      : "\(place.words) needs a value; unset \(plain(place.text)) takes it away."
  }
  static func noChoice(_ text: String, _ label: String, _ choices: [String]) -> String {
    "\(quoted(text)) is not \(article(label)): \(choices.joined(separator: ", "))."
  }
  static func noToggle(_ text: String, _ label: String) -> String {
    "\(quoted(text)) is neither on nor off, as \(label.lowercased()) has to be."
  }
  static func noNumber(_ text: String, _ label: String) -> String {
    "\(label): \(quoted(text)) is not a number."
  }
  static func said(_ label: String, _ message: String) -> String { "\(label): \(message)" }
  static func needsJSON(_ label: String, _ hint: String) -> String {
    "\(label) cannot be typed as a whole: \(hint), or write JSON behind :=."
  }
  static func noJSON(_ label: String, _ message: String) -> String {
    "\(label): what stands behind := is not JSON: \(message)."
  }
  static func undocumented(_ path: JSONPath) -> String {
    "\(quoted(path.description)) is not documented; an update sends documented fields only."
  }
  static func repeated(_ path: JSONPath) -> String {
    "\(quoted(path.description)) stands there twice."
  }
  static let control =
    "There is a control character in it; write it as an escape in JSON, behind :=."
  static let daysMissing = "Name the days, as in mon-fri 9-17."
  static func noAdding(_ label: String, _ hint: String) -> String {
    "\(label) takes no row behind +=: \(hint)."
  }
  static func notAList(_ label: String) -> String {
    "\(label) is no list: write = instead of += or -=."
  }

  // MARK: Calendars

  static func noRow(_ name: String, _ type: ObjectType, there: [String]) -> String {
    "There is no \(type.noun) \(quoted(name)) here"
      + (there.isEmpty
        ? "."
        : ": \(there.prefix(6).map(plain).joined(separator: ", "))"
          + (there.count > 6 ? " and \(there.count - 6) more." : "."))
  }
  static func noNumberedRow(_ number: Int, _ type: ObjectType, count: Int) -> String {
    "There is no \(type.noun) \(number) here; there are \(count)."
  }
  static func severalRows(_ name: String, _ type: ObjectType, _ numbers: [Int]) -> String {
    "Several rows are the \(type.noun) \(quoted(name)); name one by its number: "
      + numbers.map { "[\($0)]" }.joined(separator: ", ") + "."
  }
  static func severalNames(_ name: String, _ ids: [String]) -> String {
    "\(quoted(name)) is the name of several; write an id: "
      + ids.prefix(4).map(plain).joined(separator: ", ") + "."
  }
  /// - Parameter orIDs: whether an id would do as well.
  static func unknownName(_ name: String, _ near: [String], orIDs: Bool = true) -> String {
    "Nothing is called \(quoted(name))"
      + (near.isEmpty ? orIDs ? "; write its id." : "." : ". Did you mean \(or(near))?")
  }
  static func blocked(_ label: String) -> String {
    "\(label): what stands around it cannot be changed in parts; unset it first."
  }
  static func isNoList(_ label: String) -> String {
    "\(label) is not a list here; unset it first."
  }
  static func title(_ labels: [String]) -> String {
    labels.count > 2
      ? "Change \(Wording.counted(labels.count, "property"))"
      : "Change \(labels.map { $0.lowercased() }.joined(separator: " and "))"
  }

  // MARK: Files

  static func newer(_ version: String) -> String {
    "The file is written in version \(quoted(version)) of the language; this program reads version 1."
  }
  static let isJSON = "This is JSON and not a file of changes; diff and validate read calendars."
  static let tooLarge = "The file is too large for a file of changes."
  static let lineTooLong = "The line is too long."
  static let controlInLine =
    "There is a control character in the line; write the value in double quotes with an escape."
  static let badQuotes = "The quotes are not those of a JSON text."

  // MARK: Parts

  static func or(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first.map(plain) ?? "" }
    return names.dropLast().map(plain).joined(separator: ", ") + " or " + plain(last)
  }

  private static func article(_ label: String) -> String {
    let label = label.lowercased()
    return (label.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + label
  }
}
