import Testing

@testable import TextUI

/// Choosing from a list by typing.
@Suite struct FilterListTests {
  private let entries = [
    FilterList.Entry("Buffer after", detail: "slotBuffer", keywords: "time to wrap up"),
    FilterList.Entry("Buffer before", detail: "preBuffer"),
    FilterList.Entry("Slot", detail: "slot"), FilterList.Entry("Slot duration"),
  ]

  private func matches(_ typed: String, _ matching: FilterList.Matching) -> [Int] {
    var list = FilterList(entries, matching: matching)
    for character in typed { _ = list.narrow(by: .character(character)) }
    return list.matches
  }

  @Test func prefixesNarrowAndFallBackToTheMiddle() {
    #expect(matches("b", .prefixOfTitle) == [0, 1])
    #expect(matches("BEFORE", .prefixOfTitle) == [1])
    #expect(matches("zzz", .prefixOfTitle) == [])
  }

  @Test func wordsAreFoundAnywhereBestFirst() {
    #expect(matches("wrap", .wordsAnywhere) == [0])
    #expect(matches("slot", .wordsAnywhere) == [2, 3, 0])
    #expect(matches("slotbuffer", .wordsAnywhere) == [0])
    #expect(matches("after buffer", .wordsAnywhere) == [0])
  }

  @Test func scatteredLettersComeBelowWords() {
    #expect(matches("bfr", .wordsAnywhere) == [])
    #expect(matches("bfr", .fuzzy) == [1, 0])
    #expect(matches("bufbef", .fuzzy) == [1])
    #expect(matches("slt drtn", .fuzzy) == [3])
    #expect(matches("sdur", .fuzzy) == [3])
    #expect(matches("sn", .fuzzy) == [], "two letters mean nothing")
    #expect(matches("uffer", .fuzzy) == matches("uffer", .wordsAnywhere))
    for typed in ["wrap", "slot", "slotbuffer", "after buffer", "zzz"] {
      let words = matches(typed, .wordsAnywhere)
      #expect(matches(typed, .fuzzy).prefix(words.count) == words[...], "\(typed)")
    }
  }

  /// A synonym that is typed whole comes right after what begins so.
  @Test func synonymsAreFound() {
    var list = FilterList(
      [
        .init("Slot", keywords: "the limit of a day"), .init("Per day", synonyms: "limit cap"),
        .init("Limits"),
      ], matching: .fuzzy)
    for character in "limit" { _ = list.narrow(by: .character(character)) }
    #expect(list.matches == [2, 1, 0])
  }

  @Test func theSelectionStaysInTheList() {
    var list = FilterList(entries, matching: .wordsAnywhere, selected: 3)
    #expect(list.selected == 3)
    list.move(by: 1)
    #expect(list.selected == 3)
    list.move(by: -10)
    #expect(list.selected == 0)
    for character in "zzz" { _ = list.narrow(by: .character(character)) }
    #expect(list.selected == nil)
    _ = list.narrow(by: .control("u"))
    #expect(list.selected == 0)
    let taken = [list.narrow(by: .escape), list.narrow(by: .enter)]
    #expect(taken == [false, false])
  }
}
