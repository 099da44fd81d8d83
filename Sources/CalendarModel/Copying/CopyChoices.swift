/// Which settings go from one calendar to another: sections, and fields in them.
///
/// A number and its unit are one choice, under the number's key. Read-only properties are none.
package struct CopyChoices: Sendable, Hashable {
  /// What becomes of date-specific hours that only the target has.
  package enum Dates: Sendable, Hashable, CaseIterable {
    /// They stay.
    case add
    /// They are deleted, as far as they have not passed.
    case replace

    package var label: String {
      switch self {
      case .add: "Add to the dates that are there"
      case .replace: "Replace the dates that are there"
      }
    }
  }

  /// How much of a section is chosen.
  package enum Extent: Sendable, Hashable { case none, some, all }

  /// The keys of the chosen fields.
  package private(set) var keys: Set<String>
  package var dates = Dates.add

  /// What belongs to one calendar alone: what identifies it, who is behind it, whether it can be booked.
  ///
  /// It goes only where somebody chooses it.
  package static let own: Set<CalendarKey> = [
    .name, .description, .isActive, .slug, .widgetSlug, .eventTitle, .groupId, .calendarCoverImage,
    .teamMembers, .alertEmail, .notifications,
  ]

  /// The fields of a section that can be chosen, in the order of the form.
  package static func fields(in section: Section) -> [Field] {
    CalendarSchema.fields(in: section).filter { !$0.isReadOnly && !CalendarSchema.isUnit($0.key) }
  }

  /// Whether a field is chosen before anybody says anything.
  package static func isUsual(_ field: Field) -> Bool {
    CalendarKey(rawValue: field.key).map { !own.contains($0) } ?? false
  }

  /// Everything but what belongs to one calendar alone (``own``).
  package static let usual = CopyChoices(allFields.filter(isUsual).map(\.key))

  /// Everything that an update can carry.
  package static let everything = CopyChoices(allFields.map(\.key))

  private static let allFields = Section.allCases.flatMap { fields(in: $0) }

  /// Chooses these fields alone; a unit stands for its number, and other keys for nothing.
  package init(_ keys: some Sequence<String>) {
    let named = keys.map { QuantityField.with($0)?.number.key ?? $0 }
    self.keys = Set(named).intersection(Self.allFields.map(\.key))
  }

  package func isChosen(_ key: String) -> Bool { keys.contains(key) }

  package func extent(of section: Section) -> Extent {
    let fields = Self.fields(in: section)
    let chosen = fields.count { keys.contains($0.key) }
    return chosen == 0 ? .none : chosen == fields.count ? .all : .some
  }

  /// Chooses a field, or leaves it out.
  package mutating func choose(_ key: String, _ isChosen: Bool = true) {
    let named = CopyChoices([key]).keys
    if isChosen { keys.formUnion(named) } else { keys.subtract(named) }
  }

  /// Chooses all fields of a section, or leaves them out.
  package mutating func choose(_ section: Section, _ isChosen: Bool = true) {
    for field in Self.fields(in: section) { choose(field.key, isChosen) }
  }
}
