import CalendarModel
import CalendarWork
import State

/// How a run is told from others.
enum RunWords {
  /// The command that began it, with what it changes: "set @Studio --filter 'type personal' (Slot
  /// duration: 45 min)".
  static func command(_ header: RunHeader) -> String {
    let written = header.command.map {
      ([$0.verb] + $0.selection.map(quoted)).joined(separator: " ")
    }
    let verb: String
    switch header.work {
    case .changes: verb = SetCommand.verb
    case .copy: verb = CopyCommand.verb
    case .restore, .restoreEach: verb = RestoreCommand.verb
    }
    return "\(written ?? verb) (\(changes(header.work)))"
  }

  /// What work does, in a few words: the changes, or the fields that it may touch.
  static func changes(_ work: BatchWork) -> String {
    if case .changes(let changes) = work { return changes.sentences.joined(separator: "; ") }
    let labels = CalendarSchema.all.filter { work.keys.contains($0.key) }.map(\.label)
    return labels.prefix(3).joined(separator: ", ")
      + (labels.count > 3 ? " and \(labels.count - 3) more" : "")
  }

  /// How many calendars it is about, and what became of them, without what is none of them:
  /// "12 calendars: 9 done, 1 refused, 2 left".
  static func counts(_ run: RunStore.Entry) -> String {
    func count(_ kind: BatchOutcome.Kind) -> Int { run.counts[kind] ?? 0 }
    let good = run.done - count(.refused) - count(.conflict)
    let counts = [
      (good, "done"), (count(.refused), "refused"),
      (count(.conflict), count(.conflict) == 1 ? "conflict" : "conflicts"), (run.left, "left"),
    ]
    let said = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }
    return Wording.counted(run.count, "calendar")
      + (said.isEmpty ? "" : ": " + said.joined(separator: ", "))
  }

  /// When it began, by the clock of the machine.
  static func begun(_ entry: RunStore.Entry) -> String {
    MachineTime.whole(at: entry.begun.seconds)
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "@_-./:,=+".unicodeScalars.contains($0)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
