import Testing
import TextUI

/// A day as a line of cells.
@Suite struct HourBarTests {
  @Test(arguments: [
    ([], "························"),
    ([0..<1440], "████████████████████████"),
    ([540..<1020], "·········████████·······"),
    // Half an hour is half a cell, of the side that is open.
    ([570..<750, 810..<1020], "·········▐██▌▐███·······"),
    // Less than a quarter of an hour is not seen, more is seen as half an hour.
    ([600..<610], "························"), ([600..<620], "··········▌·············"),
  ])
  func anHourIsACell(spans: [Range<Int>], bar: String) {
    #expect(HourBar.text(spans, width: 24, isASCII: false) == bar)
  }

  @Test func halfAnHourIsACellWhereThereIsRoom() {
    let bar = HourBar.text([570..<600], width: 48, isASCII: false)
    #expect(bar == String(repeating: "·", count: 19) + "█" + String(repeating: "·", count: 28))
  }

  @Test func inASCIIACellThatBeginsOpenCounts() {
    #expect(
      HourBar.text([540..<750], width: 24, isASCII: true) == ".........####...........")
  }

  @Test(arguments: [12, 24, 48]) func theScaleEndsWithTheBar(width: Int) {
    let scale = HourBar.scale(width: width)
    #expect(scale.hasPrefix("0"))
    #expect(scale.hasSuffix("24"))
    #expect(scale.count == width)
  }

  /// Labels stand over their hours, and no two of them touch.
  @Test(arguments: [
    (12, "12a   12p"), (24, "12a   6a    12p   6p 12a"),
    (48, "12a         6a          12p         6p       12a"),
  ])
  func longLabelsStandApart(width: Int, scale: String) {
    let names = [0: "12a", 6: "6a", 12: "12p", 18: "6p", 24: "12a"]
    #expect(HourBar.scale(width: width) { names[$0] ?? "?" } == scale)
  }

  @Test func noWidthIsNoBar() {
    #expect(HourBar.text([0..<60], width: 0, isASCII: false).isEmpty)
  }
}
