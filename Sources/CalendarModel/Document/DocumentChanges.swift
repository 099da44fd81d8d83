/// At which revision of a document its properties have changed last, for whoever shows one of them and
/// keeps what was made of it.
struct DocumentChanges: Sendable {
  /// The last change that may show anywhere: of what the calendar is compared with, of names, or of
  /// what is found in other properties.
  private var all = 0
  private var byKey: [String: Int] = [:]

  mutating func noteAll(_ revision: Int) { all = revision }

  mutating func note(_ edit: Edit, _ revision: Int, hasOtherFindings: Bool) {
    guard let key = edit.path.topKey, key != CalendarKey.calendarType.rawValue, !hasOtherFindings
    else {
      all = revision
      return
    }
    byKey[key] = revision
  }

  func last(of key: String) -> Int { max(all, byKey[key] ?? 0) }
}

extension CalendarDocument {
  /// The revision at which a top-level property, or anything that is to be said of it, changed last.
  ///
  /// What is shown of the property stays the same until this is another number.
  package func lastChange(of key: String) -> Int { changes.last(of: key) }
}
