import Testing

@testable import Manual

@Suite struct ManualTextTests {
  @Test func marks() {
    let text: ManualText = "Give `--x` <file> or a < b and `open"
    #expect(
      text.spans == [
        .init("Give ", .plain), .init("--x", .literal), .init(" ", .plain),
        .init("file", .variable), .init(" or a < b and `open", .plain),
      ])
    #expect(text.text == "Give --x <file> or a < b and `open")
  }

  @Test func optionsInHelp() {
    let text = ManualText(help: "Use (--a), 'NO_COLOR' - or --b=c; see X.")
    let literals = text.spans.filter { $0.kind == .literal }.map(\.text)
    #expect(literals == ["--a", "NO_COLOR", "--b=c"])
    #expect(text.text == "Use (--a), 'NO_COLOR' - or --b=c; see X.")
  }
}

/// Pages for a terminal: everything is there, and nothing is wider than the terminal.
@Suite struct TextRendererTests {
  private let page = ManualPage(
    "caledit-x", section: 1, summary: "a page", synopsis: ["caledit x <y> [<options>]"],
    [
      .init("EMPTY", []),
      .init(
        "PART",
        [
          "First paragraph, which is long enough that it has to go on in another line somewhere.",
          .heading("Sub"),
          .table([.init("`k`", "short"), .init("a-term-that-is-long", "below")], indent: 8),
          .definitions([.init("`--x`", ["Meaning.", .example(["  code"])])]),
        ]),
    ])

  @Test func lines() {
    #expect(
      TextRenderer(width: 44).lines(page).map(\.text) == [
        "NAME", "    caledit-x – a page", "", "SYNOPSIS", "    caledit x <y> [<options>]", "",
        "PART",
        "    First paragraph, which is long enough", "    that it has to go on in another line",
        "    somewhere.", "", "  Sub", "    k       short", "    a-term-that-is-long",
        "            below", "", "    --x     Meaning.", "", "                code",
      ])
  }

  @Test(arguments: [0, 40, 47, 80, 1000])
  func width(width: Int) {
    let limit = min(max(width, 40), 100)
    for line in TextRenderer(width: width).lines(page) where !line.text.hasSuffix("code") {
      #expect(line.text.count <= limit, "\(line.text)")
    }
  }

  /// What a terminal would obey is visible in both renderers.
  @Test func hostileTexts() {
    for text in [
      "\u{1B}[2J", "a\nb", "a\rb", "\u{202E}x", "\u{0}", String(repeating: "w", count: 10_000),
    ] {
      let page = ManualPage(
        "p", section: 1, summary: text,
        [
          .init(
            text,
            [
              .paragraph(ManualText(plain: text)), .example([text]), .heading(text),
              .definitions([.init(ManualText(literal: text), ManualText(plain: text))]),
            ])
        ])
      let roff = RoffRenderer(date: text, program: text, version: text).render(page)
      let lines = TextRenderer(width: 80).lines(page).map(\.text)
      #expect(roff.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) })
      #expect(
        lines.joined().unicodeScalars.allSatisfy {
          ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        })
    }
  }
}
