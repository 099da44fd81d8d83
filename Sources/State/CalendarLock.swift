import CalendarAPI

/// The right to look at one calendar and to save it; one run of this user on this machine has it at a
/// time.
///
/// Two that look before either has saved do not see each other's change, and the later update takes the
/// earlier one back. The lock ends with the process, however that ends.
package struct CalendarLock: Sendable {
  private let lock: DraftLock

  private static let folder = "locks"

  /// Takes the lock; does not wait for it.
  ///
  /// - Throws: ``DraftLock/Refusal``, which says whether somebody has it or it cannot be taken.
  package init(
    _ base: BaseURL, calendarID: String, in folder: StateFolder
  ) throws(DraftLock.Refusal) {
    let source = DraftSource.service(base, calendarID: calendarID)
    let path: String
    do throws(FileError) {
      path = try folder.folder(Self.folder)
    } catch {
      throw .failed(error)
    }
    lock = try DraftLock(source, at: "\(path)/\(source.fileName)\(DraftStore.lockSuffix)")
  }

  /// Gives it back.
  package func release() { lock.release() }
}
