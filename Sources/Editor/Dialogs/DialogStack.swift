/// The dialogs that lie one over the other, the topmost last.
///
/// Each has an identity for as long as it is open, so that what happens to the stack meanwhile is
/// never mistaken for something that happened to another dialog.
struct DialogStack: Sendable, RandomAccessCollection {
  struct ID: Sendable, Hashable {
    fileprivate let number: Int
  }

  struct Entry: Sendable {
    let id: ID
    fileprivate(set) var dialog: any Dialog
  }

  private(set) var entries: [Entry] = []
  private var lastNumber = 0

  var startIndex: Int { entries.startIndex }
  var endIndex: Int { entries.endIndex }
  subscript(index: Int) -> any Dialog { entries[index].dialog }

  /// The dialog that takes the keys.
  var top: Entry? { entries.last }

  /// The dialog with an identity; nil when it is closed.
  subscript(id: ID) -> (any Dialog)? { entries.first { $0.id == id }?.dialog }

  /// Opens a dialog over the others; another one of its kind goes away.
  mutating func append(_ dialog: any Dialog) {
    entries.removeAll { $0.dialog.kind == dialog.kind }
    lastNumber += 1
    entries.append(Entry(id: ID(number: lastNumber), dialog: dialog))
  }

  /// Changes the dialog on top in its place; nil when none is open.
  mutating func changeTop<Result>(_ body: (inout any Dialog) -> Result) -> Result? {
    guard let index = entries.indices.last else { return nil }
    return body(&entries[index].dialog)
  }

  mutating func close(_ id: ID) { entries.removeAll { $0.id == id } }

  mutating func removeAll() { entries.removeAll() }

  /// Closes the dialogs of some kinds.
  mutating func close(_ kinds: DialogKind...) {
    entries.removeAll { kinds.contains($0.dialog.kind) }
  }

  /// Changes every dialog.
  mutating func changeAll(_ body: (inout any Dialog) -> Void) {
    for index in entries.indices { body(&entries[index].dialog) }
  }

  /// The dialog of a type of which one is open at most; nil where none is.
  func first<Kind: Dialog>(_ type: Kind.Type) -> Kind? { place(of: type)?.dialog }

  /// Changes the dialog of a type of which one is open at most.
  mutating func change<Kind: Dialog>(_ type: Kind.Type, _ body: (inout Kind) -> Void) {
    guard let (index, found) = place(of: type) else { return }
    var dialog = found
    body(&dialog)
    entries[index].dialog = dialog
  }

  /// Where the dialog of a type is: the one place that looks for a type, so that what a dialog knows
  /// can be asked for.
  private func place<Kind: Dialog>(of type: Kind.Type) -> (index: Int, dialog: Kind)? {
    entries.indices.lazy.compactMap { index in
      (entries[index].dialog as? Kind).map { (index, $0) }
    }.first
  }
}
