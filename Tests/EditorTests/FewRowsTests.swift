import CalendarModel
import Testing
import TextUI

@testable import Editor

/// Little is drawn for a key: a slow line carries each row that looks otherwise.
@Suite struct FewRowsTests {
  /// How many rows differ between two screens.
  private func differing(_ before: String, _ after: String) -> Int {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(old, new).count { $0 != $1 }
  }

  /// On the smallest screen what is typed stands with what it means in the room of the bar.
  @Test func theReadingIsWholeWhileHoursAreTyped() {
    var model = makeModel(rows: 12, columns: 40)
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    model.press("\"9:30-12:15\"")
    #expect(model.screen.contains("= 09:30–12:15"), "\(model.screen)")
  }

  /// There the name of an action is whole, and its reason stands under the list.
  @Test func theNameOfAnActionComesFirst() {
    var model = makeModel(rows: 12, columns: 40)
    _ = model.perform(.palette)
    model.press("\"restore what\"")
    #expect(model.screen.contains("Restore what the last save lost"), "\(model.screen)")
    let foot = model.screen.split(separator: "\n").filter { $0.contains("No save of this session") }
    #expect(foot.count == 1 && foot[0].contains("Restore") == false, "\(model.screen)")
  }

  /// The box of the search is as high whatever is typed, and what stands below it stays.
  @Test(arguments: [(24, 80, 8), (40, 120, 15), (12, 40, 7)])
  func theSearchStaysWhereItIs(rows: Int, columns: Int, hits: Int) throws {
    var model = makeModel(rows: rows, columns: columns)
    model.press("Ctrl-F")
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let end = try #require(lines.lastIndex { $0.hasPrefix("└") })
    // The title, the upper border and the text that is typed stand above the hits.
    #expect(end == 3 + hits)
    for typed in ["b", "bu", "buf", "buffer", "bufferxyz"] {
      var model = makeModel(rows: rows, columns: columns)
      model.press("Ctrl-F \"\(typed)\"")
      let now = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(now.lastIndex { $0.hasPrefix("└") } == end, "\(typed)")
      #expect(now[(end + 1)...] == lines[(end + 1)...], "\(typed)")
    }
  }

  /// What stands behind the titles of hits does not move when others go.
  @Test func theColumnOfTheKeysStays() throws {
    var model = makeModel()
    var columns: Set<Int> = []
    for letter in ["s", "l", "o", "t", "d", "u"] {
      model.press((columns.isEmpty ? "Ctrl-F " : "") + "\"\(letter)\"")
      let line = try #require(
        model.screen.split(separator: "\n").first { $0.contains("slotDuration ") })
      let place = try #require(line.range(of: "slotDuration "))
      columns.insert(line.distance(from: line.startIndex, to: place.lowerBound))
    }
    #expect(columns.count == 1)
  }

  /// The review leaves alone what it has no lines for.
  @Test func theReviewIsAsHighAsItsLines() throws {
    var model = makeModel()
    model.press("Ctrl-F \"slotDuration\" Enter Ctrl-U \"45\"")
    let before = model.screen
    model.press("Ctrl-S")
    let lines = model.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let end = try #require(lines.lastIndex { $0.hasPrefix("└") })
    #expect(lines[1...end].allSatisfy { "┌│└".contains($0.first ?? " ") })
    #expect(lines[end - 1].contains("saves."))
    #expect(end < 12)
    // The rows of the box, and the key bar.
    #expect(differing(before, model.screen) == end + 1)
  }

  /// Whoever walks down or up sees some rows more where the form scrolls, and it scrolls seldom; the line
  /// with the focus is in sight after each step, and at the end nothing is left blank.
  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func aFormScrollsSeldom(rows: Int, columns: Int) {
    var model = makeModel(rows: rows, columns: columns)
    model.press("Esc End Enter")
    for key in ["Down", "Up"] {
      var (scrolled, steps) = (0, 0)
      var top = model.workspace.page.top
      while steps < 400 {
        let focus = model.workspace.page.focus
        model.press(key)
        if model.workspace.page.focus == focus { break }
        steps += 1
        if model.workspace.page.top != top { scrolled += 1 }
        top = model.workspace.page.top
        let place = model.frame.places.first { $0.line == model.workspace.page.focus }
        #expect(place != nil)
        if let place { #expect(place.view.height <= place.room.rows || place.line == top) }
      }
      #expect(steps > 60)
      #expect(scrolled * (rows / 6) < steps, "\(scrolled) of \(steps)")
      if key == "Down" { #expect(model.frame.below == 0) } else { #expect(top <= 1) }
    }
  }
}
