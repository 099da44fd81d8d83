/// Why a typed number with a unit is not understood, and where.
package struct QuantityError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case empty
    case numberMissing
    case negative
    case tooLarge
    /// More than four digits behind the point.
    case tooFine
    /// `1,500`: a point or a separator of thousands.
    case ambiguousComma
    case notUnderstood(String)
    case unitUnknown(String)
    /// `m` where minutes and months could be meant.
    case ambiguousUnit(String)
    /// A second number stands alone: `2 weeks 3`.
    case unitMissing
    /// Units repeat or go up: `30 min 1 h`.
    case unitOrder
    /// Months, which have no fixed length, beside shorter units.
    case mixedUnits
    case unitNotTaken(String)
    case notExact(String)
    /// The unit that cannot be changed is not one that can be counted in.
    case fixedUnitUnknown(String)
  }

  package let reason: Reason
  /// Where it stands, in characters from the start of the text.
  package let range: Range<Int>
  /// The units that are taken, in words: "minutes or hours".
  package let allowed: String

  /// What is wrong and what to write, in one sentence.
  package var message: String {
    switch reason {
    case .empty: "Write a number and a unit: \(allowed)."
    case .numberMissing: "A number is missing here."
    case .negative: "It cannot be less than 0."
    case .tooLarge: "The number is too large."
    case .tooFine: "Write at most four digits after the point."
    case .ambiguousComma: "Leave the comma out of thousands, or write a point: 1.5."
    case .notUnderstood(let text): "\(Wording.quoted(text)) is not understood here."
    case .unitUnknown(let text): "\(Wording.quoted(text)) is not a unit; write \(allowed)."
    case .ambiguousUnit(let text):
      "\(Wording.quoted(text)) could be minutes or months; write min or mo."
    case .unitMissing: "A unit is missing here; write \(allowed)."
    case .unitOrder: "Write the longer unit first, and each unit once."
    case .mixedUnits: "Months have no fixed length and cannot be added to other units."
    case .unitNotTaken(let unit): "\(unit.capitalizedFirst) are not allowed here; write \(allowed)."
    case .notExact(let text): "\(text) cannot be written exactly here; write \(allowed)."
    case .fixedUnitUnknown(let unit):
      "The unit is \(Wording.quoted(unit)) and cannot be changed; write the number alone."
    }
  }
}
