/// Whether something holds of a calendar, as far as its entry tells.
package enum Truth: Int, Sendable, Hashable, CaseIterable, Comparable {
  case no, unknown, yes

  init(_ holds: Bool) { self = holds ? .yes : .no }

  package static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

  /// The opposite; what is unknown stays so.
  package static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether all hold; a single one that does not decides.
  static func all(_ truths: some Sequence<Truth>) -> Truth {
    var worst = Truth.yes
    for truth in truths {
      if truth == .no { return .no }
      worst = min(worst, truth)
    }
    return worst
  }

  /// Whether any holds; a single one that does decides.
  static func any(_ truths: some Sequence<Truth>) -> Truth { !all(truths.lazy.map { !$0 }) }
}
