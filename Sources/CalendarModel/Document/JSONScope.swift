import JSON

/// A part of a calendar that is shown, and edited, as JSON.
package enum JSONScope: Sendable, Hashable {
  case section(Section)
  /// One row of a list.
  case row(JSONPath)
  /// Everything that an update can hold.
  case body

  /// The properties it consists of; nil for a row.
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

/// Something in an edited JSON that cannot be taken over.
package struct JSONRefusal: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The text holds something else than an object.
    case noObject
    /// The service gives the property; it takes no other value for it.
    case readOnly
    case ofSection(Section)
    /// No document lists the key, and it was not there before.
    case unknown
    /// The key stands more than once; which one is meant?
    case repeated
    /// The row is gone or has changed since its JSON was handed out.
    case changedMeanwhile
  }

  /// Where; in a row counted from the row.
  package let path: JSONPath
  package let reason: Reason

  /// What is wrong, in a sentence.
  package var message: String {
    switch reason {
    case .noObject: "The text must be one object, in braces."
    case .readOnly: "\(name) is given by the service and cannot be changed; take it out."
    case .ofSection(let section): "\(name) belongs to \(section.title), not to this part."
    case .unknown: "\(name) is no key of this part; is it a slip?"
    case .repeated: "\(name) stands more than once; leave one of them."
    case .changedMeanwhile: "The row has changed since its JSON was handed out; give this up."
    }
  }

  /// The path on one line, whatever its keys hold.
  private var name: String {
    let text = path.description
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    return isPlain ? text : JSONString.quoted(text)
  }
}
