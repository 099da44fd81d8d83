import CalendarModel
import JSON
import TextUI

/// Texts that were typed and cannot be read: each stays on its line with its error until it is
/// corrected or dropped, and only sending waits for it.
struct UnfinishedTexts: Sendable {
  /// A line that hours are typed onto.
  enum Place: Sendable, Hashable {
    /// A weekday, 0 is Sunday.
    case day(Int)
    /// Dates that were chosen.
    case dates(ClosedRange<CalendarDate>)
  }

  /// In the order in which they were left.
  private(set) var texts: [(place: Place, text: String)] = []
  /// What was dropped last, with the revision of the document then; undo brings it back.
  private(set) var dropped: (place: Place, text: String, revision: Int)?

  var isEmpty: Bool { texts.isEmpty }

  subscript(place: Place) -> String? { texts.first { $0.place == place }?.text }

  mutating func keep(_ text: String, at place: Place) {
    texts.removeAll { $0.place == place }
    texts.append((place, text))
  }

  /// Takes a text out, to go on with it.
  mutating func take(at place: Place) -> String? {
    defer { texts.removeAll { $0.place == place } }
    return self[place]
  }

  mutating func drop(_ text: String, at place: Place, revision: Int) {
    texts.removeAll { $0.place == place }
    dropped = (place, text, revision)
  }

  /// Takes back what was dropped last, unless something else was done since.
  mutating func takeDropped(revision: Int) -> (place: Place, text: String)? {
    defer { dropped = nil }
    guard let dropped, dropped.revision == revision else { return nil }
    return (dropped.place, dropped.text)
  }

  func count(_ section: Section) -> Int { texts.count { $0.place.section == section } }
}

extension UnfinishedTexts.Place {
  var section: Section {
    switch self {
    case .day: .weeklyHours
    case .dates: .dateHours
    }
  }

  /// Where it is in a draft and in a walk through the problems: dates by the first of them.
  var path: JSONPath {
    switch self {
    case .day(let day): WeekHours.path.appending("\(day)")
    case .dates(let dates): DateIndex.path.appending("\(dates.lowerBound)")
    }
  }

  var title: String {
    switch self {
    case .day(let day): Wording.weekday(day)
    case .dates(let dates):
      dates.lowerBound == dates.upperBound
        ? "\(dates.lowerBound)" : "\(dates.lowerBound) to \(dates.upperBound)"
    }
  }
}

/// Texts that cannot be read yet.
extension CalendarEditor {
  /// Where what is typed now belongs; nil for a field, which takes every key over.
  var placeOfInput: UnfinishedTexts.Place? {
    switch input?.target {
    case .day(let day)?: .day(day)
    case .dates?: .dates(dates.cursor.selection)
    case .field?, nil: nil
    }
  }

  /// Keeps a text that cannot be read on its line, when the line is left.
  mutating func keepUnfinished() {
    guard let typed = input, typed.isPending, let place = placeOfInput else { return }
    unfinished.keep(typed.buffer.text, at: place)
    input = nil
  }

  /// Goes on with what was left on a line.
  mutating func resumeUnfinished(at place: UnfinishedTexts.Place, _ target: Input.Target) -> Bool {
    guard let text = unfinished.take(at: place) else { return false }
    var input = Input(target, text)
    input.isPending = true
    input.wasUnreadable = true
    self.input = input
    return true
  }

  /// The text that is being gone on with, as long as it cannot be read.
  private var resumed: (place: UnfinishedTexts.Place, text: String)? {
    guard let input, input.wasUnreadable, input.isPending, let place = placeOfInput,
      problem(of: input.buffer.text, at: place) != nil
    else { return nil }
    return (place, input.buffer.text)
  }

  /// How many texts on lines of days and dates count as errors: one that is typed for the first time is
  /// not wrong yet.
  var unfinishedCount: Int { unfinished.texts.count + (resumed == nil ? 0 : 1) }

  /// The same in one section.
  func unfinishedCount(in section: Section) -> Int {
    unfinished.count(section) + (resumed?.place.section == section ? 1 : 0)
  }

  /// Drops what is typed; undo brings it back.
  mutating func dropInput() {
    guard let typed = input, let place = placeOfInput else { return }
    input = nil
    guard typed.isPending, !typed.buffer.text.isEmpty else { return }
    unfinished.drop(typed.buffer.text, at: place, revision: document?.revision ?? 0)
    let undo = display.isSpoken ? "undo".inQuotes : "Undo"
    say("Discarded \(typed.buffer.text.inQuotes); \(undo) brings it back.")
  }

  /// Brings back what was dropped last, when that was the last thing done.
  mutating func undoDrop() -> Bool {
    guard let (place, text) = unfinished.takeDropped(revision: document?.revision ?? 0) else {
      return false
    }
    unfinished.keep(text, at: place)
    go(toUnfinished: place)
    say("Undone: \"\(text)\" is back.")
    return true
  }

  mutating func go(toUnfinished place: UnfinishedTexts.Place) {
    go(toPlace: place.path)
    guard case .dates(let dates) = place else { return }
    self.dates.cursor.mark(dates)
    if dates.lowerBound == dates.upperBound { self.dates.cursor.unmark() }
  }

  /// Goes to a text that cannot be read, and says what is wrong with it, before anything is done with
  /// the changes.
  ///
  /// - Returns: whether there is one.
  mutating func stopAtUnfinished() -> Bool {
    leaveInput()
    guard !unfinished.isEmpty || document?.unreadableTexts.isEmpty == false else { return false }
    goToUnreadable()
    return true
  }

  /// Goes to the first text that cannot be read, and says what is wrong with it.
  mutating func goToUnreadable() {
    let lead = "Correct this first: "
    if let first = unfinished.texts.first {
      go(toUnfinished: first.place)
      syncInput()
      sayInputProblem(after: lead)
    } else if let first = document?.unreadableTexts.first {
      jump { $0.go(to: first.path) }
      say(lead + "\(Wording.quoted(first.text, length: 60)) cannot be read.", .problem)
    }
  }

  /// What is wrong with a text on a line; nil when it can be read.
  func problem(of text: String, at place: UnfinishedTexts.Place) -> HoursError? {
    do throws(HoursError) {
      switch place {
      case .day(let day): _ = try WeekTyping(text, day: day)
      case .dates(let chosen):
        _ = try DateTyping(
          text, chosen: chosen, today: today, month: chosen.lowerBound)
      }
      return nil
    } catch {
      return error
    }
  }
}
