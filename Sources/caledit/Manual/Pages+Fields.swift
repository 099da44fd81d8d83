import CalendarModel
import Manual

extension ManualPage {
  /// `caledit-fields(7)`, from the table of fields.
  static var fields: ManualPage {
    ManualPage(
      "caledit-fields", section: 7, summary: "settings of a calendar, by name",
      [Part("DESCRIPTION", aboutFields)]
        + Section.allCases.map { section in
          Part(
            section.title.uppercased(),
            [.paragraph(ManualText(plain: section.help))]
              + [.definitions(CalendarSchema.fields(in: section).map { definition($0, under: "") })]
          )
        } + [
          Part(
            "SEE ALSO", [seeAlso(["caledit-typing(7)", "caledit-set(1)", "caledit-get(1)"])])
        ])
  }

  private static let aboutFields: [ManualBlock] = [
    """
    These are the properties of the API page "Update Calendar", in its spelling, under the sections of \
    the editor. `caledit get` and `caledit set` take these names, their labels, and the words that the \
    search of the editor knows. `[]` stands for a row: by its name in quotes, or its number. What \
    each takes besides its documented values is in `caledit-typing`(7).
    """
  ]

  /// A field with all that is inside of it.
  ///
  /// - Parameter path: what stands in front of its name, such as `teamMembers[].`.
  private static func definition(_ field: Field, under path: String) -> ManualDefinition {
    let label = [field.label, remarks(field)].filter { !$0.isEmpty }.joined(separator: ", ")
    var facts = ManualText(plain: "\(label). \(field.help)")
    // The first row stands for all of them.
    let place = (path + field.key).replacing("[]", with: "[1]")
    let values = ChangeNames.values(ofFieldNamed: place)
    if !values.isEmpty, field.objectType == nil {
      facts = facts + " One of " + CommandWords.list(values, last: " or ") + "."
    }
    if case .number(let limits) = field.type, let allowed = limits.allowed,
      !field.help.contains(" to ")
    {
      facts = facts + ManualText(plain: " From \(allowed.lowerBound) to \(allowed.upperBound).")
    }
    var blocks: [ManualBlock] = [.paragraph(facts)]
    if let type = field.objectType {
      let inner = path + field.key + (isList(field) ? "[]." : ".")
      blocks.append(.definitions(type.fields.map { definition($0, under: inner) }))
    }
    return ManualDefinition(ManualText(literal: path + field.key), blocks)
  }

  private static func isList(_ field: Field) -> Bool {
    if case .list = field.type { true } else { false }
  }

  /// What has to be known before it is set.
  private static func remarks(_ field: Field) -> String {
    [
      field.isRequired ? "required" : "", field.isReadOnly ? "only in answers" : "",
      field.isDeprecated ? "deprecated" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
