import Foundation
import Testing

/// A setting that is lost on the way from the file, and without which something else would be sent, or
/// sent elsewhere, stops the program before anything is sent.
@Suite(.waits, .timeLimit(.minutes(240))) struct LostSettingTests {
  private func configured(_ change: (String) -> String) throws -> CommandPlace {
    let place = try CommandPlace()
    let text = try String(contentsOfFile: place.folder.configurationPath, encoding: .utf8)
    try place.folder.configure(change(text))
    return place
  }

  @Test(arguments: ["[unclosed", "[]", "[keys", "[Profile p0]", "[keys]"])
  func readOnlyUnderAHeadingThatNobodyKnows(heading: String) throws {
    let place = try configured { "\($0)\n\(heading)\nread-only = yes\n" }
    for command in [
      "caledit set \(place.id(0)) slotDuration=55min --yes",
      "caledit \(place.id(0)) --line </dev/null", "caledit list --profile p1",
    ] {
      let shell = try place.run(command)
      #expect(shell.status != .status(0), "\(command)")
      #expect(shell.error.contains("read-only"), "\(shell.error)")
    }
    #expect(place.sandbox.requests.isEmpty)
  }

  /// The token of the profile goes to no other address.
  @Test(arguments: ["base-url ", "base-url: ", "base-url:", "base-url http = "])
  func anAddressWithoutAnEqualsSign(name: String) throws {
    let place = try configured {
      "base-url = http://127.0.0.1:9\n" + $0.replacing("base-url = ", with: name)
    }
    let shell = try place.run("caledit list")
    #expect(shell.status != .status(0) && shell.error.contains("config:"), "\(shell.error)")
    #expect(!shell.error.contains("refused"), "it was not even tried")
  }
}
