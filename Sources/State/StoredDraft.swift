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
  var text: String {
    let members: [JSONObject.Member] =
      [
        .init(key: "caledit", value: "draft"),
        .init(key: "version", value: .integer(Self.version)),
      ] + header.members + [.init(key: "document", value: draft.json())]
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
    let json: JSONValue
    do {
      json = try JSONDocument(parsing: bytes, depthLimit: depthLimit).value
    } catch {
      throw .syntax(error)
    }
    guard json[key: "caledit"]?.text == "draft", let version = json[key: "version"]?.int else {
      throw .noDraft
    }
    guard version <= Self.version else { throw .newerVersion(version) }
    let header = try DraftHeader(json: json)
    guard let document = json[key: "document"] else { throw .part("document") }
    do {
      return (header, .success(try DocumentDraft(json: document)))
    } catch {
      return (header, .failure(.contents(error)))
    }
  }
}
