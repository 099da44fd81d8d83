/// The file of a draft as it was written last, and what can be added to it.
struct WrittenDraft: Sendable {
  let file: FileIdentity
  /// Nil where nothing can be added.
  let journal: DraftJournal?
}
