import JSON

/// Says conditions in words.
enum QueryWording {
  static func words(_ node: QueryNode) -> String {
    switch node {
    case .leaf(let condition): return words(condition)
    case .all(let nodes): return nodes.map { part($0, in: node) }.joined(separator: " and ")
    case .any(let nodes): return nodes.map { part($0, in: node) }.joined(separator: " or ")
    case .not(.leaf(.state(let isActive))): return isActive ? "not active" : "not a draft"
    case .not(.leaf(.open(let days))): return "is closed \(words(days, isClosed: true))"
    case .not(.leaf(.problems(let kind, .more(0)))): return "has no \(kind.rawValue)"
    case .not(.leaf(.governed)): return "no schedule governs it"
    case .not(.leaf(.words(let words, _))): return "does not have \(quoted(words))"
    case .not(.leaf(.lookBusy(let isOn))): return "look busy is \(isOn ? "off" : "on")"
    case .not(.leaf(.field(let places, .isSet(let isSet), _))):
      return "\(names(places)) \(isSet ? "is not set" : "is set")"
    case .not(.leaf(.field(let places, .isOn(let isOn), _))):
      return "\(names(places)) is \(isOn ? "off" : "on")"
    case .not(let inner): return "not (\(words(inner)))"
    }
  }

  /// What a condition is about: "team members", "look busy"; nil for words.
  static func subject(_ condition: QueryCondition) -> String? {
    switch condition {
    case .words, .problems: nil
    case .field(let places, _, _): names(places)
    case .state: "whether it is active"
    case .lookBusy, .hidden: "look busy"
    case .open: "the hours"
    case .governed: "the schedules"
    }
  }

  private static func part(_ node: QueryNode, in outer: QueryNode) -> String {
    switch (outer, node) {
    case (.all, .any), (.any, .all): "(\(words(node)))"
    default: words(node)
    }
  }

  private static func words(_ condition: QueryCondition) -> String {
    switch condition {
    case .words(let words, _): return "has \(quoted(words))"
    case .field(let places, let test, let phrase):
      let name = phrase.map { ", or is called \(Wording.quoted($0.text, length: 30))" } ?? ""
      return "\(names(places)) \(words(test, of: places))\(name)"
    case .state(let isActive): return isActive ? "active" : "a draft"
    case .lookBusy(let isOn): return "look busy is \(isOn ? "on" : "off")"
    case .hidden(let comparison):
      return "look busy is on and \(comparison.words { "\(number($0)) %" }.dropFirst(3))"
    case .problems(let kind, .more(0)): return "has \(kind.rawValue)"
    case .problems(let kind, let comparison):
      return "the number of \(kind.rawValue) \(comparison.words(number))"
    case .open(let days): return "is open \(words(days, isClosed: false))"
    case .governed: return "a schedule governs it"
    }
  }

  private static func words(_ days: OpenDays, isClosed: Bool) -> String {
    let text =
      switch days {
      case .dates(let dates): HoursWording.counted(dates)
      case .weekdays(let days): Wording.weekdays(days)
      }
    let isOne =
      switch days {
      case .dates(let dates): dates.count == 1
      case .weekdays(let days): days.count == 1
      }
    if isOne { return "on \(text)" }
    return isClosed ? "on all of \(text)" : "on at least one of \(text)"
  }

  private static func names(_ places: [FieldPlace]) -> String {
    var names: [String] = []
    for place in places where !names.contains(place.words) { names.append(place.words) }
    return names.prefix(2).joined(separator: " or ") + (names.count > 2 ? " …" : "")
  }

  private static func words(_ test: ValueTest, of places: [FieldPlace]) -> String {
    switch test {
    case .isOn(let isOn): return "is \(isOn ? "on" : "off")"
    case .isSet(let isSet): return isSet ? "is set" : "is not set"
    case .number(let comparison): return comparison.words(number)
    case .quantity(let comparison): return comparison.words(duration)
    case .count(let comparison): return "in number \(comparison.words(number).dropFirst(3))"
    case .contains(let text): return "has \(Wording.quoted(text.text, length: 30))"
    case .equals(let text): return "is \(Wording.quoted(text.text, length: 30))"
    case .choice(let values):
      let labels = values.map { Wording.value($0, of: places.first?.field) }
      return "is \(labels.joined(separator: " or "))"
    case .day(let days): return "has \(Wording.weekdays(days))"
    case .date(let days, let relation): return words(days, relation)
    }
  }

  private static func words(_ days: ClosedRange<CalendarDate>, _ relation: Relation) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    switch relation {
    case .less: return "is before \(first)"
    case .atMost: return "is at most \(last)"
    case .more: return "is after \(last)"
    case .atLeast: return "is at least \(first)"
    case .equal, .contains, .between:
      return first == last ? "is \(first)" : "is between \(first) and \(last)"
    }
  }

  private static func quoted(_ words: [FoldedText]) -> String {
    Wording.quoted(words.map(\.text).joined(separator: " "), length: 40)
  }

  /// "20", "1.5", "no limit".
  static func number(_ number: Double) -> String {
    guard number.isFinite else { return "no limit" }
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Minutes in the longest unit that says them in whole numbers: "30 minutes", "1 hour", "2 days".
  static func duration(_ minutes: Double) -> String {
    let units: [(TimeUnit, Double)] = TimeUnit.allCases.map { ($0, $0.roughMinutes) }
    let fitting = units.last {
      minutes >= $0.1 && minutes.truncatingRemainder(dividingBy: $0.1) == 0
    }
    let (unit, size) = fitting ?? (.mins, 1)
    let count = minutes / size
    return "\(number(count)) \(count == 1 ? String(unit.plural.dropLast()) : unit.plural)"
  }
}
