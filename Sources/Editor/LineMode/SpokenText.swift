import CalendarModel

/// What stands on a screen, as it is read aloud.
extension String {
  /// As it is read aloud: the marks between parts are pauses, and the signs between two values words,
  /// which a screen reader leaves out: "09:00 to 12:00", "30 min becomes 45 min".
  var asSpoken: String {
    let text = replacing(" › ", with: ", ").replacing(" · ", with: ", ")
      .replacing(" → ", with: " becomes ").replacing(Wording.lineBreak, with: " ")
    return text.contains("–") || text.contains("..") ? text.spokenRanges : text
  }

  /// A change of a review: "added: …" and "deleted: …" in the place of a plus and a minus.
  var changeInWords: String {
    let text = trimmedBlanks
    for (mark, words) in [("+ ", "added: "), ("- ", "deleted: ")] where text.hasPrefix(mark) {
      return words + text.dropFirst(mark.count)
    }
    return text
  }

  /// Several sentences or parts of one behind each other: "changed; Error: No. Warning: Perhaps."
  static func spoken(_ parts: [String]) -> String {
    parts.reduce(into: "") { text, part in
      guard !text.isEmpty else { return text = part }
      text += (text.last.map { ".!?".contains($0) } == true ? " " : "; ") + part
    }
  }

  /// What something is called, and what is said of it: "Mon: closed"; a sentence is not followed by a
  /// colon.
  static func spoken(_ name: String, _ text: String) -> String {
    if text.isEmpty { return name }
    return name + (name.last.map { ".!?".contains($0) } == true ? " " : ": ") + text
  }

  /// Ranges of times, weekdays and dates with "to" in the place of their sign; what people call
  /// something stays as they write it.
  private var spokenRanges: String {
    var text = ""
    var rest = self[...]
    while let next = rest.firstIndex(where: { $0 == "–" || $0 == "." }) {
      let length = rest[next] == "–" ? 1 : rest[next...].hasPrefix("..") ? 2 : 0
      let end = rest.index(next, offsetBy: max(1, length))
      text += rest[..<next]
      let isRange =
        length > 0 && String.isRange(from: text.lastToken, to: rest[end...].firstToken)
      text += isRange ? " to " : rest[next..<end]
      rest = rest[end...]
    }
    return text + rest
  }

  private var lastToken: Substring {
    self[(lastIndex { !$0.isPartOfMoment }.map(index(after:)) ?? startIndex)...]
  }

  private static func isRange(from first: Substring, to last: Substring) -> Bool {
    let days = (0..<7).map { Wording.weekdays([$0]) }
    if days.contains(where: { $0 == first }) { return days.contains { $0 == last } }
    return first.isMoment && last.first?.isWholeNumber == true
  }
}

extension Substring {
  fileprivate var firstToken: Substring { prefix { $0.isPartOfMoment } }

  /// Whether it is a time or a date: "09:00", "9am", "2026-12-24".
  fileprivate var isMoment: Bool {
    guard first?.isWholeNumber == true else { return false }
    return contains(":") || hasSuffix("am") || hasSuffix("pm") || count == 10 && contains("-")
  }
}

extension Character {
  fileprivate var isPartOfMoment: Bool { isLetter || isWholeNumber || self == ":" || self == "-" }
}
