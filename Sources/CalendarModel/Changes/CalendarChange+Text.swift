import JSON

extension CalendarChange {
  /// The change as a line of a file of changes.
  var text: String {
    let name = place.text
    return switch action {
    case .value(let value): name + "=" + words(value)
    case .json(let value): name + ":=" + ChangeText.escaped(value.printed())
    case .named(let text), .quantity(let text): name + "=" + ChangeText.written(text)
    case .hours(let ranges): name + "=" + HoursText.short(ranges)
    case .lookBusy(let typing): name + "=" + typing.text
    case .recurrence(let typing): name + "=" + typing.text
    case .add(let text): name + "+=" + ChangeText.written(text)
    case .addRow(let row): name + "+:=" + ChangeText.escaped(row.printed())
    case .unset: "unset " + name
    }
  }

  /// A typed value as it was typed.
  private func words(_ value: JSONValue) -> String {
    switch (place.field?.type, value) {
    case (.toggle?, .bool(let isOn)): isOn ? "on" : "off"
    case (.choice(let choices)?, _):
      choices.first { $0.value.isEquivalent(to: value) }
        .map { ChangeValueReader.word(for: $0, in: choices) } ?? value.printed()
    case (.choices?, .array(let days)): ChangePlace.words(days.compactMap(\.int))
    case (.text(.date)?, .string(let text)):
      CalendarDate(wire: text.value)?.description ?? text.value
    case (_, .string(let text)): ChangeText.written(text.value)
    default: value.printed()
    }
  }
}
