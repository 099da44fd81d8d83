import CommandOutput
import HostileText
import Testing

/// Columns, by cells and not by characters.
@Suite struct TextTableTests {
  private func lines(
    _ columns: [TextTable.Column], _ rows: [[StyledText]], width: Int?
  ) -> [String] {
    var table = TextTable(columns)
    for row in rows { table.add(row) }
    let style = OutputStyle(hasColors: false, takesUTF8: true, width: width)
    return table.lines(style).map(style.rendered)
  }

  @Test func alignsByCells() {
    let lines = lines(
      [.init("Name"), .init("N", isNumber: true), .init("Rest")],
      [["日本", "7", "a"], ["e\u{301}", "12", "b"], ["plain", "100", ""]], width: nil)
    #expect(
      lines == [
        "Name     N  Rest", "日本     7  a", "e\u{301}       12  b", "plain  100",
      ])
  }

  @Test func leavesOutWhatIsEmpty() {
    #expect(
      lines([.init("A"), .init("B"), .init("C")], [["1", "", "2"]], width: nil) == [
        "A  C", "1  2",
      ])
    #expect(lines([.init("A")], [], width: nil).isEmpty)
    #expect(lines([.init(""), .init("")], [["a", "b"]], width: nil) == ["a  b"])
  }

  /// In a pipe nothing is cut, and one long text does not push all rows to the right.
  @Test func wholeInAPipe() {
    let long = String(repeating: "x", count: 10_000)
    let lines = lines(
      [.init("A"), .init("B")], [[StyledText(long), "1"], ["a", "2"]], width: nil)
    #expect(lines[1] == long + "  1")
    #expect(lines[2].count == 60 + 2 + 1)
  }

  @Test(arguments: [20, 30, 40, 80, 120])
  func fitsOnATerminal(width: Int) {
    let long = String(repeating: "wide 日本 ", count: 1000)
    let lines = lines(
      [.init("A"), .init("B", rank: 1), .init("N", isNumber: true), .init("C", rank: 2)],
      [[StyledText(long), "short", "42", StyledText(long)], ["a", "b", "1", "c"]], width: width)
    for line in lines { #expect(cells(line) <= width, "\(line)") }
    #expect(lines[1].contains("42") && lines[1].contains("…"))
  }

  private func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1 != "…" ? 2 : 1) }
  }

  @Test func leavesOutTheLeastNeeded() {
    let columns = [
      TextTable.Column("A", least: 8), TextTable.Column("B", least: 8, rank: 1),
      TextTable.Column("C", least: 8, rank: 2),
    ]
    let row: [StyledText] = ["aaaaaaaa", "bbbbbbbb", "cccccccc"]
    #expect(lines(columns, [row], width: 28)[1] == "aaaaaaaa  bbbbbbbb  cccccccc")
    #expect(lines(columns, [row], width: 27)[1] == "aaaaaaaa  bbbbbbbb")
    #expect(lines(columns, [row], width: 17)[1] == "aaaaaaaa")
    #expect(lines(columns, [row], width: 5)[1] == "aaaa…", "the first is never left out")
  }

  @Test func wrapsTheLast() {
    #expect(
      lines([.init("A"), .init("B", .wrap)], [["a", "one two three four"]], width: 12) == [
        "A  B", "a  one two", "   three", "   four",
      ])
  }

  /// No letter of a hostile text reaches a terminal as a command, in no width.
  @Test(arguments: [nil, 1, 7, 40, 80])
  func hostile(width: Int?) {
    let texts = HostileText.all.map { StyledText($0.text, .bad) }
    for colors in [false, true] {
      var table = TextTable([.init("A"), .init("B"), .init("C", .wrap)])
      for text in texts { table.add([text, text, text]) }
      let style = OutputStyle(hasColors: colors, takesUTF8: true, width: width)
      for line in table.lines(style).map(style.rendered) {
        let bare =
          line.replacing("\u{1B}[1;31m", with: "").replacing("\u{1B}[1;36m", with: "")
          .replacing("\u{1B}[0m", with: "")
        #expect(
          bare.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
          "\(bare.prefix(80).debugDescription)")
        if !colors { #expect(bare == line) }
      }
    }
  }
}
