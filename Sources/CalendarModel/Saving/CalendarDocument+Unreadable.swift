import JSON

/// A text that was typed where a number or a date belongs, and that cannot be read as one.
package struct UnreadableText: Sendable, Hashable {
  package let path: JSONPath
  /// As it was typed.
  package let text: String
}

extension CalendarDocument {
  /// What was typed into numbers and dates and cannot be read, in the order of the schema; what was
  /// loaded like that is not among it.
  package var unreadableTexts: [UnreadableText] {
    let changed = validation.modifiedKeys
    var found: [UnreadableText] = []
    for field in CalendarSchema.all where changed.contains(field.key) {
      guard let value = current[key: field.key] else { continue }
      collectUnreadable(value, field, at: JSONPath([.key(field.key)]), &found)
    }
    return found
  }

  /// The properties with such a text, each with what makes sense together with it only: a number with
  /// its unit.
  package var unreadableKeys: Set<String> {
    QuantityField.widened(Set(unreadableTexts.compactMap(\.path.topKey)))
  }

  private func collectUnreadable(
    _ value: JSONValue, _ field: Field, at path: JSONPath, _ found: inout [UnreadableText]
  ) {
    switch (field.type, value) {
    case (.object(let type), .object(let object)):
      collectUnreadable(object, type, at: path, &found)
    case (.list(let type), .array(let rows)):
      for (index, row) in rows.enumerated() {
        guard let object = row.object else { continue }
        collectUnreadable(object, type, at: path.appending(index), &found)
      }
    case (.number, .string(let typed)), (.text(.date), .string(let typed)):
      let text = typed.value
      guard !text.trimmed.isEmpty, !field.reads(text), isChanged(path) else { return }
      found.append(UnreadableText(path: path, text: text))
    default: break
    }
  }

  private func collectUnreadable(
    _ object: JSONObject, _ type: ObjectType, at path: JSONPath, _ found: inout [UnreadableText]
  ) {
    for (member, field) in SchemaWalk.stored(object, type) {
      guard let field, !field.isReadOnly else { continue }
      collectUnreadable(member.value, field, at: path.appending(member.key), &found)
    }
  }
}

extension Field {
  /// Whether a text in the place of a number or a date says one.
  fileprivate func reads(_ text: String) -> Bool {
    if case .text(.date) = type { return CalendarDate(wire: text) != nil }
    if case .number? = FieldText.value(of: text, field: self) { return true }
    return false
  }
}
