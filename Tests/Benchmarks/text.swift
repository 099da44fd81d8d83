import Glibc

/// What it costs to draw, to measure and to edit texts, short and long; see the README beside this.
@main struct TextBenchmark {
  static func main() {
    var benchmark = TextBenchmark()
    benchmark.drawing()
    benchmark.bars()
    for count in [100, 10_000] { benchmark.field(of: count) }
    for count in [1_000, 100_000] { benchmark.area(of: count) }
    benchmark.lists()
  }

  private var grid = Grid(size: Size(rows: 40, columns: 120))
  /// What is made is kept, so that it is made at all.
  private var kept = 0

  /// Prints the best of several rounds.
  private func time(_ name: String, _ count: Int, _ body: () -> Void) {
    var best = Duration.seconds(1000)
    for _ in 0..<7 {
      let time = ContinuousClock().measure { for _ in 0..<count { body() } }
      best = min(best, time / count)
    }
    let nanoseconds = best.components.attoseconds / 1_000_000_000
    print(name + ":", nanoseconds, "ns")
  }

  private mutating func drawing() {
    let texts = [
      ("ASCII", String(repeating: "abcdefghi ", count: 12)),
      ("Latin", String(repeating: "Žluťoučký kůň – „é“ ", count: 6)),
      ("Hindi", String(repeating: "हिन्दी नाम क्षेत्र ", count: 8)),
    ]
    time("clear 120×40", 200) { grid.clear() }
    time("fill 120×40", 50) { grid.fill(Rect(grid.size), with: "─") }
    for (name, text) in texts {
      time("40 lines of \(name)", 50) {
        for row in 0..<40 { grid.draw(text, row: row, column: 0) }
      }
      time("width of a line of \(name)", 500) { kept += text.displayWidth }
    }
  }

  private mutating func bars() {
    time("7 hour bars", 50) {
      for row in 0..<7 {
        let bar = HourBar.text([540..<750, 810..<1020], width: 48, isASCII: false)
        grid.draw(bar, row: row, column: 10)
      }
    }
  }

  private mutating func field(of count: Int) {
    for (name, piece) in [("ASCII", "abcdefghi "), ("Hindi", "हिन्दी ")] {
      var buffer = TextBuffer(String(repeating: piece, count: count / 10))
      func draw() { TextField.draw(buffer, in: &grid, row: 3, column: 5, width: 60) }
      time("field of \(count) \(name): type, draw, erase, draw", 20) {
        _ = buffer.handle(.character("x"))
        draw()
        _ = buffer.handle(.backspace)
        draw()
      }
      time("field of \(count) \(name): left, draw", 20) {
        _ = buffer.handle(.left)
        draw()
      }
    }
  }

  private mutating func area(of count: Int) {
    let sentence = "word and some more words in a line of some length, "
    let text = String(repeating: sentence + sentence + "\n", count: count / 103)
    for (name, text) in [("paragraphs", text), ("one line", text.filter { $0 != "\n" })] {
      var buffer = TextBuffer(text, isMultiline: true)
      for _ in 0..<10 { _ = buffer.handle(.left) }
      var top = 0
      var document = ""
      let rect = Rect(row: 2, column: 2, rows: 30, columns: 80)
      func draw() {
        buffer.wrap(to: 80)
        let area = TextArea(buffer, width: 80)
        top = Scrolling.top(top, showing: area.cursorLine, height: 30, count: area.lineCount)
        area.draw(in: &grid, rect: rect, top: top)
      }
      func move(_ lines: Int) {
        buffer.place(at: TextArea(buffer, width: 80).cursor(movedBy: lines))
        draw()
      }
      time("area of \(count), \(name): type, draw, erase, draw", 10) {
        for key in [Key.character("x"), .backspace] {
          _ = buffer.handle(key)
          document = buffer.text
          draw()
        }
      }
      time("area of \(count), \(name): up, draw, down, draw", 10) {
        move(-1)
        move(1)
      }
      kept += document.utf8.count
    }
  }

  private mutating func lists() {
    let rect = Rect(row: 2, column: 2, rows: 30, columns: 80)
    var list = FilterList(
      (0..<500).map { FilterList.Entry("Entry number \($0) of a list", detail: "detail \($0)") },
      matching: .wordsAnywhere)
    time("list of 500: type, erase", 5) {
      for key in [Key.character("e"), .character("n"), .backspace, .backspace] {
        _ = list.handle(key)
      }
    }
    time("list of 500: draw", 20) {
      list.draw(in: &grid, rect: rect, theme: .standard, symbols: .unicode)
    }
    let long = String(repeating: "x y ", count: 25_000)
    let longList = FilterList(
      (0..<20).map { FilterList.Entry("\($0) " + long, detail: long) }, matching: .wordsAnywhere)
    time("list of 20 texts of 100 kB: draw", 3) {
      longList.draw(in: &grid, rect: rect, theme: .standard, symbols: .unicode)
    }
    let text = String(long.prefix(10_000))
    time("10 kB broken into lines", 5) { kept += TextWrap.lines(text, width: 80).count }
  }
}
