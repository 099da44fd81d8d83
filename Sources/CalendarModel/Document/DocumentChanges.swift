import JSON

/// At which revision of a document its values have changed last, for whoever shows one of them and
/// keeps what was made of it.
package struct DocumentChanges: Sendable {
  /// The last change that may show anywhere: of what the calendar is compared with, of names, or of
  /// what is found in other values.
  private var all = 0
  /// Where the calendar was edited since; few places, as every line in sight asks for its own.
  private var edited: [(path: JSONPath, revision: Int)] = []

  /// With more, nobody is told where it was any more.
  private static let most = 32

  package init() {}

  mutating func noteAll(_ revision: Int) {
    all = revision
    edited.removeAll(keepingCapacity: true)
  }

  mutating func note(_ edit: Edit, _ revision: Int, hasOtherFindings: Bool) {
    let path = edit.path
    guard let key = path.topKey, key != CalendarKey.calendarType.rawValue, !hasOtherFindings else {
      noteAll(revision)
      return
    }
    if let place = edited.firstIndex(where: { $0.path == path }) {
      edited[place].revision = revision
    } else if edited.count < Self.most {
      edited.append((path, revision))
    } else {
      noteAll(revision)
    }
  }

  /// The revision at which the value at a path, or anything that is to be said of it, changed last.
  ///
  /// What is shown of the value stays the same until this is another number.
  package func last(at path: JSONPath) -> Int {
    var last = all
    for edit in edited where edit.revision > last && edit.path.overlaps(path) {
      last = edit.revision
    }
    return last
  }
}
