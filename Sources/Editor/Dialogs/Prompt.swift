import CalendarModel
import JSON

/// What a prompt asks for.
enum Prompt: Sendable, Hashable {
  /// The dates that get the hours of a date.
  case copies(of: CalendarDate)
  /// Dates with their hours.
  case dates

  /// What Enter is called in the key bar.
  var verb: String {
    switch self {
    case .copies: "Copy"
    case .dates: "Add"
    }
  }

  func title(in editor: CalendarEditor) -> String {
    switch self {
    case .copies(let source):
      "Copy \(editor.document?.summary(of: source) ?? ""), to which dates?"
    case .dates: "Add dates with their hours"
    }
  }

  /// Says what a typed text means; only what means something can be taken.
  func read(_ text: String, in editor: CalendarEditor) -> TypedReading {
    if text.allSatisfy(\.isWhitespace) { return .nothing(hint: hint(editor)) }
    switch self {
    case .dates: return editor.dateReading(text)
    case .copies(let source):
      do throws(HoursError) {
        let targets = try DateCommand.dates(text, today: editor.today, month: source)
        let effect = editor.document?.effect(ofCopying: source, to: targets) ?? ""
        return .means(DateTyping.named(targets) + (effect.isEmpty ? "" : "; " + effect))
      } catch {
        return .problem(error.message(in: editor.format), at: error.place)
      }
    }
  }

  private func hint(_ editor: CalendarEditor) -> String {
    switch self {
    case .copies: "Dates, as in 2026-12-24..31, 6 Jan, 12-30."
    case .dates:
      "Dates and hours, as in 24-31 Dec closed, or 6 Jan "
        + HoursText.short(HoursText.shortExample, in: editor.format) + "."
    }
  }
}

extension CalendarEditor {
  /// Does what a prompt was asked for.
  mutating func answer(_ prompt: Prompt, _ text: String) {
    switch prompt {
    case .dates: _ = takeDates(text)
    case .copies(let source):
      guard let targets = try? DateCommand.dates(text, today: today, month: source) else { return }
      var isChanged = false
      change(DateIndex.path) { isChanged = $0.copyDateHours(of: source, to: targets) }
      say(
        isChanged
          ? "Copied to \(DateTyping.named(targets))." : "These dates have these hours already.")
    }
  }
}
