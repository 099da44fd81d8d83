import Testing

@testable import Manual

/// Pages as roff: nothing of a text is taken for a request or an escape.
@Suite struct RoffRendererTests {
  private func render(_ blocks: [ManualBlock]) -> [String] {
    RoffRenderer(date: "2026-11-29", program: "caledit", version: "1").render(
      ManualPage("caledit-x", section: 1, summary: "a page", [.init("PART", blocks)])
    ).split(separator: "\n").map(String.init)
  }

  @Test func head() {
    let lines = render(["Text."])
    #expect(lines[0] == #".TH "caledit-x" 1 2026-11-29 "caledit 1" "caledit manual""#)
    #expect(Array(lines[1...3]) == [".nh", ".ad l", ".SH NAME"])
    #expect(lines[4] == #"caledit\-x \- a page"#)
    #expect(Array(lines[5...]) == [#".SH "PART""#, "Text."])
  }

  @Test(arguments: [
    ("sub-account", "sub-account"), ("--dry-run", #"\-\-dry\-run"#), ("(--yes)", #"(\-\-yes)"#),
    ("2026-12-24", #"2026\-12\-24"#), ("a\\b", #"a\(rsb"#), ("it's", #"it\(aqs"#),
    ("~/.config", #"\(ti/.config"#), ("^`", #"\(ha\(ga"#), ("→", #"\[u2192]"#),
    ("\u{1F600}", #"\[u1F600]"#), ("well-known,", "well-known,"), ("-", #"\-"#),
    ("(/free-slots)", #"(/free\-slots)"#), ("bash-completion/x", #"bash\-completion/x"#),
  ])
  func plain(text: String, roff: String) {
    #expect(render([.paragraph(ManualText(plain: text))]).last == roff)
  }

  @Test func marked() {
    #expect(
      render(["Say `--a-b` and <file>. Then `x`."]).suffix(2) == [
        #"Say \fB\-\-a\-b\fR and \fIfile\fR."#, #"Then \fBx\fR."#,
      ])
    #expect(
      render([.paragraph(ManualText(help: "Set A_B, or --x-y."))]).last
        == #"Set \fBA_B\fR, or \fB\-\-x\-y\fR."#)
  }

  @Test(arguments: [".TH x", "'ex", ".", "'"])
  func noRequest(text: String) {
    let all = render([
      .paragraph(ManualText(plain: text)), .example([text, "", text]),
      .definitions([.init(ManualText(plain: text), ManualText(plain: text))]),
    ])
    let own = all.filter { !$0.hasPrefix(".") }
    #expect(own.count == 6)
    #expect(own.dropFirst().allSatisfy { $0.hasPrefix("\\&") })
  }

  /// A sentence begins a line, and one that begins with a dot is guarded there as well.
  @Test func sentences() {
    #expect(render(["One. Two? .three"]).suffix(3) == ["One.", "Two?", "\\&.three"])
  }

  @Test func blocks() {
    let lines = render([
      .heading("Sub"), "A", "B", .example(["x"]),
      .definitions([.init("`t`", ["C", "D", .example(["y"])])]),
      .table([.init("k", "v")], indent: 12),
    ])
    #expect(
      Array(lines[6...]) == [
        #".SS "Sub""#, "A", ".PP", "B", ".PP", ".RS 4", ".EX", "x", ".EE", ".RE", ".TP 8",
        #"\fBt\fR"#, "C", ".IP", "D", ".IP", ".EX", "y", ".EE", ".PD 0", ".TP 12", "k", "v", ".PD",
      ])
  }
}
