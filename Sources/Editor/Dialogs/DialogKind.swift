/// What tells a dialog from those that may lie over or under it; of each kind one is open at most.
struct DialogKind: Sendable, Hashable {
  private let table: String
  private let title: String

  /// - Parameter title: tells it from other dialogs of its type; empty where one of a type is open at
  ///   most.
  init<Command>(_ keys: KeyTable<Command>, title: String = "") {
    table = keys.id
    self.title = title
  }
}

extension Dialog {
  /// The kind of the dialogs of this type, where one of them is open at most.
  static var kind: DialogKind { DialogKind(keys) }

  var kind: DialogKind { Self.kind }
}
