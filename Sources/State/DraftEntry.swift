import CalendarModel
import Glibc

/// One file in the list of drafts.
package struct DraftEntry: Sendable {
  let name: String
  let folder: String
  package let path: String
  /// The header of the draft; nil when it cannot be read.
  package let header: DraftHeader?
  /// Why the draft cannot be recovered; nil when it can.
  package let problem: UnusableDraft?
  /// Whether it was renamed because it could not be read.
  package let isSetAside: Bool
  /// Whether a program is editing the calendar now.
  package let isOpen: Bool
  /// When the file was written.
  private let modified: DraftTime

  init?(name: String, in folder: String) {
    self.name = name
    self.folder = folder
    path = folder + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    modified = DraftTime(seconds: status.st_mtim.tv_sec)
    let aside = Self.markOfSetAside(in: name)
    isSetAside = aside != nil
    draftName = aside.map { String(name[..<$0]) } ?? name
    isOpen = DraftLock.isHeld(at: folder + "/" + draftName + DraftStore.lockSuffix)
    do {
      let (header, draft) = try StoredDraft.read(DraftFile.read(path))
      self.header = header
      switch draft {
      case .failure(let problem): self.problem = problem
      case .success:
        problem =
          header.source.fileName == draftName ? nil : .otherSource(header.source)
      }
    } catch {
      header = nil
      problem = error
    }
  }

  /// The name of the file before it was renamed as unreadable.
  let draftName: String

  private static func markOfSetAside(in name: String) -> String.Index? {
    var at = name.endIndex
    while at > name.startIndex, name[name.index(before: at)].isNumber {
      at = name.index(before: at)
    }
    guard at < name.endIndex, name[..<at].hasSuffix(DraftStore.asideMark) else { return nil }
    return name.index(at, offsetBy: -DraftStore.asideMark.count)
  }

  /// When the draft was written, by its header or else by its file.
  package var time: DraftTime { header?.written ?? modified }

  /// The calendar of the draft, or its file where the header cannot be read.
  package var place: String { header?.source.place ?? path }

  /// Whether it is the draft of this calendar, of whatever service or file with a list.
  package func isDraft(ofCalendar id: String) -> Bool {
    switch header?.source {
    case .service(_, let calendar)?: calendar == id
    case .file(_, let entry)?: entry == id
    case nil: false
    }
  }
}
