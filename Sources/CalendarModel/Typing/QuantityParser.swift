import JSON

/// Reads `45`, `45 min`, `1.5 h`, `1h30`, `2 weeks` for one field.
struct QuantityParser {
  let field: QuantityField
  /// The unit that the calendar has now.
  let present: String?
  /// The units that the service takes, shortest first.
  let units: [TimeUnit]

  /// A number with its unit as typed.
  private struct Part {
    /// In ten-thousandths.
    var amount: Int
    var numberRange: Range<Int>
    var word: String?
    var wordRange: Range<Int>
  }

  /// What a word for a unit means: so many minutes, or so many months.
  private struct Meaning {
    let size: Int
    let isMonths: Bool
    let plural: String

    init(_ unit: TimeUnit) {
      size = unit.minutes ?? 1
      isMonths = unit.minutes == nil
      plural = unit.plural
    }

    private init(years: Void) {
      size = 12
      isMonths = true
      plural = "years"
    }

    static let years = Meaning(years: ())
  }

  private static let scale = 10_000

  private static let words: [String: Meaning] = {
    let units: [(Meaning, String)] = [
      (Meaning(.mins), "min mins minute minutes"), (Meaning(.hours), "h hr hrs hour hours"),
      (Meaning(.days), "d day days"), (Meaning(.weeks), "w wk wks week weeks"),
      (Meaning(.months), "mo mos mth mths month months"), (.years, "y yr yrs year years"),
    ]
    return Dictionary(
      uniqueKeysWithValues: units.flatMap { meaning, words in
        words.split(separator: " ").map { (String($0), meaning) }
      })
  }()

  func parse(_ text: String) throws(QuantityError) -> Quantity {
    let parts = try self.parts(of: Array(text))
    guard let last = parts.last, let first = parts.first else {
      throw error(.empty, 0..<text.count)
    }
    if parts.count == 1, isPresentUnit(last.word) {
      return Quantity(Self.number(last.amount), present)
    }
    let meanings = try self.meanings(of: parts)
    guard let smallest = meanings.last else { throw error(.empty, 0..<text.count) }
    let total = zip(parts, meanings).reduce(0) { $0 + $1.0.amount * $1.1.size }
    let range = first.numberRange.lowerBound..<last.wordRange.upperBound
    return try fit(total, smallest, range, words: "\(text.trimmed)")
  }

  /// What a typed amount comes to in minutes, whatever units the service takes; a month has 30.4375
  /// days.
  ///
  /// The beginning of a unit counts for it where it is clear: `30 mi`.
  /// - Parameter usual: the unit of a number that has none.
  func measured(_ text: String, or usual: TimeUnit) throws(QuantityError) -> Double {
    var parts = try self.parts(of: Array(text))
    guard !parts.isEmpty else { throw error(.empty, 0..<text.count) }
    for index in parts.indices {
      guard let word = parts[index].word, word != "m", Self.words[word] == nil else { continue }
      let longer = Self.words.filter { $0.key.hasPrefix(word) }
      guard let first = longer.first, Set(longer.values.map(\.plural)).count == 1 else { continue }
      parts[index].word = first.key
    }
    if parts.count == 1, parts[0].word == nil {
      return Double(parts[0].amount) / Double(Self.scale) * usual.roughMinutes
    }
    let meanings = try self.meanings(of: parts)
    return zip(parts, meanings).reduce(0) { sum, part in
      let minutes = Double(part.1.size) * (part.1.isMonths ? TimeUnit.monthMinutes : 1)
      return sum + Double(part.0.amount) / Double(Self.scale) * minutes
    }
  }

  /// Whether no unit is typed, or the very one that the calendar has.
  private func isPresentUnit(_ word: String?) -> Bool {
    guard let word else { return true }
    guard let present, TimeUnit(rawValue: present) == nil else { return false }
    return word == present.lowercased()
  }

  private func error(_ reason: QuantityError.Reason, _ range: Range<Int>) -> QuantityError {
    let taken =
      field.isUnitFixed
      ? [present.flatMap(TimeUnit.init(rawValue:)) ?? .mins] : units
    return QuantityError(reason: reason, range: range, allowed: TimeUnit.listed(taken))
  }

  // MARK: Reading

  private func parts(of text: [Character]) throws(QuantityError) -> [Part] {
    var parts: [Part] = []
    var reader = CharacterReader(text)
    reader.skipBlanks()
    while let next = reader.peek() {
      let start = reader.index
      if next == "-" || next == "−" { throw error(.negative, start..<start + 1) }
      reader.skip { CharacterReader.isDigit($0) || TypedNumber.isPoint($0) }
      if reader.index == start {
        if next.isLetter, parts.isEmpty { throw error(.numberMissing, start..<start) }
        let place = start..<text.count
        throw error(.notUnderstood(reader.text(place)), place)
      }
      let end = reader.index
      var part = Part(
        amount: try amount(reader.text(from: start), at: start), numberRange: start..<end,
        word: nil, wordRange: end..<end)
      reader.skipBlanks()
      let wordStart = reader.index
      let word = reader.word()
      if !word.isEmpty {
        part.word = word
        part.wordRange = wordStart..<reader.index
        reader.skip(".")
      }
      parts.append(part)
      reader.skipBlanks()
    }
    return parts
  }

  /// The number in ten-thousandths.
  private func amount(_ text: String, at start: Int) throws(QuantityError) -> Int {
    let range = start..<start + text.count
    let number: TypedNumber
    do throws(TypedNumber.Mistake) {
      number = try TypedNumber(text)
    } catch {
      throw self.error(error == .ambiguousComma ? .ambiguousComma : .notUnderstood(text), range)
    }
    if number.wholeDigits > 9 { throw error(.tooLarge, range) }
    guard let amount = number.scaled(digits: 4) else { throw error(.tooFine, range) }
    return amount
  }

  // MARK: Units

  private func meanings(of parts: [Part]) throws(QuantityError) -> [Meaning] {
    var meanings: [Meaning] = []
    for (index, part) in parts.enumerated() {
      let meaning = try self.meaning(
        of: part, after: meanings.last, isLast: index == parts.count - 1)
      if let previous = meanings.last {
        let range = part.wordRange.isEmpty ? part.numberRange : part.wordRange
        if previous.isMonths != meaning.isMonths { throw error(.mixedUnits, range) }
        if previous.size <= meaning.size { throw error(.unitOrder, range) }
      }
      meanings.append(meaning)
    }
    return meanings
  }

  private func meaning(
    of part: Part, after previous: Meaning?, isLast: Bool
  ) throws(QuantityError) -> Meaning {
    let isAfterHours = previous.map { !$0.isMonths && $0.size == 60 } ?? false
    guard let word = part.word else {
      // 1h30
      if isAfterHours, isLast, part.amount < 60 * Self.scale, part.amount % Self.scale == 0 {
        return Meaning(.mins)
      }
      throw error(.unitMissing, part.numberRange)
    }
    if word == "m" {
      let isClear = !units.contains(.months) || isAfterHours
      guard isClear else { throw error(.ambiguousUnit(word), part.wordRange) }
      return Meaning(.mins)
    }
    guard let meaning = Self.words[word] else {
      throw error(.unitUnknown(word), part.wordRange)
    }
    return meaning
  }

  /// Finds the unit in which the amount can be written.
  private func fit(
    _ total: Int, _ typed: Meaning, _ range: Range<Int>, words: String
  ) throws(QuantityError) -> Quantity {
    func amount(in unit: TimeUnit) -> Int? {
      let meaning = Meaning(unit)
      guard meaning.isMonths == typed.isMonths, total % meaning.size == 0 else { return nil }
      return total / meaning.size
    }
    func isWhole(_ unit: TimeUnit) -> Bool {
      amount(in: unit).map { $0 % Self.scale == 0 } ?? false
    }
    let known = present.flatMap(TimeUnit.init(rawValue:))
    if field.isUnitFixed {
      if let present, known == nil { throw error(.fixedUnitUnknown(present), range) }
      let unit = known ?? .mins
      if Meaning(unit).isMonths != typed.isMonths {
        throw error(.unitNotTaken(typed.plural), range)
      }
      guard let amount = amount(in: unit) else { throw error(.notExact(words), range) }
      return Quantity(Self.number(amount), present)
    }
    let comparable = units.filter { Meaning($0).isMonths == typed.isMonths }
    if comparable.isEmpty { throw error(.unitNotTaken(typed.plural), range) }
    let asTyped = comparable.first { Meaning($0).size == typed.size }
    let asPresent = known.flatMap { comparable.contains($0) && isWhole($0) ? $0 : nil }
    // Parts of hours are common; parts of days are not what anybody means.
    let converted =
      comparable.last(where: isWhole)
      ?? comparable.first { $0 == .hours && amount(in: $0) != nil }
    guard let unit = asTyped ?? asPresent ?? converted, let amount = amount(in: unit) else {
      throw error(.notExact(words), range)
    }
    return Quantity(Self.number(amount), unit.rawValue)
  }

  private static func number(_ amount: Int) -> JSONNumber {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: scale)
    if rest == 0 { return JSONNumber(whole) }
    var fraction = String(String(scale + rest).dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    return JSONNumber("\(whole).\(fraction)") ?? JSONNumber(whole)
  }
}
