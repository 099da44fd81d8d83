/// What copying settings to a calendar does, or has done, field by field.
package struct CopyReport: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    /// The target has it already.
    case same
    /// What changes, in sentences: "Slot duration: 30 min → 45 min".
    case changed([String])
    /// It stays as it is; why, in a sentence.
    case skipped(String)
  }

  /// What becomes of one chosen field.
  package struct Line: Sendable, Hashable {
    package let key: String
    package let section: Section
    package let label: String
    package internal(set) var outcome: Outcome
    /// What is to be known about it, in sentences.
    package internal(set) var warnings: [String]

    package var isChanged: Bool { if case .changed = outcome { true } else { false } }
  }

  /// The chosen fields in the order of the form.
  package internal(set) var lines: [Line]

  /// Those that change.
  package var changed: [Line] { lines.filter(\.isChanged) }

  /// Those that differ and stay, each with the reason.
  package var skipped: [(line: Line, reason: String)] {
    lines.compactMap { line in
      if case .skipped(let reason) = line.outcome { (line, reason) } else { nil }
    }
  }

  /// "3 settings change, 1 cannot be copied", "Nothing differs".
  package var headline: String {
    let (changed, skipped) = (changed.count, skipped.count)
    if changed == 0, skipped == 0 { return "Nothing differs" }
    var parts: [String] = []
    if changed > 0 {
      parts.append("\(Wording.counted(changed, "setting")) \(changed == 1 ? "changes" : "change")")
    }
    if skipped > 0 { parts.append("\(skipped) cannot be copied") }
    return parts.joined(separator: ", ")
  }

  /// What happens, one sentence each: what changes, what does not and why, and what to know.
  package var sentences: [String] {
    lines.flatMap { line -> [String] in
      let warnings = line.warnings.map { "\(line.label): \($0)" }
      switch line.outcome {
      case .same: return warnings
      case .changed(let sentences): return sentences + warnings
      case .skipped(let reason): return ["\(line.label) is not copied: \(reason)"] + warnings
      }
    }
  }
}
