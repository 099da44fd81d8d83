import CalendarModel
import JSON

extension FormLayout {
  /// The switch, the share and what the two do to a sample day.
  mutating func addLookBusy(
    _ document: CalendarDocument, at now: CalendarMoment, after previous: FormLayout?
  ) {
    guard let field = CalendarSchema.field(.lookBusyConfig) else { return }
    // Finding the day reads all dates, and typing a share does not change it.
    if let previous, previous.page == page, previous.moment == now,
      document.undoSteps.last?.focus.topKey == field.key
    {
      sampleDay = previous.sampleDay
    } else {
      sampleDay = SampleDay(document.current, now: now, governing: document.governing)
    }
    moment = now
    addParts(of: field, document)
    let effect = LookBusyEffect(config: document.current[key: field.key])
    append(TextLine.note(effect.sentence(on: sampleDay)))
    addWhole(field, document)
  }

  /// Whether bookings repeat, and how, with the rule read back as a sentence.
  mutating func addRecurring(_ document: CalendarDocument) {
    guard let rule = CalendarSchema.field(.recurring) else { return }
    for field in CalendarSchema.fields(in: .recurring) where field.key != rule.key {
      add(field, under: .root, document)
    }
    let sentence = RecurrenceSentence(calendar: document.current)
    let members = document.current[.teamMembers]?.array?.count ?? 0
    if !sentence.isOn, let reason = TypeRules.recurring(memberCount: members) {
      append(TextLine.note(reason + "."))
    }
    addParts(of: rule, document)
    append(
      TextLine.note(readBack(sentence, isSet: document.current[key: rule.key]?.isNull == false)))
    addWhole(rule, document)
  }

  private func readBack(_ sentence: RecurrenceSentence, isSet: Bool) -> String {
    guard isSet else { return sentence.isOn ? "No rule is set." : "Off, and no rule is set." }
    return sentence.isOn ? sentence.rule + "." : "Off. The rule would be: \(sentence.rule)."
  }

  /// The fields of an object, one under the other.
  private mutating func addParts(of field: Field, _ document: CalendarDocument) {
    for part in field.objectType?.fields ?? [] {
      add(part, under: JSONPath([.key(field.key)]), document)
    }
  }

  /// The object as a whole, which can be unset or put back; its parts stand above it.
  private mutating func addWhole(_ field: Field, _ document: CalendarDocument) {
    append(FieldLine(field, JSONPath([.key(field.key)]), indent: 0))
  }
}
