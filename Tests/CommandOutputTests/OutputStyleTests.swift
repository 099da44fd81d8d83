import CommandOutput
import JSON
import Testing

/// When there are colours, and what is written with them.
@Suite struct OutputStyleTests {
  @Test(
    arguments: [
      (true, "xterm-256color", nil, true), (true, "linux", nil, true), (true, "screen", "", true),
      (true, "xterm", "1", false), (true, "xterm", "0", false), (true, "dumb", nil, false),
      (true, "vt100", nil, false), (true, "xterm-m", nil, false), (true, nil, nil, false),
      (true, "", nil, false), (false, "xterm", nil, false),
    ] as [(Bool, String?, String?, Bool)])
  func colours(isTerminal: Bool, term: String?, noColor: String?, expected: Bool) {
    #expect(
      OutputStyle.hasColors(isTerminal: isTerminal, term: term, noColor: noColor) == expected)
  }

  @Test func rendering() {
    let line = StyledText("ok ", .good) + "plain" + StyledText(" \u{1B}[2J", .dim)
    let plain = OutputStyle(hasColors: false, takesUTF8: true, width: 80)
    #expect(plain.rendered(line) == "ok plain ␛[2J")
    let coloured = OutputStyle(hasColors: true, takesUTF8: true, width: 80)
    #expect(coloured.rendered(line) == "\u{1B}[32mok \u{1B}[0mplain\u{1B}[2m ␛[2J\u{1B}[0m")
    let ascii = OutputStyle(hasColors: false, takesUTF8: false, width: 80)
    #expect(ascii.rendered("a → ü\u{7}").utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }

  /// The colours say nothing that the words do not say.
  @Test func wordsAreTheSame() {
    for role in StyledText.Role.allCases {
      let line = StyledText("words", role)
      #expect(line.text == "words")
      #expect(OutputStyle.plain.rendered(line) == "words")
    }
  }

  @Test func longLines() {
    var printout = Printout()
    printout.add("one two three four", hanging: 2)
    printout.add("short")
    let narrow = OutputStyle(hasColors: false, takesUTF8: true, width: 13)
    #expect(printout.lines(narrow) == ["one two three", "  four", "short"])
    #expect(printout.lines(.plain) == ["one two three four", "short"])
  }

  /// A line that begins with blanks, in one colour or in several, loses and repeats nothing.
  @Test func longLinesThatAreIndented() {
    let narrow = OutputStyle(hasColors: false, takesUTF8: true, width: 20)
    let text = "  Left out, because a schedule governs the hours of the day."
    for line in [
      StyledText(text, .warn),
      StyledText("  Left out, because", .bad) + " a schedule gov" + StyledText("erns the", .dim)
        + " hours of the day.",
    ] {
      var printout = Printout()
      printout.add(line, hanging: 4)
      #expect(
        printout.lines(narrow) == [
          "  Left out, because", "    a schedule", "    governs the", "    hours of the",
          "    day.",
        ])
    }
  }

  /// Each word keeps its colour where a line of several is broken.
  @Test func rolesOfBrokenLines() {
    var printout = Printout()
    printout.add(
      StyledText("one two ", .good) + "three " + StyledText("four five", .bad), hanging: 2)
    let narrow = OutputStyle(hasColors: true, takesUTF8: true, width: 13)
    let plain = OutputStyle(hasColors: false, takesUTF8: true, width: 13)
    #expect(
      printout.lines(narrow) == [
        "\u{1B}[32mone two \u{1B}[0mthree", "  \u{1B}[1;31mfour five\u{1B}[0m",
      ])
    #expect(printout.lines(plain) == ["one two three", "  four five"])
  }

  @Test func jsonIsHarmlessAndMeansTheSame() throws {
    let text = "a\u{202E}b\u{9B}31m\u{1B}]0;x\u{7}\"\n\t日本 é"
    let value = JSONValue.object(JSONObject([.init(key: text, value: .text(text))]))
    for isTerminal in [true, false] {
      let printed = value.printedForOutput(isTerminal: isTerminal)
      #expect(
        !printed.unicodeScalars.contains { "\u{202E}\u{9B}\u{1B}\u{7}".unicodeScalars.contains($0) }
      )
      #expect(try JSONDocument(parsing: Array(printed.utf8)).value.isEquivalent(to: value))
      #expect(printed.contains("\n") == isTerminal)
    }
  }
}
