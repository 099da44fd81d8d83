import JSON

extension Rule {
  /// Entries that were loaded with something wrong and are deleted: the deletion carries what is
  /// wrong, and the service refuses it.
  static let deletionRefused = Rule("availability.deletionRefused", .error) { calendar in
    // What is no list is sent as it is, without deletions.
    guard calendar.isList(.availabilities) else { return [] }
    let odd = calendar.loadedTally(DateFacts.oddDeletion).counts
    guard odd.total > 0 else { return [] }
    let kept = calendar.tally(DateFacts.serviceID).counts
    return odd.elements.filter { !kept.contains($0.id) }.sorted { $0.id < $1.id }.map { deletion in
      Finding(
        "The deletion of entry \(Wording.quoted(deletion.id)) is sent with its old date and hours, "
          + "which the service \(deletion.isRefused ? "refuses" : "may refuse"). "
          + "Put the entry back, and correct it before you delete it.",
        at: DateIndex.path, severity: deletion.isRefused ? nil : .warning)
    }
  }
}
