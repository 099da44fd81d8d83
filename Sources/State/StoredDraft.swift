import CalendarModel
import JSON

/// A draft with its header, as its file holds them.
package struct StoredDraft: Sendable {
  package let header: DraftHeader
  package let draft: DocumentDraft

  /// The number of this format; a file with a higher one is left to the program that wrote it.
  static let version = 1

  init(header: DraftHeader, draft: DocumentDraft) {
    self.header = header
    self.draft = draft
  }

  /// The text of the file.
  var text: String { text(of: draft.json()) }

  /// - Parameter document: the draft as JSON.
  func text(of document: JSONValue) -> String {
    let members: [JSONObject.Member] =
      [
        .init(key: "caledit", value: "draft"),
        .init(key: "version", value: .integer(Self.version)),
      ] + header.members + [.init(key: "document", value: document)]
    return JSONValue.object(JSONObject(members)).printed() + "\n"
  }

  /// A calendar may be nested as deep as the parser lets it be; in the draft it stands deeper.
  private static let depthLimit = JSONDocument.depthLimit + 64

  /// Reads a file.
  ///
  /// The header can be readable where the draft itself is broken.
  static func read(
    _ bytes: [UInt8]
  ) throws(UnusableDraft) -> (header: DraftHeader, draft: Result<DocumentDraft, UnusableDraft>) {
    let (json, lines) = try parts(of: bytes)
    guard json[key: "caledit"]?.text == "draft", let version = json[key: "version"]?.int else {
      throw .noDraft
    }
    guard version <= Self.version else {
      let program = json[key: "program"]?.text.map { String($0.prefix(40)) }
      throw .newerVersion(version, program: program)
    }
    let header = try DraftHeader(json: json)
    guard let document = json[key: "document"] else { throw .part("document") }
    do throws(DraftProblem) {
      var draft = try DocumentDraft(json: document, news: lines.news)
      if lines.isDamaged { draft = draft.losing(DraftProblem(.root, .damagedEnd)) }
      guard let written = lines.news.last?[key: "written"]?.text.flatMap(DraftTime.init(text:))
      else { return (header, .success(draft)) }
      let newer = DraftHeader(
        draft, source: header.source, written: written, program: header.program)
      return (newer, .success(draft))
    } catch {
      return (header, .failure(.contents(error)))
    }
  }

  /// The whole draft, which is the first line, and what was added to it.
  private static func parts(
    of bytes: [UInt8]
  ) throws(UnusableDraft) -> (whole: JSONValue, added: DraftJournal.Lines) {
    if let end = bytes.firstIndex(of: 0x0A), end + 1 < bytes.endIndex,
      let whole = try? JSONDocument(parsing: Array(bytes[..<end]), depthLimit: depthLimit).value
    {
      let added = DraftJournal.read(
        bytes[(end + 1)...], behind: bytes[...end], depthLimit: depthLimit)
      return (whole, added)
    }
    do {
      return (try JSONDocument(parsing: bytes, depthLimit: depthLimit).value, .init())
    } catch {
      throw .syntax(error)
    }
  }
}
