import CalendarModel

/// The words for a draft in the list. They hold names from outside: whoever shows them sanitises
/// them.
extension DraftEntry {
  /// "Intro call, 2 properties changed, 3 minutes ago", or why it cannot be recovered.
  package func summary(at now: DraftTime) -> String {
    let state = isOpen ? "; being edited now" : ""
    guard let header else {
      let problem = problem.map(\.message) ?? ""
      return "\(time.age(at: now))\(state); not recoverable: \(problem)"
    }
    let name = header.calendarName.flatMap { $0.isEmpty ? nil : $0 } ?? "Calendar without a name"
    let changes = Wording.counted(header.changeCount, "property") + " changed"
    let lost = problem.map { "; not recoverable: \($0.message)" } ?? ""
    return "\(name), \(changes), \(time.age(at: now))\(state)\(lost)"
  }
}

extension [DraftEntry] {
  /// Why no draft could be chosen by a name.
  package enum NotChosen: Error, Sendable, Hashable {
    case unknown(String)
    /// Several drafts have the name, for one calendar at several addresses; their numbers.
    case ambiguous(String, numbers: [Int])

    package var message: String {
      switch self {
      case .unknown(let name): "there is no draft \(name); caledit drafts lists them"
      case .ambiguous(let name, let numbers):
        "\(name) has more than one draft; give a number: "
          + numbers.map(String.init).joined(separator: ", ")
      }
    }
  }

  /// The draft with a number in the list, counted from 1, of a calendar's id, or of a file.
  package func chosen(by name: String) throws(NotChosen) -> DraftEntry {
    if let number = Int(name), indices.contains(number - 1) { return self[number - 1] }
    let found = indices.filter { index in
      self[index].isDraft(ofCalendar: name)
        || self[index].header?.source.isOfFile(named: name) == true
    }
    guard let first = found.first else { throw .unknown(name) }
    // An unreadable file is chosen by its number, or when it is the only one.
    let sound = found.filter { !self[$0].isSetAside }
    if sound.count == 1 { return self[sound[0]] }
    guard found.count == 1 else { throw .ambiguous(name, numbers: found.map { $0 + 1 }) }
    return self[first]
  }
}
