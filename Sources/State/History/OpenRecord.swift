import JSON

/// The record of a save that is under way.
///
/// It is locked until the save is complete or the value goes, so that others can tell it from one
/// whose program has ended.
package final class OpenRecord: Sendable {
  package let id: String
  let path: String
  let record: SaveRecord
  let names: [String: String]
  private let lock: DraftLock?

  init(id: String, path: String, record: SaveRecord, names: [String: String], lock: DraftLock?) {
    (self.id, self.path, self.record, self.names, self.lock) = (id, path, record, names, lock)
  }

  /// Lets others see that nobody waits for the answer any more.
  package func release() { lock?.release() }
}
