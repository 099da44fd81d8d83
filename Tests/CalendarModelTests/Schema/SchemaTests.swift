import CalendarModel
import JSON
import Testing

@Suite("The schema against the table of properties")
struct SchemaTests {
  static let editable = CalendarSchema.flat.filter { !$0.field.isReadOnly }

  @Test func hasEveryPropertyAndNoOther() {
    #expect(!Property.all.isEmpty)
    let listed = Set(Property.all.map(\.path))
    #expect(listed.count == Property.all.count)
    #expect(listed == Set(Self.editable.map { $0.keys.joined(separator: ".") }))
    #expect(Self.editable.count == Property.all.count)
  }

  @Test(arguments: Property.all)
  func saysWhatTheTableSays(_ property: Property) throws {
    let field = try #require(CalendarSchema.flat.first { $0.keys == property.keys }?.field)
    #expect(field.key == property.name)
    #expect(field.isRequired == property.isRequired)
    #expect(field.isDeprecated == property.isDeprecated)
    #expect(!field.isReadOnly)
    #expect(field.hasNullChoice == property.hasNullChoice)
    #expect(
      field.defaultValue.map { $0.text ?? $0.printed() }
        == property.defaultValue ?? property.answerDefault)
    switch field.type {
    case .text, .longText: #expect(property.type == "string")
    case .toggle: #expect(property.type == "boolean")
    case .object: #expect(property.type == "object")
    case .list: #expect(property.type == "array[object]")
    case .choices(let choices):
      #expect(property.type == "array[number]")
      #expect(choices.map(\.value) == (0...6).map { JSONValue.integer($0) })
    case .number(let limits):
      #expect(property.type == "number")
      #expect(property.choices.isEmpty)
      #expect(limits.most.map(String.init) == property.max)
      #expect(limits.allowed.map { "\($0.lowerBound)...\($0.upperBound)" } == property.range)
    case .choice(let choices):
      // The page is that of the dated version.
      let values = choices.taken(by: .dated).map(\.value).filter { !$0.isNull }
      #expect(values.map { $0.text ?? $0.printed() } == property.choices)
      #expect(values.allSatisfy { property.type == ($0.text == nil ? "number" : "string") })
    }
    if case .choice = field.type {} else { #expect(property.choices.isEmpty) }
  }

  @Test func readOnlyOnesAreThoseOfTheAnswer() {
    #expect(
      Set(CalendarSchema.all.filter(\.isReadOnly).map(\.key))
        == ["id", "locationId", "calendarType", "slotBufferUnit", "meetingLocation"])
    #expect(CalendarSchema.flat.filter(\.field.isReadOnly).allSatisfy { $0.keys.count == 1 })
  }

  @Test func everyPropertyIsInExactlyOneSection() {
    let keys = Section.allCases.flatMap { CalendarSchema.fields(in: $0) }.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys == CalendarSchema.all.map(\.key))
    for section in Section.allCases {
      #expect(!CalendarSchema.fields(in: section).isEmpty)
      for field in CalendarSchema.fields(in: section) {
        #expect(CalendarSchema.section(of: field.key) == section)
        #expect(CalendarSchema.field(field.key)?.label == field.label)
      }
    }
    #expect(CalendarSchema.section(of: "version") == nil)
  }

  @Test func everyFieldExplainsItself() {
    for (keys, field) in CalendarSchema.flat {
      #expect(!field.label.isEmpty && !field.help.isEmpty, "\(keys)")
      #expect(field.help.hasSuffix("."), "\(keys)")
      if let unit = field.unitKey {
        #expect(CalendarSchema.field(unit) != nil, "\(keys)")
      }
    }
    for section in Section.allCases { #expect(!section.title.isEmpty && !section.help.isEmpty) }
  }

  @Test func fieldsAreFoundByPath() {
    #expect(CalendarSchema.field(at: "name")?.key == "name")
    #expect(CalendarSchema.field(at: "teamMembers[3]")?.key == "teamMembers")
    #expect(
      CalendarSchema.field(at: "teamMembers[3].locationConfigurations[0].kind")?.key == "kind")
    #expect(CalendarSchema.field(at: "openHours[0].hours[1].openHour")?.key == "openHour")
    for path: JSONPath in ["version", "teamMembers[0].selected", "name.x", "", "[0]"] {
      #expect(CalendarSchema.field(at: path) == nil, "\(path)")
    }
  }

  /// A new row must not be born with errors that its form cannot show.
  @Test func templatesAreDocumentedRows() {
    for (keys, field) in CalendarSchema.flat {
      guard case .list(let type) = field.type, let row = type.template.object else { continue }
      #expect(row.keys.allSatisfy { type.field($0) != nil }, "\(keys)")
      for field in type.fields where field.isRequired {
        #expect(row[field.key] != nil, "\(keys).\(field.key)")
      }
    }
  }
}
