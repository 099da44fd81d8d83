import CalendarAPI
import CalendarModel
import Glibc
import JSON

/// The names and ids of the calendars of each account as they were listed last, for shells that
/// complete what is typed; a small file for each account in the folder `lists` of the state folder.
package struct CalendarListCache: Sendable {
  private let folder: StateFolder

  package init(in folder: StateFolder) { self.folder = folder }

  /// A calendar that was listed.
  package struct Entry: Sendable, Hashable {
    package let id: String
    /// Not sanitised; cut where it is long.
    package let name: String
    /// The name of its group, like ``name``; nil where it has none, or it is not known.
    package let group: String?

    package init(id: String, name: String, group: String? = nil) {
      (self.id, self.name, self.group) = (id, name, group)
    }
  }

  private static let name = "lists"
  /// So many calendars are kept.
  static let most = 5000
  private static let longestName = 200
  private static let longestID = 200
  private static let limit = 8 << 20

  private enum Key: String, NamedKey { case caledit, version, calendars, id, name, group }
  private static let mark: JSONValue = "list"
  private static let version = 1

  private func path(_ base: BaseURL, _ account: String) -> String {
    "\(folder.path)/\(Self.name)/\(DraftSource.service(base, calendarID: account).fileName)"
  }

  /// Keeps what was listed, in the place of what was kept before.
  ///
  /// - Parameters:
  ///   - account: the name of the profile, or whatever tells the account from others.
  ///   - token: what must not get into the file.
  package func keep(
    _ calendars: [Entry], _ base: BaseURL, account: String, without token: Token?
  ) throws(FileError) {
    _ = try StateFolder(making: folder.path).folder(Self.name)
    let rows = calendars.filter { $0.id.utf8.count <= Self.longestID }.prefix(Self.most).map {
      entry in
      Key.object([
        .id: .text(entry.id), .name: .text(Self.shortened(entry.name)),
        .group: entry.group.map { .text(Self.shortened($0)) } ?? .null,
      ])
    }
    let json = Key.object([
      .caledit: Self.mark, .version: .integer(Self.version), .calendars: .array(Array(rows)),
    ])
    let text = (token?.without(in: json).value ?? json).printed() + "\n"
    try AtomicFile.write(text, to: path(base, account), mode: 0o600)
  }

  /// What was listed last; empty where nothing was, and where the file cannot be read.
  package func calendars(_ base: BaseURL, account: String) -> [Entry] {
    guard let bytes = try? DraftFile.read(path(base, account), limit: Self.limit),
      let json = try? JSONDocument(parsing: bytes, depthLimit: 8).value,
      json[member: Key.caledit] == Self.mark, json[member: Key.version]?.int == Self.version
    else { return [] }
    return (json[member: Key.calendars]?.array ?? []).prefix(Self.most).compactMap { row in
      guard let id = row[member: Key.id]?.text, !id.isEmpty else { return nil }
      return Entry(
        id: id, name: row[member: Key.name]?.text ?? "", group: row[member: Key.group]?.text)
    }
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= longestName
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestName - 1))) + "…"
  }
}
