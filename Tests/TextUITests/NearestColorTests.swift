import Testing

@testable import TextUI

@Suite("The nearest of the terminal's colours")
struct NearestColorTests {
  @Test(
    arguments: [
      ("#000000", .black), ("#fff", .brightWhite), ("#FF0000", .brightRed), ("#cd0000", .red),
      ("#039be5", .cyan), ("#808080", .brightBlack), ("#e0e0e0", .white), ("#00007f", .blue),
      ("#33b679", .green), ("#f6bf26", .yellow), ("#000010", .black), ("#ff0010", .brightRed),
      ("#d50000", .red), ("#039be0", .cyan), ("#3f51b5", .brightBlue), ("#f4511e", .brightRed),
      ("#616161", .brightBlack),
      ("#ffff80", .brightYellow), ("#8e24aa", .magenta),
      ("#5c5cff80", .brightBlue), ("#F0F", .brightMagenta), ("#0ff", .brightCyan),
      ("#0f0", .brightGreen),
    ] as [(String, Style.Color)])
  func isNearest(_ css: String, _ color: Style.Color) {
    #expect(Style.Color(nearestTo: css) == color)
  }

  @Test(arguments: [
    "", "#", "red", "#12", "#1234", "039be5", "#03 be5", "#03gbe5", "#٣٣٣", "#fff ",
  ])
  func whatIsNoColourHasNone(_ text: String) {
    #expect(Style.Color(nearestTo: text) == nil)
  }
}
