import Foundation
import HostileText
import JSON
import TestSupport
import Testing
import TextUI

@testable import CalendarAPI
@testable import CalendarModel
@testable import Editor

/// Hostile texts in every place of a calendar: no cell of any screen holds what a terminal obeys.
@Suite(.timeLimit(.minutes(240))) struct HostileScreenTests {
  static let groups = HostileText.groups(of: 6)
  /// Every group begins a calendar where `CALEDIT_TEST_ALL` is set, as in CI; else one of three does.
  ///
  /// Each calendar holds all groups, at other places.
  static let turns = Array(stride(from: 0, to: groups.count, by: TestExtent.isAll ? 1 : 3))

  /// A calendar whose places have the groups in turn, beginning with one of them.
  static func calendar(_ turn: Int, _ extent: HostileCalendar.Extent) -> JSONValue {
    let types = CalendarType.allCases.map(\.rawValue)
    return HostileCalendar.make(extent, calendarType: types[turn % types.count]) { place in
      groups[(place + turn) % groups.count]
    }
  }

  private static func extent(_ turn: Int) -> HostileCalendar.Extent {
    HostileCalendar.Extent.allCases[turn % HostileCalendar.Extent.allCases.count]
  }

  /// Some turns, of other extents: each calendar has all groups, and what is cut off here the pages
  /// show.
  @Test(arguments: TestExtent.isAll ? [0, 4, 8] : [4])
  func everyLine(turn: Int) {
    var walk = HostileWalk(makeModel(Self.calendar(turn, Self.extent(turn))))
    walk.lines()
    #expect(walk.complaints == [])
    #expect(walk.screens > 100)
  }

  @Test(arguments: turns)
  func everyPageAtOtherSizes(turn: Int) {
    let isASCII = turn % 4 == 0
    var walk = HostileWalk(
      makeModel(Self.calendar(turn, Self.extent(turn + 1)), isASCII: isASCII))
    for (rows, columns) in [(12, 40), (50, 200), (25, 77)] {
      walk.resize(rows, columns)
      walk.pages()
    }
    #expect(walk.complaints == [])
    // They were there, as symbols: as many of them as have room where they stand.
    let isShown = Self.groups.map { walk.seen.contains($0.sanitized.prefix(8)) }
    #expect(isASCII || isShown.count { $0 } > Self.groups.count / 2)
  }

  // MARK: What lies over the pages

  @Test(arguments: groups.indices)
  func everyDialog(turn: Int) {
    let text = Self.groups[turn]
    var walk = HostileWalk(makeModel(Self.calendar(turn, .texts)))
    for (rows, columns) in [(12, 40), (40, 133)] {
      walk.resize(rows, columns)
      for kind in LookUp.allCases {
        _ = walk.send(
          .lookedUp(
            kind,
            .success([
              LookUpResult(id: text, name: text, detail: text, isActive: false),
              LookUpResult(id: "b", name: text, detail: nil),
            ])))
      }
      walk.dialogs(text)
    }
    #expect(walk.complaints == [])
  }

  @Test(arguments: groups.indices)
  func everyAnswer(turn: Int) {
    let text = Self.groups[turn]
    var walk = HostileWalk(makeModel(sampleCalendar, columns: turn % 2 == 0 ? 80 : 120))
    walk.answers(text)
    #expect(walk.complaints == [])
  }

  @Test(arguments: groups.indices)
  func namesOfTheMachine(turn: Int) {
    let text = Self.groups[turn]
    for kind in [
      Source.Kind.file(path: text), .demo(calendarID: text),
      .service(calendarID: text, origin: text),
    ] {
      var model = TestApp(
        source: Source(kind, output: text), size: Size(rows: 24, columns: 80), today: today)
      model.note(text)
      _ = model.begin()
      var walk = HostileWalk(model)
      walk.look("before it is loaded")
      var opened = model
      opened.open(sampleCalendar)
      walk = HostileWalk(opened)
      walk.look("opened")
      walk.machine(text)
      #expect(walk.complaints == [])
    }
  }
}
