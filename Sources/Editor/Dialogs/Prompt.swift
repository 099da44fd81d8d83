import CalendarModel
import CalendarWork
import JSON

/// What a prompt asks for.
enum Prompt: Sendable, Hashable {
  /// The dates that get the hours of a date.
  case copies(of: CalendarDate)
  /// Dates with their hours.
  case dates
  /// What is changed in some calendars.
  case changes([ListedPlace])
  /// The file that a text goes to.
  case file(WrittenText)

  /// What Enter is called in the key bar.
  var verb: String {
    switch self {
    case .copies: "Copy"
    case .dates: "Add"
    case .changes: "Plan"
    case .file: "Write"
    }
  }

  /// What is to be done with a text that means something.
  func commands(_ text: String, in editor: CalendarEditor) -> [DialogCommand] {
    switch self {
    case .copies, .dates: return [.answer(self, text)]
    case .changes(let places):
      let changes = try? CalendarChanges(typed: text, today: editor.today, format: editor.format)
      return changes.map { [.answer(self, text), .app(.plan(.changes($0), places))] } ?? []
    case .file(let written): return [.write(written, to: text.trimmed)]
    }
  }

  /// What is to be done with a text when the prompt is left.
  func commands(leaving text: String) -> [DialogCommand] {
    if case .changes = self { [.answer(self, text)] } else { [] }
  }

  /// What stands there at first.
  func text(in editor: CalendarEditor) -> String {
    if case .changes = self { editor.typedChanges } else { "" }
  }

  /// What a pasted text becomes in the line.
  func line(pasting text: String) -> String {
    guard case .changes = self else { return text }
    return CalendarChanges.parts(ofTyped: text).joined(separator: "; ")
  }

  func title(in editor: CalendarEditor) -> String {
    switch self {
    case .copies(let source):
      "Copy \(editor.document?.summary(of: source) ?? ""), to which dates?"
    case .dates: "Add dates with their hours"
    case .changes(let places): "What to change in \(Wording.counted(places.count, "calendar"))"
    case .file(let written): "\(written.title): to which file?"
    }
  }

  /// Says what a typed text means; only what means something can be taken.
  func read(_ text: String, in editor: CalendarEditor) -> TypedReading {
    if text.allSatisfy(\.isWhitespace) { return .nothing(hint: hint(editor)) }
    switch self {
    case .dates: return editor.dateReading(text)
    case .changes: return Self.reading(ofChanges: text, in: editor)
    case .file(let written):
      return .means("\(written.title) in \(text.trimmed)")
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

  private static func reading(
    ofChanges text: String, in editor: CalendarEditor
  ) -> TypedReading {
    do throws(CalendarChanges.Mistake) {
      let changes = try CalendarChanges(typed: text, today: editor.today, format: editor.format)
      return changes.isEmpty
        ? .problem("Nothing to change is named.", at: nil)
        : .means(changes.sentences.joined(separator: "; "))
    } catch {
      return .problem(error.message, at: nil)
    }
  }

  private func hint(_ editor: CalendarEditor) -> String {
    switch self {
    case .changes:
      "FIELD=VALUE, as in slotDuration=45 min; openHours.sat=closed; unset notes. Fields are "
        + "named as search knows them."
    case .file: "The path of a file; a new one, or one to replace after a question."
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
    // It stands there again when somebody comes back from the plan.
    case .changes: typedChanges = text
    case .file: break
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
