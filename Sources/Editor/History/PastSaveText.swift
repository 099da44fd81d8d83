import CalendarModel
import JSON
import TextUI

/// What a save changed, in the sentences of the review.
enum PastSaveText {
  private typealias Line = TextDialog.Line

  /// - Parameters:
  ///   - names: what ids stand for.
  ///   - format: how times and weeks are said.
  ///   - key: the key that restores what was there before.
  static func lines(
    _ save: PastSave, _ contents: PastSave.Contents, names: [String: String],
    in format: LocalFormat = .standard, restoredBy key: String
  ) -> [TextDialog.Line] {
    func sentences(_ before: JSONValue, _ after: JSONValue) -> [Line] {
      ReviewLine.sentences(from: before, to: after, names: names, in: format)
        .map { Line(text: "  \($0)", hanging: 2) }
    }
    let asked = contents.asked
    var lines = [Line(text: save.head, hanging: 2), Line(text: "")]
    if let after = contents.after {
      let changed = sentences(contents.before, after)
      lines += part("Before the save → after it", changed, whenEmpty: "Nothing changed.")
      let otherwise = sentences(asked, after)
      if !otherwise.isEmpty {
        lines += part("As it was sent → as it was after the save", otherwise)
      }
    } else {
      lines += [Line(text: "What the service held after the save is not known."), Line(text: "")]
      lines += part(
        "Before the save → as it was sent", sentences(contents.before, asked),
        whenEmpty: "The update had no changes.")
    }
    if !contents.notes.isEmpty {
      lines += part(
        "Schedules", contents.notes.map { Line(text: "  \($0)", hanging: 2) })
    }
    if !contents.withheld.isEmpty {
      let names = contents.withheld.map { CalendarSchema.field($0)?.label ?? $0 }
      lines += part(
        "Not in the record, because they held the token", names.map { Line(text: "  \($0)") })
    }
    lines.append(
      Line(
        text:
          "\(key) restores the values from before the save, as changes that you review and save.",
        role: .hint))
    return lines
  }

  private static func part(_ title: String, _ lines: [Line], whenEmpty: String = "") -> [Line] {
    [Line(text: title, role: .heading)]
      + (lines.isEmpty ? [Line(text: "  \(whenEmpty)")] : lines) + [Line(text: "")]
  }
}
