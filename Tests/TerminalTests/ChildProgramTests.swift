import Foundation
import Glibc
import TerminalTesting
import Testing

/// A program that has the terminal for a while.
@Suite struct ChildProgramTests {
  private func start(_ script: String, _ arguments: [String] = []) throws -> TerminalSession {
    try startProbe(
      arguments,
      environment: ["PROBE_CHILD": "/bin/sh -c '\(script)'", "PROBE_SECRET": "5ec4e7"])
  }

  @Test func itEndsAndTheScreenIsBack() throws {
    let session = try start("echo outside; stty -a | grep -c -w -e icanon; exit 7", ["--mouse"])
    session.type("ab")
    session.type("V")
    try session.wait(for: "child status(7)")
    #expect(session.hasWritten("outside"))
    #expect(session.isAlternateScreen && session.reportsMouse && !session.modes.isCanonical)
    #expect(session.text.contains("typed: ab"))
    session.type("c")
    try session.wait(for: "typed: abc")
    try session.quit()
  }

  /// A handler on another thread may be at its write at any time, so the pipe stays the same one, and
  /// a message that comes meanwhile is not lost.
  @Test func onePipeForAllOfThem() throws {
    let session = try start("read line")
    let pipes = { () -> Set<String> in
      let folder = "/proc/\(session.pid)/fd"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return Set(
        names.compactMap {
          guard
            let target = try? FileManager.default.destinationOfSymbolicLink(
              atPath: folder + "/" + $0), target.hasPrefix("pipe:")
          else { return nil }
          return "\($0) \(target)"
        })
    }
    let before = pipes()
    #expect(before.count == 2)
    for round in 1...3 {
      session.type("V")
      try session.wait("cooked mode") { session.modes.isCanonical }
      #expect(pipes() == before)
      session.type("\n")
      try session.wait("raw mode") { !session.modes.isCanonical }
      session.type("P")
      try session.wait("the messages") {
        session.text.components(separatedBy: "message number 3").count == round + 1
      }
    }
    session.type("PV")
    try session.wait("cooked mode") { session.modes.isCanonical }
    session.type("\n")
    try session.wait("the messages") {
      session.text.components(separatedBy: "message number 3").count == 5
    }
    #expect(pipes() == before)
    try session.quit()
  }

  /// In a group of its own it would be stopped by the first thing it reads.
  @Test func itReadsTheTerminal() throws {
    let session = try start("read line; echo \"got $line.\"; read line")
    session.type("V")
    try session.wait("cooked mode") { session.modes.isCanonical }
    session.type("word\n")
    try session.wait(for: "got word.")
    session.type("\n")
    try session.wait(for: "child status(0)")
    try session.quit()
  }

  @Test func itStartsLikeAnyProgram() throws {
    let session = try start(
      "grep -e SigBlk -e SigIgn /proc/self/status; echo \"secret:$PROBE_SECRET.\"; read line")
    session.type("V")
    try session.wait(for: "secret:.")
    #expect(session.hasNone("SigBlk"))
    #expect(session.hasNone("SigIgn"))
    session.type("\n")
    try session.wait(for: "child status(0)")
    #expect(!session.hasWritten("5ec4e7"))
    try session.quit()
  }

  @Test(arguments: ["c", "\\"] as [Character])
  func theKeysOfSignalsAreForTheChild(key: Character) throws {
    let number = key == "c" ? SIGINT : SIGQUIT
    let session = try start("echo up; exec sleep 60")
    session.type("V")
    try session.wait(for: "up")
    session.settle()
    session.control(key)
    try session.wait(for: "child signal(\(number))")
    session.type("x")
    try session.wait(for: "typed: x")
    try session.quit()
  }

  @Test func whatIsNotThere() throws {
    let session = try startProbe(environment: ["PROBE_CHILD": "/nonexistent/editor"])
    session.type("V")
    try session.wait(for: "no child: No such file or directory")
    try session.quit()
  }

  /// A child that stops itself, as vi does on Ctrl-Z, takes the program with it.
  @Test(arguments: [false, true])
  func stopping(byItself: Bool) throws {
    let session = try TerminalSession(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: [
        "PS1": "prompt> ", "P": builtProduct("terminal-probe"),
        "PROBE_CHILD":
          "/bin/sh -c 'echo up; \(byItself ? "kill -TSTP 0" : "read line"); echo going; read line'",
      ])
    try session.wait(for: "prompt>")
    session.type("$P\n")
    try session.wait(for: "ready")
    session.type("V")
    try session.wait(for: "up")
    if !byItself {
      session.settle()
      session.control("z")
    }
    try session.wait(for: "Stopped")
    session.type("fg\n")
    if !byItself {
      session.settle()
      session.type("\n")
    }
    try session.wait(for: "going")
    session.settle()
    session.type("\n")
    try session.wait(for: "child status(0)")
    session.type("x")
    try session.wait(for: "typed: x")
    session.type("Q")
    try session.wait("shell's screen") { !session.isAlternateScreen }
  }

  @Test func withoutJobControlTheChildGoesOn() throws {
    let session = try start("echo up; kill -STOP $$; echo going; read line")
    session.type("V")
    try session.wait(for: "going")
    session.type("\n")
    try session.wait(for: "child status(0)")
    try session.quit()
  }
}

extension TerminalSession {
  /// Whether a line of `/proc/self/status` names no signals but the two that are glibc's own.
  fileprivate func hasNone(_ name: String) -> Bool {
    lines.contains { line in
      guard line.hasPrefix("\(name):"), let digits = line.split(separator: " ").last else {
        return false
      }
      return UInt64(digits, radix: 16).map { $0 & ~(3 << 31) } == 0
    }
  }
}
