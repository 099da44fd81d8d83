import Foundation
import Glibc
import TerminalTesting
import Testing

/// What the program asks of the system, so that a power cut leaves the old file or the new one.
@Suite(
  .waits, .timeLimit(.minutes(240)),
  .enabled(if: CallRecorder.compiler != nil, "needs a C compiler")
)
struct DurabilityTests {
  /// Every file that takes the place of another is on disk before its rename, and the rename after it;
  /// every removal as well.
  private func expectDurable(_ calls: [CallRecorder.Call], _ what: Comment) {
    for (index, call) in calls.enumerated() {
      let folder = String(
        call.path.prefix(upTo: call.path.lastIndex(of: "/") ?? call.path.startIndex))
      switch call.name {
      case "rename":
        let before = calls[..<index].lastIndex { $0.name == "write" && $0.path == call.path }
        #expect(before != nil, "\(call.path) \(what)")
        let isSynced = calls[(before ?? 0)..<index].contains {
          $0 == .init(name: "fsync", path: call.path)
        }
        #expect(isSynced, "\(call.target) is renamed before it is on disk, \(what)")
        #expect(
          calls[index...].contains { $0 == .init(name: "fsync", path: folder) }, "\(call.target)")
      case "unlink" where call.path.hasSuffix(".json"):
        #expect(
          calls[index...].contains { $0 == .init(name: "fsync", path: folder) }, "\(call.path)")
      default: break
      }
    }
  }

  @Test func drafts() throws {
    let place = try DraftPlace()
    let recorder = try CallRecorder(in: place.folder)
    let program = try place.start(environment: recorder.environment)
    try program.changeDuration()
    try place.waitForDraft(of: program, holding: #""slotDuration":45"#)
    try program.changeDuration(to: 50)
    try place.waitForDraft(of: program, holding: #""slotDuration":50"#)
    try program.save(properties: 1)
    try program.quit()
    let calls = recorder.calls
    let draft = place.drafts + "/"
    #expect(calls.contains { $0.name == "rename" && $0.target.hasPrefix(draft) })
    // What is typed later is added to the file.
    let added = calls.indices.filter {
      calls[$0].name == "write" && calls[$0].path.hasPrefix(draft)
        && calls[$0].path.hasSuffix(".json")
    }
    #expect(!added.isEmpty)
    for index in added {
      let synced = CallRecorder.Call(name: "fsync", path: calls[index].path)
      #expect(calls[index...].dropFirst().first { $0.path == synced.path } == synced)
    }
    #expect(calls.contains { $0.name == "rename" && $0.target.hasSuffix("/routes.json") })
    #expect(
      calls.contains {
        $0.name == "unlink" && $0.path.hasPrefix(draft) && $0.path.hasSuffix(".json")
      })
    expectDurable(calls, "in a session with drafts")
    // The lock goes last: nobody else may come between the draft and its end.
    let lock = calls.lastIndex { $0.name == "unlink" && $0.path.hasSuffix(".json.lock") }
    let last = calls.lastIndex { $0.path.hasPrefix(draft) && !$0.path.hasSuffix(".lock") }
    #expect(lock != nil && last != nil && (lock ?? 0) > (last ?? 0), "\(calls)")
  }

  @Test func files() throws {
    let folder = try Scratch()
    let recorder = try CallRecorder(in: folder)
    try folder.write(FileTests.text, to: "calendar.json")
    for arguments in [[], ["--output", folder.path("body.json")]] {
      let program = try Program(
        ["--file", folder.path("calendar.json")] + arguments, folder: folder,
        environment: recorder.environment)
      try program.waitUntilLoaded()
      try program.changeDuration(to: 45 + arguments.count)
      try program.save()
      try program.wait(forSentence: arguments.isEmpty ? "Written to " : "is written to ")
      if arguments.isEmpty { try program.quit() } else { try program.quitLosingChanges() }
    }
    let calls = recorder.calls
    for name in ["calendar.json", "body.json"] {
      #expect(calls.contains { $0.name == "rename" && $0.target == folder.path(name) })
    }
    expectDurable(calls, "in a session with files")
  }
}
