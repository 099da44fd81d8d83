import Foundation
import JSON
import TerminalTesting
import Testing

/// The user's own editor, as scripts: what it gets, what it leaves behind, how the screen comes back.
@Suite(.waits, .timeLimit(.minutes(240))) struct ExternalEditorTests {
  static let calendar = #"""
    {
      "name": "Bare",
      "description": "First line\nsecond line",
      "slotDuration": 3e1,
      "slotInterval": 30.0
    }
    """#

  /// Starts the program on a file with an editor that is a shell script; `$1` is its file.
  private func open(
    _ script: String, variable: String = "EDITOR", command: (String) -> String = { $0 },
    environment: [String: String] = [:], arguments: [String] = []
  ) throws -> Program {
    let folder = try Scratch()
    try folder.write(Self.calendar, to: "calendar.json")
    let editor = try folder.write("#!/bin/sh\n\(script)\n", to: "my editor", mode: 0o700)
    var environment = environment
    environment[variable] = command(editor.replacing(" ", with: "\\ "))
    let program = try Program(
      ["--file", folder.path("calendar.json")] + arguments, folder: folder,
      environment: environment)
    try program.waitUntilLoaded()
    return program
  }

  /// Opens the description in the editor.
  private func editText(_ program: Program) throws {
    try program.goTo("description")
    program.session.alt("e")
  }

  /// Shows the JSON of the slots, which the editor takes with `e`.
  private func editJSON(_ program: Program) throws {
    try program.goTo("slotDuration")
    program.session.alt("j")
    try program.wait(for: "JSON of Slots and limits")
  }

  private func saved(_ program: Program) throws -> String {
    try program.save()
    try program.wait(forSentence: "Written to ")
    return try program.folder.read("calendar.json")
  }

  /// Nothing is left of the files that editors were given.
  private func expectNothingLeft(_ program: Program) {
    #expect(program.folder.files.keys.filter { $0.contains("caledit.") } == [])
    #expect(program.session.isAlternateScreen && !program.session.modes.isCanonical)
  }

  @Test func aLongText() throws {
    let program = try open(
      #"""
      stat -c 'modes %a' "$1" "${1%/*}" >"$HOME/seen"
      env >>"$HOME/seen"
      cat "$1" >>"$HOME/seen"
      echo backup >"$1~"
      printf 'Rewritten\nhere\n' >"$1"
      """#, environment: ["HIGHLEVEL_TOKEN": Program.token])
    try editText(program)
    try program.wait(forSentence: "now has the text from the editor.")
    try program.wait(for: "Rewritten here")
    expectNothingLeft(program)
    let seen = try program.folder.read("home/seen")
    #expect(seen.contains("modes 600\nmodes 700\n"))
    #expect(seen.hasSuffix("First line\nsecond line"))
    #expect(!seen.contains("HIGHLEVEL_TOKEN") && !seen.contains(Program.token))
    #expect(
      try saved(program)
        == Self.calendar.replacing(#"First line\nsecond line"#, with: #"Rewritten\nhere"#))
    try program.quit()
  }

  /// It has the terminal as it would have it from a shell, and the screen is whole afterwards.
  @Test func anEditorThatUsesTheTerminal() throws {
    let program = try open(
      #"""
      [ "$1" = -w ] && shift
      stty -a | grep -q ' -icanon' && exit 5
      printf '\033[2J\033[Htype: ' >/dev/tty
      read line </dev/tty
      echo "$line" >"$1"
      """#, variable: "VISUAL", command: { "'/bin/sh' \($0) -w" },
      environment: ["EDITOR": "/nonexistent"], arguments: ["--mouse"])
    try program.goTo("description")
    let before = program.session.lines.dropFirst().prefix(5)
    program.session.alt("e")
    try program.wait(for: "type:")
    #expect(!program.session.isAlternateScreen && !program.session.reportsMouse)
    program.session.resize(rows: 30, columns: 100)
    program.session.type("typed text\n")
    try program.wait(for: "typed text")
    try program.wait(forNo: "type:")
    #expect(program.session.isAlternateScreen && program.session.reportsMouse)
    try program.session.wait("the new size") {
      program.session.line(29).contains("Alt-") || program.session.line(29).contains("Ctrl-")
    }
    #expect(before.count == 5)
    // Keys still arrive, and pastes as pastes.
    program.session.resize(rows: 24, columns: 80)
    try program.goTo("name")
    program.session.press(.end)
    program.session.paste("!")
    try program.wait(for: "Bare!")
    #expect(try saved(program).contains(#""description": "typed text""#))
    try program.quit()
    #expect(!program.session.reportsMouse)
  }

  @Test(arguments: [
    ("exit 1", "ended with status 1, so nothing is changed."),
    ("rm \"$1\"", "left no file behind, so nothing is changed."),
    (":", "You did not change the text."),
    ("echo >>\"$1\"", "You did not change the text."),
    ("kill -9 $$", "was ended by signal 9, so nothing is changed."),
  ])
  func whatChangesNothing(script: String, said: String) throws {
    let program = try open(script)
    try editText(program)
    try program.wait(forSentence: said)
    #expect(program.hasChanges(0))
    expectNothingLeft(program)
    try program.quit()
  }

  @Test func whatIsNoTextIsKept() throws {
    let program = try open(#"printf 'caf\351' >"$1""#)
    try editText(program)
    try program.wait(forSentence: "is not UTF-8, so nothing is changed; it is kept in")
    let kept = program.folder.files.first { $0.key.hasSuffix("description.txt") }
    #expect(kept?.value == Data([0x63, 0x61, 0x66, 0xE9]))
    try program.quit()
  }

  @Test(arguments: [
    ("/nonexistent/edd", "/nonexistent/edd could not be started: No such file or directory."),
    ("'vi", "The value of EDITOR is not a command: a quote is not closed."),
  ])
  func anEditorThatIsNotThere(command: String, said: String) throws {
    let program = try open("", command: { _ in command })
    try editText(program)
    try program.wait(forSentence: said)
    expectNothingLeft(program)
    try program.quit()
  }

  // MARK: JSON

  @Test func theJSONOfASection() throws {
    let program = try open(#"sed -i 's/3e1/45/; s/30\.0/30/' "$1""#)
    try editJSON(program)
    try program.wait(for: "\"slotDuration\": 3e1")
    program.session.type("e")
    try program.wait(forSentence: "Changed in the JSON: Slot duration.")
    expectNothingLeft(program)
    // The interval means what it meant, so it is spelt as it was.
    #expect(try saved(program) == Self.calendar.replacing("3e1", with: "45"))
    try program.quit()
  }

  @Test func aRefusedJSONComesBackUntilItIsRight() throws {
    let program = try open(
      #"""
      echo call >>"$HOME/calls"
      cp "$1" "$HOME/given$(wc -l <"$HOME/calls")"
      case $(wc -l <"$HOME/calls") in
      1) sed -i 's/3e1,/3e1/' "$1" ;;
      2) sed -i 's/3e1$/60,/; s/slotInterval/name/' "$1" ;;
      3) sed -i 's/"name"/"slotInterval"/' "$1" ;;
      esac
      """#)
    try editJSON(program)
    program.session.type("e")
    try program.wait(for: "Line 5:3: ',' or '}' is missing.")
    program.session.type("e")
    try program.wait(for: "name belongs to General, not to this part.")
    program.session.type("e")
    try program.wait(forSentence: "Changed in the JSON: Slot duration.")
    expectNothingLeft(program)
    #expect(
      try program.folder.read("home/given2").hasPrefix("//! Line 5:3: ',' or '}' is missing.\n//! ")
    )
    #expect(
      try program.folder.read("home/given3").hasSuffix(
        "\n{\n  \"slotDuration\": 60,\n  \"name\": 30.0\n}\n"))
    #expect(try saved(program) == Self.calendar.replacing("3e1", with: "60"))
    try program.quit()
  }

  // MARK: clipboard

  @Test func copying() throws {
    let program = try open("", environment: ["HIGHLEVEL_TOKEN": Program.token])
    try program.goTo("name")
    program.session.alt("c")
    try program.wait(forSentence: "Copied Name; if nothing arrives, the terminal does not allow")
    #expect(program.session.hasWritten("\u{1B}]52;c;QmFyZQ==\u{7}"))
    #expect(!program.session.text.contains("52;c"))
    try program.quit()
  }
}
