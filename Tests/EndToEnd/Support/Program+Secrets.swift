import Foundation
import TerminalTesting
import Testing

extension Program {
  /// Looks for the token wherever it does not belong: in what was written to the terminal, in every
  /// file of the home (drafts and logs among them), in the arguments, and in what was sent beside
  /// the header made for it.
  ///
  /// A part of it is looked for, as a message may hold half of it.
  func expectNoToken(_ when: Comment) throws {
    let secret = String(Program.token.suffix(12))
    #expect(!session.text.contains(secret), when)
    #expect(!session.hasWritten(secret), when)
    if session.exit == nil {
      let path = "/proc/\(session.pid)/"
      let arguments = try #require(FileManager.default.contents(atPath: path + "cmdline"), when)
      #expect(!arguments.isEmpty && !arguments.contains(secret), when)
    }
    for (name, content) in folder.files {
      #expect(!content.contains(secret), "\(name) \(when)")
    }
    for request in sandbox?.requests ?? [] {
      // The sandbox has taken it out of the one header.
      #expect(request.header("Authorization") == "Bearer [token]", when)
      #expect(!request.target.contains(secret), when)
      #expect(!request.headers.contains { $0.value.contains(secret) }, when)
      #expect(!Data(request.body).contains(secret), when)
    }
  }
}

extension Data {
  func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
