import CalendarModel
import JSON

/// What a program adds to the file of a draft that it has written: a line for each later state.
///
/// A line has the checksum of all that stands before it and of itself, so that a line that a crash
/// has torn, or that belongs to another draft, is told from a sound one.
struct DraftJournal: Sendable {
  private var marks: DraftMarks
  private var sum: Checksum
  private var lines = 0
  private var bytes = 0

  /// With more, the whole draft is written anew.
  private static let mostLines = 1000
  private static let mostBytes = 2 << 20

  /// Begins behind the text of a whole draft.
  ///
  /// - Returns: nil where steps were left out of the text.
  init?(behind text: String, of draft: DocumentDraft, written: JSONValue) {
    guard let marks = DraftMarks(draft, written: written) else { return nil }
    self.marks = marks
    sum = Checksum()
    sum.add(text)
  }

  /// The line for a later state, and the journal with it; nil where the whole draft has to be
  /// written.
  func adding(_ draft: DocumentDraft, at time: DraftTime) -> (line: String, journal: DraftJournal)?
  {
    guard lines < Self.mostLines, let news = draft.news(since: marks) else { return nil }
    let members = [JSONObject.Member(key: "written", value: .text(time.text))] + news.members
    let text = JSONValue.object(JSONObject(members)).printed()
    var next = self
    next.sum.add(text)
    let line = "\(next.sum.text) \(text)\n"
    next.lines += 1
    next.bytes += line.utf8.count
    guard next.bytes <= Self.mostBytes else { return nil }
    next.marks = DraftMarks(draft)
    return (line, next)
  }

  // MARK: Reading

  /// The lines that are sound.
  struct Lines {
    var news: [JSONValue] = []
    /// Whether another line stands behind the first one that is not sound, so that more is missing
    /// than what a crash tears.
    var isDamaged = false
  }

  /// - Parameters:
  ///   - bytes: what stands behind the first line of a file.
  ///   - first: the first line, with its line feed.
  ///   - depthLimit: how deep the values may be nested.
  static func read(
    _ bytes: ArraySlice<UInt8>, behind first: ArraySlice<UInt8>, depthLimit: Int
  ) -> Lines {
    var (lines, sum, rest) = (Lines(), Checksum(), bytes)
    sum.add(first)
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      let text = line.dropFirst(Checksum.length + 1)
      sum.add(text)
      guard line.prefix(Checksum.length).elementsEqual(sum.text.utf8), text.startIndex > 0,
        line[text.startIndex - 1] == UInt8(ascii: " "),
        let news = try? JSONDocument(parsing: Array(text), depthLimit: depthLimit).value
      else {
        lines.isDamaged = !rest.isEmpty
        break
      }
      lines.news.append(news)
    }
    return lines
  }
}
