/// What a number is compared with.
enum Comparison: Sendable, Hashable {
  case less(Double), atMost(Double), equal(Double), atLeast(Double), more(Double)
  /// Both ends count.
  case between(Double, Double)

  init(_ relation: Relation, _ number: Double) {
    switch relation {
    case .less: self = .less(number)
    case .atMost: self = .atMost(number)
    case .more: self = .more(number)
    case .atLeast: self = .atLeast(number)
    case .equal, .contains, .between: self = .equal(number)
    }
  }

  func holds(_ number: Double) -> Bool {
    switch self {
    case .less(let limit): number < limit
    case .atMost(let limit): number <= limit
    case .equal(let wanted): number == wanted
    case .atLeast(let limit): number >= limit
    case .more(let limit): number > limit
    case .between(let low, let high): low <= number && number <= high
    }
  }

  /// "is more than 30 minutes".
  func words(_ number: (Double) -> String) -> String {
    switch self {
    case .less(let limit): "is less than \(number(limit))"
    case .atMost(let limit): "is at most \(number(limit))"
    case .equal(let wanted): "is \(number(wanted))"
    case .atLeast(let limit): "is at least \(number(limit))"
    case .more(let limit): "is more than \(number(limit))"
    case .between(let low, let high): "is between \(number(low)) and \(number(high))"
    }
  }
}

/// How a field and a value stand to each other in a typed condition.
enum Relation: Sendable, Hashable {
  case equal, less, atMost, more, atLeast, contains, between
}

/// What stands between a field and its value: `>`, `is not`, `at least`.
struct QueryOperator: Sendable, Hashable {
  let relation: Relation
  var isNegated = false

  /// Signs, the longer ones first.
  private static let signs: [(sign: [Character], operation: QueryOperator)] = {
    let signs: KeyValuePairs<String, QueryOperator> = [
      "<=": .init(relation: .atMost), "=<": .init(relation: .atMost),
      ">=": .init(relation: .atLeast), "=>": .init(relation: .atLeast),
      "!=": .init(relation: .equal, isNegated: true),
      "<>": .init(relation: .equal, isNegated: true), "==": .init(relation: .equal),
      "≤": .init(relation: .atMost), "≥": .init(relation: .atLeast),
      "≠": .init(relation: .equal, isNegated: true), "<": .init(relation: .less),
      ">": .init(relation: .more), "=": .init(relation: .equal), ":": .init(relation: .contains),
      "~": .init(relation: .contains),
    ]
    return signs.map { (Array($0.key), $0.value) }
  }()

  /// Words, the longer ones first.
  private static let words: [(words: [String], operation: QueryOperator)] = {
    let words: [(Relation, String)] = [
      (
        .less,
        "less than;fewer than;shorter than;smaller than;lower than;earlier than;under;below;before"
      ),
      (.atMost, "at most;no more than;not more than;up to;until"),
      (
        .more,
        "more than;longer than;greater than;larger than;higher than;later than;over;above;after"
      ),
      (.atLeast, "at least;no less than;not less than;since"),
      (.equal, "equal to;equals;exactly"),
      (.contains, "contains;containing;includes;including;like;has;with"), (.between, "between"),
    ]
    return words.flatMap { relation, list in
      list.split(separator: ";").map {
        ($0.split(separator: " ").map(String.init), QueryOperator(relation: relation))
      }
    }.sorted { $0.0.count > $1.0.count }
  }()

  /// The characters that signs are made of.
  static let characters: Set<Character> = Set(signs.flatMap(\.sign))

  /// The signs that nothing but a condition has; a colon stands in many names.
  static let telling: Set<Character> = ["<", ">", "=", "≤", "≥", "≠"]

  /// Reads the operator that stands here; nil, and nothing is read, where none does.
  init?(_ reader: inout CharacterReader) {
    reader.skipBlanks()
    let start = reader.index
    if let found = Self.signs.first(where: { reader.isAt($0.sign) }) {
      reader.index += found.sign.count
      self = found.operation
      return
    }
    var isNegated = false
    var isThere = false
    if reader.skip(phrase: ["isn't"]) || reader.skip(phrase: ["isnt"]) {
      (isNegated, isThere) = (true, true)
    } else {
      isThere = reader.skip(phrase: ["is"]) || reader.skip(phrase: ["are"])
    }
    if let found = Self.words.first(where: { reader.skip(phrase: $0.words) }) {
      self.init(relation: found.operation.relation, isNegated: isNegated)
    } else if reader.skip(phrase: ["not"]) {
      // "not set" is a value.
      var ahead = reader
      if ahead.skip(phrase: ["set"]) {
        reader.index = start
        if isThere { _ = reader.skip(phrase: ["is"]) || reader.skip(phrase: ["are"]) }
        guard isThere else { return nil }
        self.init(relation: .equal)
      } else {
        self.init(relation: .equal, isNegated: !isNegated)
      }
    } else if isThere {
      self.init(relation: .equal, isNegated: isNegated)
    } else {
      reader.index = start
      return nil
    }
  }

  init(relation: Relation, isNegated: Bool = false) {
    (self.relation, self.isNegated) = (relation, isNegated)
  }
}

extension CharacterReader {
  func isAt(_ sign: [Character]) -> Bool {
    sign.indices.allSatisfy { peek($0) == sign[$0] }
  }

  /// Reads some words with blanks between them, and the blanks before the first; they have to end
  /// where a word ends.
  mutating func skip(phrase words: [String]) -> Bool {
    var ahead = self
    for word in words {
      ahead.skipBlanks()
      for letter in word {
        guard let next = ahead.peek(), next == letter || next.lowercased() == String(letter) else {
          return false
        }
        ahead.index += 1
      }
      if let next = ahead.peek(), next.isLetter || next.isNumber || next == "'" { return false }
    }
    self = ahead
    return true
  }
}
