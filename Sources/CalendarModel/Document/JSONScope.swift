import JSON

/// A part of a calendar that the user can see and edit as JSON.
package enum JSONScope: Sendable, Hashable {
  case section(Section)
  /// One row of a list.
  case row(JSONPath)
  /// Everything that an update can hold.
  case body

  /// The properties of the part; nil for a row.
  var fields: [Field]? {
    switch self {
    case .section(let section): CalendarSchema.fields(in: section).filter { !$0.isReadOnly }
    case .body: CalendarSchema.all.filter { !$0.isReadOnly }
    case .row: nil
    }
  }

  /// The type of the row; nil for anything else.
  var rowType: ObjectType? {
    if case .row(let path) = self { CalendarSchema.field(at: path)?.objectType } else { nil }
  }
}

/// The reason why something in an edited JSON cannot be applied.
package struct JSONRefusal: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The text is not an object.
    case noObject
    /// The service sets the property, and an update cannot change it.
    case readOnly
    case ofSection(Section)
    /// The key is undocumented, and was not there before.
    case unknown
    /// The key is there more than once, and nothing says which one counts.
    case repeated
    /// The row was deleted or changed after the user began to edit its JSON.
    case changedMeanwhile
  }

  /// The path; inside a row it begins at the row.
  package let path: JSONPath
  package let reason: Reason

  /// What is wrong, in a sentence.
  package var message: String {
    switch reason {
    case .noObject: "The text must be one object, in braces."
    case .readOnly: "The service sets \(name), and you cannot change it; remove it."
    case .ofSection(let section): "\(name) belongs to \(section.title), not to this part."
    case .unknown: "\(name) is not a key of this part; is it misspelt?"
    case .repeated: "\(name) is there more than once; keep one of them."
    case .changedMeanwhile:
      "The row has changed since you opened its JSON; discard this text and open it again."
    }
  }

  /// The path on one line, with odd keys quoted.
  private var name: String {
    let text = path.description
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    return isPlain ? text : JSONString.quoted(text)
  }
}
