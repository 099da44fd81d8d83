/// What is said when a step is undone or redone: what holds now, so that nobody takes the way back for
/// the way there.
extension Step {
  /// "Undone. Slot duration: 30 min again, no longer 45 min."
  package var undone: String {
    if let change {
      return "Undone. \(change.label): \(change.old) again, no longer \(change.new)."
    }
    // The arrow of the step shows the way that was gone and not the one back.
    return shownTitle.contains(Self.arrow) ? "Taken back: \(shownTitle)" : "Undone: \(shownTitle)"
  }

  /// "Redone. Slot duration: 45 min again, no longer 30 min."
  package var redone: String {
    guard let change else { return "Redone: \(shownTitle)" }
    return "Redone. \(change.label): \(change.new) again, no longer \(change.old)."
  }

  private static let arrow = " → "

  /// What has changed, and both values; nil where the title does not say one change of one thing, or
  /// nobody can tell where the first value begins: a name and a value can have a colon in them.
  private var change: (label: Substring, old: Substring, new: Substring)? {
    let values = shownTitle.split(separator: Self.arrow, omittingEmptySubsequences: false)
    guard values.count == 2 else { return nil }
    let parts = values[0].split(separator: ": ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (parts[0], parts[1], values[1])
  }
}
