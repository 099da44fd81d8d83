import Foundation
import Glibc
import TerminalTesting
import Testing

@Suite struct InputTests {
  @Test func keysOfAnXterm() throws {
    let session = try startProbe(rows: 60)
    session.press(.up)
    session.press(.home)
    session.press(.delete)
    session.press(.pageDown)
    session.press(.function(1))
    session.press(.function(12))
    session.press(.tab)
    session.press(.tab, .shift)
    session.press(.right, .control)
    session.press(.backspace)
    session.press(.enter)
    session.alt("b")
    for name in [
      "Up", "Home", "Del", "PgDn", "F1", "F12", "Tab", "Shift-Tab", "Ctrl-Right", "Backspace",
      "Enter", "Alt-B",
    ] {
      try session.wait(for: "key \(name)")
    }
    try session.quit()
  }

  /// In cooked or cbreak mode the terminal itself would take these.
  @Test func flowControlAndJobControlKeysArrive() throws {
    let session = try startProbe()
    for character in "sqczvo\\ " {
      session.control(character)
      try session.wait(for: "key Ctrl-\(character == " " ? "Space" : character.uppercased())")
    }
    try session.quit()
  }

  @Test func charactersOutsideASCII() throws {
    let session = try startProbe()
    session.type("é中😀e\u{301}")
    try session.wait(for: "typed: é中😀e\u{301}")
    // Bytes of one character in two reads; on a busy machine the second one may come too late for it.
    var typed = "typed: é中😀e\u{301}"
    for _ in 0..<5 where !session.text.contains(typed + "中") {
      session.send([0xE4, 0xB8])
      session.settle(milliseconds: 60)
      session.send([0xAD])
      let late = typed + "\u{FFFD}\u{FFFD}"
      try session.wait("the rest") {
        session.text.contains(typed + "中") || session.text.contains(late)
      }
      if session.text.contains(late) { typed = late }
    }
    #expect(session.text.contains(typed + "中"))
    try session.quit()
  }

  /// It comes by itself, without another key behind it.
  @Test func aLoneEscapeComes() throws {
    let session = try startProbe()
    session.press(.escape)
    try session.wait(for: "key Esc")
    try session.quit()
  }

  @Test func longPasteInOnePiece() throws {
    let session = try startProbe()
    let text = (0..<1000).map { "line \($0) é中" }.joined(separator: "\n")
    let hash = text.utf8.reduce(UInt32(5381)) { ($0 &* 33) ^ UInt32($1) }
    let before = session.rawOutput.count
    session.paste(text)
    try session.wait(for: "paste \(text.utf8.count) \(hash) line 0 é中")
    // Drawn once.
    #expect(session.rawOutput.count - before < 400)
    try session.quit()
  }

  /// It is told that it goes on; Esc ends it, and nothing of it was a key.
  @Test func pasteThatNeverEnds() throws {
    let session = try startProbe()
    session.send(Array("\u{1B}[200~half".utf8))
    try session.wait(for: "pasting 4")
    session.send(Array("Q\u{13}".utf8))
    try session.wait(for: "pasting 6")
    #expect(!session.text.contains("paste "))
    session.press(.escape)
    try session.wait(for: "paste 6")
    #expect(!session.text.contains("key "))
    session.type("x")
    try session.wait(for: "typed: x")
    try session.quit()
  }

  /// An answer of the terminal that comes late and in pieces, with the pauses of a slow line.
  @Test func lateAnswersAreNoKeys() throws {
    let session = try startProbe(environment: ["ESCDELAY": "5000"])
    for pieces in [
      ["\u{1B}", "]11;rgb:0000/00", "00/0000\u{1B}", "\\"], ["\u{1B}]1", "0;rgb:ff/ff/ff\u{7}"],
      ["\u{1B}P>|XTe", "rm(380)\u{13}", "\u{1B}\\"], ["\u{1B}[", "?62;", "22c"],
      ["\u{1B}[?2004;1$", "y"],
      ["\u{1B}[12;4", "0R"],
    ] {
      for piece in pieces {
        session.send(Array(piece.utf8))
        session.settle(milliseconds: 60)
      }
    }
    session.type("x")
    try session.wait(for: "typed: x")
    #expect(session.text.components(separatedBy: "key ").count == 2)
    try session.quit()
  }

  @Test func anEscShortlyBeforeItsKey() throws {
    let session = try startProbe(environment: ["ESCDELAY": "3000"], rows: 40)
    session.send([0x1B])
    session.settle(milliseconds: 50)
    session.send(Array("[A".utf8))
    try session.wait(for: "key Up")
    #expect(!session.text.contains("key Esc"))
    // Right behind an Esc that has been one, the rest is still its key; a busy machine may be too late.
    for count in 1...5 where !session.text.contains("key Esc\nkey Down") {
      session.send([0x1B])
      try session.wait("Esc") { session.text.components(separatedBy: "key Esc").count == count + 1 }
      session.send(Array("OB".utf8))
      session.settle()
    }
    #expect(session.text.contains("key Esc\nkey Down"))
    #expect(!session.text.contains("typed: ["))
    try session.quit()
  }

  @Test func theDelayOfTheEnvironment() throws {
    let session = try startProbe(environment: ["ESCDELAY": "10000"])
    session.send([0x1B])
    session.settle(milliseconds: 400)
    session.send(Array("[A".utf8))
    try session.wait(for: "key Up")
    #expect(!session.text.contains("key Esc"))
    try session.quit()
  }

  /// When there are just as many bytes as a read takes, the next one must not wait.
  @Test(arguments: [4094, 4095, 4096]) func aFullRead(count: Int) throws {
    let session = try startProbe(["--quiet"])
    session.signal(SIGSTOP)
    session.send([UInt8](repeating: 0x61, count: count))
    session.signal(SIGCONT)
    try session.wait(for: "typed: aaaa")
    // It listens to more than keys.
    session.resize(rows: 20, columns: 70)
    try session.wait(for: "resize 20x70")
    try session.quit()
  }

  @Test func mouseOnlyWhenAsked() throws {
    let plain = try startProbe()
    #expect(!plain.reportsMouse)
    try plain.quit()
    let session = try startProbe(["--mouse"])
    try session.wait("mouse reports") { session.reportsMouse }
    session.click(row: 4, column: 20)
    try session.wait(for: "mouse press 4 20")
    session.turnWheel(up: false, row: 1, column: 2)
    try session.wait(for: "mouse wheelDown 1 2")
    try session.quit()
    #expect(!session.reportsMouse)
  }

  @Test func messagesAndDeadlines() throws {
    let session = try startProbe()
    session.type("P")
    try session.wait(for: "message number 3")
    #expect(session.text.contains("message number 1\nmessage number 2\nmessage number 3"))
    session.type("D")
    try session.wait(for: "deadline")
    session.type("K")
    try session.wait(for: "messages 4000")
    session.type("K")
    try session.wait(for: "messages 8000")
    try session.quit()
  }
}
