/// A JSON number, kept as it was written.
package struct JSONNumber: Sendable, Hashable {
  /// The literal: `30`, `30.0`, `0.50`, `1e1`, `9007199254740993`.
  package let spelling: String

  /// Makes the number of an integer.
  package init(_ value: Int) { spelling = String(value) }

  /// Reads a number as a person types it, by JSON's grammar; nil when it is none.
  package init?(_ text: String) {
    let extent = Self.extent(in: text.utf8[...])
    guard extent.isWhole, extent.end == text.utf8.endIndex else { return nil }
    spelling = text
  }

  init(checked spelling: String) { self.spelling = spelling }

  /// The nearest double; infinite where the number is too large for one.
  package var double: Double { shortWhole ?? Double(spelling) ?? .nan }

  /// The value of a few digits, which every double holds exactly; nil for any other spelling.
  private var shortWhole: Double? {
    guard (1...15).contains(spelling.utf8.count) else { return nil }
    var value = 0
    for byte in spelling.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return Double(value)
  }

  /// The whole number this literal stands for, exactly; nil with a fraction or outside `Int`.
  package var int: Int? {
    if let plain = Int(spelling) { return plain }
    let decimal = Decimal(spelling)
    guard let exponent = decimal.exponent, exponent >= 0, exponent < 20 else { return nil }
    return Int(
      (decimal.isNegative ? "-" : "") + (decimal.digits.isEmpty ? "0" : decimal.digits)
        + String(repeating: "0", count: exponent))
  }

  /// Whether both literals stand for the same number, without rounding.
  package func isEquivalent(to other: JSONNumber) -> Bool {
    spelling == other.spelling || Decimal(spelling) == Decimal(other.spelling)
  }

  /// How far a number reaches from the start of some bytes, by JSON's grammar.
  ///
  /// - Returns: where it ends, or where the first digit is missing; and whether it is whole.
  static func extent<Bytes: Collection<UInt8>>(
    in bytes: Bytes
  ) -> (end: Bytes.Index, isWhole: Bool) where Bytes.SubSequence == Bytes {
    var rest = bytes
    func take(_ scalars: Unicode.Scalar...) -> Bool {
      guard let first = rest.first, scalars.contains(where: { UInt8(ascii: $0) == first }) else {
        return false
      }
      rest = rest.dropFirst()
      return true
    }
    func digits() -> Bool {
      let start = rest.startIndex
      rest = rest.drop { (0x30...0x39).contains($0) }
      return rest.startIndex != start
    }
    _ = take("-")
    if !take("0"), !digits() { return (rest.startIndex, false) }
    if take("."), !digits() { return (rest.startIndex, false) }
    if take("e", "E") {
      _ = take("+", "-")
      if !digits() { return (rest.startIndex, false) }
    }
    return (rest.startIndex, true)
  }
}

/// A number as significant digits and a power of ten, for comparing literals exactly.
private struct Decimal: Equatable {
  var isNegative = false
  /// Without leading or trailing zeros; empty for zero.
  var digits = ""
  /// The power of ten of the last digit; nil where no `Int` holds it, and ``huge`` has its digits.
  var exponent: Int?
  var huge: [Int] = []
  var isHugeNegative = false

  init(_ spelling: String) {
    let body: Substring
    isNegative = spelling.hasPrefix("-")
    body = spelling.dropFirst(isNegative ? 1 : 0)
    let parts = body.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var significant = (String(mantissa[0]) + String(fraction)).drop { $0 == "0" }
    var power = -fraction.count
    while significant.last == "0" {
      significant.removeLast()
      power += 1
    }
    digits = String(significant)
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    } else if parts.count == 1 {
      exponent = power
    } else {
      let isBelowZero = parts[1].hasPrefix("-")
      let written = parts[1].drop { "+-0".contains($0) }
      if written.isEmpty {
        exponent = power
      } else if written.utf8.count < 18, let count = Int(written) {
        exponent = power + (isBelowZero ? -count : count)
      } else {
        isHugeNegative = isBelowZero
        huge = Self.sum(of: written, and: isBelowZero ? -power : power)
      }
    }
  }

  /// The digits of a long number with a short one added, the last digit first.
  private static func sum(of digits: Substring, and short: Int) -> [Int] {
    var carry = short
    var sum: [Int] = []
    for digit in digits.utf8.reversed() {
      let place = Int(digit) - 0x30 + carry
      let kept = (place % 10 + 10) % 10
      sum.append(kept)
      carry = (place - kept) / 10
    }
    while carry > 0 {
      sum.append(carry % 10)
      carry /= 10
    }
    while sum.last == 0 { sum.removeLast() }
    return sum
  }
}
