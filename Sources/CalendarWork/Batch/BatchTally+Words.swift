/// How far a run has come, in words and as a bar.
extension BatchTally {
  /// How many calendars ended how: "38 saved, 1 in conflict"; empty before the first one.
  package var sum: String { sum(of: BatchOutcome.Kind.allCases) }

  /// How many calendars did not come to what was wanted, by how they ended; empty where none did.
  package var shortfall: String {
    sum(of: BatchOutcome.Kind.allCases.filter { $0 != .saved && $0 != .unchanged })
  }

  private func sum(of kinds: [BatchOutcome.Kind]) -> String {
    kinds.filter { count($0) > 0 }.map { "\(count($0)) \($0.words)" }.joined(separator: ", ")
  }

  /// How far it has come, how fast it goes and how long it takes yet, as far as that can be told:
  /// "24/40", "4.8 a second", "4 s left".
  ///
  /// - Parameter now: in seconds, by the clock of ``begin(at:)``.
  package func progress(at now: Double) -> [String] {
    var parts = ["\(done)/\(total)"]
    if let rate = rate(at: now) {
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10) a second")
    }
    if let seconds = secondsLeft(at: now), left > 0 {
      parts.append(seconds < 90 ? "\(seconds) s left" : "\((seconds + 59) / 60) min left")
    }
    return parts
  }

  /// "[######----]  24/40  4.8 a second  4 s left", as far as there is room.
  ///
  /// - Parameters:
  ///   - parts: what stands behind the bar, the first of it at least; the second goes first.
  ///   - columns: how wide all of it may be; a bar needs five.
  package func bar(_ parts: [String], columns: Int) -> String {
    var parts = parts
    while parts.count > 1, parts.joined(separator: "  ").count + 12 > columns {
      parts.remove(at: 1)
    }
    let text = parts.joined(separator: "  ")
    let room = min(40, columns - text.count - 4)
    guard room >= 5 else { return String(text.prefix(max(0, columns))) }
    let full = total == 0 ? room : room * done / total
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full)
      + "]  " + text
  }
}

extension BatchOutcome.Kind {
  /// What is counted: "saved", "in conflict".
  package var words: String {
    switch self {
    case .saved: "saved"
    case .savedOtherwise: "saved otherwise"
    case .unchanged: "unchanged"
    case .refused: "refused"
    case .conflict: "in conflict"
    case .failed: "failed"
    case .unknown: "unknown"
    case .notDone: "not done"
    }
  }
}

extension BatchOutcome {
  /// How good it is, for the colour in which it is shown.
  package enum Grade: Sendable, Hashable {
    case good, idle, warning, bad
  }

  package var grade: Grade {
    switch kind {
    case .saved: isAsWanted ? .good : .warning
    case .unchanged: .idle
    case .savedOtherwise, .notDone: .warning
    case .refused, .conflict, .failed, .unknown: .bad
    }
  }
}
