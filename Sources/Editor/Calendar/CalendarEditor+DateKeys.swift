import CalendarModel
import JSON
import TextUI

/// The keys of the month: it is moved in, days are marked, and hours are typed onto them.
extension CalendarEditor {
  mutating func monthKey(_ key: Key) -> [Effect]? {
    if input?.target == .dates { return typedDatesKey(key) }
    if let move = Self.move(key, today: today) {
      move(&dates.cursor)
      return []
    }
    switch key {
    case .space:
      if dates.cursor.anchor == nil { dates.cursor.mark() } else { dates.cursor.unmark() }
    case .escape where dates.cursor.anchor != nil: dates.cursor.unmark()
    case .enter: openChosenDate()
    default:
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      guard canEditDates else {
        say("The dates are no list; unset them first (Ctrl-X on the line above).", .problem)
        return []
      }
      input = Input(.dates, String(typed))
      input?.isPending = true
    }
    return []
  }

  /// The keys of an entry beside the month: what is typed there is typed onto its day.
  mutating func dateRowKey(_ key: Key) -> [Effect]? {
    guard let line = layout.monthLine, let row = focusedItem?.row?.index else { return nil }
    let isTyped = key.typed.map { $0.isLetter || $0.isNumber } ?? false
    guard key == .left || isTyped && document?.dateHours.date(ofRow: row) != nil else {
      return nil
    }
    focus(line: line)
    return isTyped ? monthKey(key) : []
  }

  /// What a key does to the cursor; nil for every other key.
  private static func move(
    _ key: Key, today: CalendarDate
  ) -> ((inout DateCursor) -> Void)? {
    switch key {
    case .left: { $0.move(days: -1) }
    case .right: { $0.move(days: 1) }
    case .up: { $0.move(weeks: -1) }
    case .down: { $0.move(weeks: 1) }
    case .pageUp: { $0.move(months: -1) }
    case .pageDown: { $0.move(months: 1) }
    case .home: { $0.go(to: today) }
    default: nil
    }
  }

  /// Whether entries can be added: there is a list, or nothing yet.
  var canEditDates: Bool {
    let list = document?[DateIndex.path]
    return list?.array != nil || list?.isNull ?? true
  }

  private mutating func typedDatesKey(_ key: Key) -> [Effect]? {
    guard var typed = input else { return nil }
    switch key {
    case .enter:
      if !commitInput() { sayInputProblem() }
      return []
    case .escape, .control("x"), .control("z"):
      input = nil
      say("What was typed is dropped.")
      return []
    case .control("d"): return nil
    case .up, .down, .pageUp, .pageDown:
      guard leaveInput(for: key), let move = Self.move(key, today: today) else { return [] }
      move(&dates.cursor)
      return []
    default: break
    }
    guard typed.buffer.handle(key) != .ignored else { return nil }
    input = typed.buffer.characters.isEmpty ? nil : typed
    return []
  }

  /// Puts a pasted text onto the chosen dates.
  mutating func pasteDates(_ text: String) {
    var typed = input ?? Input(.dates, "")
    typed.buffer.insert(text)
    typed.isPending = true
    input = typed.buffer.characters.isEmpty ? nil : typed
  }

  // MARK: What is typed

  /// What a text means that is typed onto the chosen dates.
  func dateTyping(_ text: String) throws(HoursError) -> DateTyping {
    try DateTyping(
      text, chosen: dates.cursor.selection, today: today, month: dates.cursor.date)
  }

  /// What a text means, as it is shown while it is typed.
  func dateReading(_ text: String) -> TypedReading {
    do throws(HoursError) {
      return .means(summary(of: try dateTyping(text)))
    } catch {
      return .problem(error.message, at: error.place)
    }
  }

  /// What typed dates or hours would do, in words, with the entries that they replace.
  private func summary(of typing: DateTyping) -> String {
    document?.summary(of: typing, today: today) ?? typing.summary(today: today)
  }

  /// Does what is typed: sets hours, or goes to a date.
  ///
  /// - Returns: false when it cannot be understood.
  mutating func takeDates(_ text: String) -> Bool {
    guard let typing = try? dateTyping(text) else { return false }
    input = nil
    switch typing {
    case .dates(let dates): choose(dates)
    case .hours(let command):
      let summary = summary(of: typing)
      var isChanged = false
      change(DateIndex.path) {
        isChanged = $0.setDateHours(command.ranges, on: command.dates)
      }
      if command.dates == dates.cursor.dates {
        dates.cursor.unmark()
      } else {
        choose(Array(command.dates.prefix(1)))
      }
      say(
        isChanged
          ? summary + "."
          : "Nothing to change: \(typing.summary(today: today)).")
    }
    return true
  }

  /// Chooses dates: the first of them, or all when they are a run.
  private mutating func choose(_ chosen: [CalendarDate]) {
    guard let first = chosen.first, let last = chosen.last else { return }
    dates.cursor.unmark()
    let isRun = last.daysSinceEpoch - first.daysSinceEpoch == chosen.count - 1
    dates.cursor.mark(first...(isRun ? last : first))
  }
}
