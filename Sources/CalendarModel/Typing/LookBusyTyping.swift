import JSON

/// What somebody types for "look busy": `40%`, `on`, `off`.
package enum LookBusyTyping: Sendable, Hashable {
  case off
  /// With the share that is set.
  case on
  /// On, with a share of the slots in percent.
  case share(JSONNumber)

  /// Why a text is none of these.
  package struct Mistake: Error, Sendable, Hashable {
    package let message: String
  }

  package init(_ text: String) throws(Mistake) {
    let letters = FoldedText(text).letters.text
    var typed = text.trimmed
    for end in ["%", "percent"] where typed.lowercased().hasSuffix(end) {
      typed = String(typed.dropLast(end.count)).trimmed
      break
    }
    if typed == text.trimmed, QueryValues.offWords.contains(letters) {
      self = .off
    } else if letters != "1", QueryValues.onWords.contains(letters) {
      self = .on
    } else if let number = (try? TypedNumber(typed))?.json, number.double.isFinite {
      self = .share(number)
    } else {
      throw Mistake(message: "Write on, off, or a percentage as in 40%.")
    }
  }

  /// How it is typed.
  package var text: String {
    switch self {
    case .off: "off"
    case .on: "on"
    case .share(let number): "\(number.spelling)%"
    }
  }
}
