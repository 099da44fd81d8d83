import JSON

/// A number as a person types it: `45`, `1.5`, `1,5`, `.5`, `040`, `-3`.
struct TypedNumber {
  enum Mistake: Error {
    case notANumber
    /// `1,500`: nobody can tell whether the comma is a point or stands between thousands.
    case ambiguousComma
  }

  private let isNegative: Bool
  /// Without zeros in front; empty for 0.
  private let whole: String
  /// What stands behind the point, as typed.
  private let fraction: String
  /// `e2`; empty where there is none.
  private let exponent: String

  init(_ text: String) throws(Mistake) {
    let power = text.firstIndex { $0 == "e" || $0 == "E" } ?? text.endIndex
    exponent = String(text[power...])
    isNegative = text.hasPrefix("-")
    let digits = text[..<power].dropFirst(isNegative ? 1 : 0)
    let parts = digits.split(omittingEmptySubsequences: false) { Self.isPoint($0) }
    guard let first = parts.first, let last = parts.last, parts.count <= 2, !last.isEmpty,
      parts.allSatisfy({ $0.allSatisfy(CharacterReader.isDigit) })
    else { throw .notANumber }
    whole = String(first.drop { $0 == "0" })
    fraction = parts.count == 2 ? String(last) : ""
    if digits.contains(","), fraction.count == 3 { throw .ambiguousComma }
    if JSONNumber("0" + exponent) == nil { throw .notANumber }
  }

  static func isPoint(_ character: Character) -> Bool { character == "." || character == "," }

  /// The number as JSON writes it, otherwise as it was typed: `0.50`, `1e2`.
  var json: JSONNumber? {
    JSONNumber(
      (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole)
        + (fraction.isEmpty ? "" : "." + fraction) + exponent)
  }

  /// How many digits stand before the point, zeros in front not counted.
  var wholeDigits: Int { whole.count }

  /// The number in units of the last of so many digits behind the point: 1.5 is 150 with two of
  /// them; nil where it has more digits there, or an exponent, or is too large to count.
  func scaled(digits count: Int) -> Int? {
    let significant = fraction.reversed().drop { $0 == "0" }.reversed()
    guard exponent.isEmpty, significant.count <= count else { return nil }
    let padding = String(repeating: "0", count: count - significant.count)
    return Int((isNegative ? "-" : "") + "0" + whole + String(significant) + padding)
  }
}
