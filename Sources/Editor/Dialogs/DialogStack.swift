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

  mutating func removeAll(where isGone: (any Dialog) -> Bool) {
    entries.removeAll { isGone($0.dialog) }
  }

  /// Changes every dialog.
  mutating func changeAll(_ body: (inout any Dialog) -> Void) {
    for index in entries.indices { body(&entries[index].dialog) }
  }

  /// Changes the dialogs of a type.
  mutating func change<Kind: Dialog>(_ type: Kind.Type, _ body: (inout Kind) -> Void) {
    for index in entries.indices {
      guard var dialog = entries[index].dialog as? Kind else { continue }
      body(&dialog)
      entries[index].dialog = dialog
    }
  }
}
