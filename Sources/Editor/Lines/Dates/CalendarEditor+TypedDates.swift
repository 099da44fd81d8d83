import CalendarModel
import JSON

/// What is typed onto the chosen dates: hours, or dates with their hours.
extension CalendarEditor {
  /// Whether entries can be added: there is a list, or nothing yet.
  var canEditDates: Bool {
    let list = document?[DateIndex.path]
    return list?.array != nil || list?.isNull ?? true
  }

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
      return .problem(error.message(in: format), at: error.place)
    }
  }

  /// What typed dates or hours would do, in words, with the entries that they replace.
  private func summary(of typing: DateTyping) -> String {
    document?.summary(of: typing, today: today) ?? typing.summary(today: today, in: format)
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
          : "Nothing to change: \(typing.summary(today: today, in: format)).")
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
