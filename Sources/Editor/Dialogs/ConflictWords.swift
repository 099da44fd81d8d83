/// What the three sides of a conflict are called.
struct ConflictWords: Sendable {
  let title: String
  let question: String
  /// What the keys of the two sides do.
  let doesMine: String
  let doesTheirs: String
  let base: String
  let theirs: String
  let mine: String
  let keyOfMine: String
  let keyOfTheirs: String

  /// Somebody else changed what is being edited here.
  static let others = ConflictWords(
    title: "Changed by somebody else too", question: "choose whose value to keep",
    doesMine: "keeps yours", doesTheirs: "uses theirs", base: "loaded", theirs: "theirs",
    mine: "mine", keyOfMine: "Mine", keyOfTheirs: "Theirs")

  /// What a save changed has changed once more since.
  static let sinceSave = ConflictWords(
    title: "Changed again since that save", question: "choose which value to use",
    doesMine: "restores the value before the save", doesTheirs: "keeps what is there now",
    base: "saved", theirs: "now", mine: "before", keyOfMine: "Before the save", keyOfTheirs: "Now")
}
