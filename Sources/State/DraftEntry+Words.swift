import CalendarModel

/// What is said of a draft in the list, to be sanitised by whoever shows it.
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
  /// Why a name stands for no draft.
  package enum NotChosen: Error, Sendable, Hashable {
    case unknown(String)
    /// The drafts of one calendar at several addresses, by their numbers.
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

  /// The draft that is meant by a number of the list, counted from 1, the id of a calendar, or a
  /// file.
  package func chosen(by name: String) throws(NotChosen) -> DraftEntry {
    if let number = Int(name), indices.contains(number - 1) { return self[number - 1] }
    let found = indices.filter { index in
      self[index].isDraft(ofCalendar: name)
        || self[index].header?.source.isOfFile(named: name) == true
    }
    guard let first = found.first else { throw .unknown(name) }
    // What was set aside is chosen by its number, or where there is nothing else.
    let sound = found.filter { !self[$0].isSetAside }
    if sound.count == 1 { return self[sound[0]] }
    guard found.count == 1 else { throw .ambiguous(name, numbers: found.map { $0 + 1 }) }
    return self[first]
  }
}
