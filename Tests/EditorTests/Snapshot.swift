import Foundation
import Testing

/// Compares a text with the file of that name under `Snapshots/`.
///
/// `RECORD_SNAPSHOTS=1` writes the files anew. A missing file is written and fails the test once.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".txt")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
    if !isRecording {
      Issue.record("\(name) was not there and has been recorded", sourceLocation: sourceLocation)
    }
    return
  }
  let found = text + "\n"
  if found != expected {
    let lines = zip(
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      found.split(separator: "\n", omittingEmptySubsequences: false)
    ).enumerated().filter { $0.element.0 != $0.element.1 }
    let shown = lines.prefix(6).map { "\($0.offset + 1)\n- \($0.element.0)\n+ \($0.element.1)" }
    Issue.record(
      "\(name) differs:\n\(shown.joined(separator: "\n"))\n\n\(found)",
      sourceLocation: sourceLocation)
  }
}
