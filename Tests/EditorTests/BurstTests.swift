import JSON
import Testing
import TextUI

@testable import Editor

/// Keys that came faster than any hand types: a text that was pasted as if it were typed.
@Suite struct BurstTests {
  /// Where such a text may arrive: forms, lists, dialogs, questions.
  private static let places = [
    "", "Enter", "Ctrl-S", "Ctrl-Q", "Ctrl-P", "Ctrl-F \"ben\" Enter", "Ctrl-F \"name\" Enter",
    "Ctrl-F \"availabilities\" Enter", "Ctrl-F \"availabilities\" Enter Down Down",
    "Ctrl-F \"openHours\" Enter", "Ctrl-F \"notes\" Enter Enter", "Ctrl-F \"slotDuration\" Enter",
    "Ctrl-F \"teamMembers\" Enter", "Ctrl-F \"teamMembers\" Enter Down", "F6", "F8", "F1", "F5",
    "Ctrl-P \"reset\" Enter", "Ctrl-P \"load\" Enter", "Ctrl-S Ctrl-S",
  ]

  private static var models: [(place: String, model: TestApp)] {
    places.flatMap { place in
      [false, true].map { isChanged in
        var model = makeModel()
        model.draftStatus.isKept = true
        if isChanged {
          model.visit("slotDuration")
          model.press("Ctrl-U 4 5 Esc Esc")
        }
        model.press(place)
        return ("\(place), \(isChanged ? "changed" : "unchanged")", model)
      }
    }
  }

  private static var allKeys: [Key] {
    Array(Set(Actions.all.flatMap(\.keys)))
      + [.enter, .escape, .space, .backspace, .tab, .down]
      + "yqsdktmurjxabcnl019".map(Key.character)
  }

  private func rows(_ model: TestApp) -> [Int] {
    ["teamMembers", "availabilities"].map { model.document?.current[key: $0]?.array?.count ?? 0 }
  }

  private func isIrrevocable(_ effect: Effect) -> Bool {
    switch effect {
    case .save, .quit, .writeCalendar, .writeBody, .discardDraft, .suspend: true
    default: false
    }
  }

  @Test func aTextSendsDeletesAndEndsNothing() {
    for (place, start) in Self.models {
      for key in Self.allKeys {
        var model = start
        let effects = model.update(.terminal(.fastKey(key)))
        #expect(!effects.contains(where: isIrrevocable), "\(key) at \(place)")
        for (now, before) in zip(rows(model), rows(start)) {
          #expect(now >= before, "\(key) at \(place)")
        }
        guard model.latest.burst?.isRefused == true else { continue }
        #expect(model.status?.text.hasPrefix("\(key) was ignored") == true)
        #expect(model.document?.current == start.document?.current, "\(key) at \(place)")
        // The palette goes away when something was chosen from it.
        let dialogs = start.dialogs.filter { !($0 is PaletteDialog) || key != .enter }
        #expect(model.dialogs.count == dialogs.count, "\(key) at \(place)")
        #expect(effects.isEmpty)
        // What comes with it was meant for something else.
        let screen = model.screen
        for other in Self.allKeys {
          #expect(model.update(.terminal(.fastKey(other))).isEmpty)
        }
        #expect(model.screen == screen, "\(key) at \(place)")
      }
    }
  }

  /// Pressed again, each key does what it always does.
  @Test func thenTheKeyWorks() {
    for (place, start) in Self.models where start.request == nil {
      for key in Self.allKeys {
        var refused = start
        _ = refused.update(.terminal(.fastKey(key)))
        guard refused.latest.burst?.isRefused == true, !(start.dialogs.last is PaletteDialog) else {
          continue
        }
        var plain = start
        let wanted = plain.update(.terminal(.key(key)))
        #expect(refused.update(.terminal(.key(key))) == wanted, "\(key) at \(place)")
        #expect(refused.document?.current == plain.document?.current, "\(key) at \(place)")
        #expect(refused.dialogs.count == plain.dialogs.count, "\(key) at \(place)")
      }
    }
  }

  /// Letters type and arrows move, however they come.
  @Test func allElseIsDone() {
    var model = makeModel()
    model.visit("name")
    model.press("Ctrl-U")
    for key in keys("\"Yoga -\" Left") { _ = model.update(.terminal(.fastKey(key))) }
    _ = model.update(.terminal(.fastKey(.character("x"))))
    #expect(model.document?.current[key: "name"] == "Yoga x-")
    let path = model.focusedPath
    _ = model.update(.terminal(.fastKey(.down)))
    #expect(model.focusedPath != path)
  }

  @Test func whatIsSaidOfAPaste() {
    var model = makeModel()
    model.visit("name")
    let before = model.document?.current
    _ = model.update(.terminal(.pasting(bytes: 5000)))
    #expect(model.screen.contains("Pasting… 5000 bytes so far. Esc ends it."))
    #expect(model.document?.current == before)
    _ = model.update(.terminal(.paste("long\ntext")))
    _ = model.update(.terminal(.pasteCut(kept: 1_048_576, lost: 12)))
    #expect(model.screen.contains("The paste was cut at 1048576 bytes; 12 bytes were left out."))
    #expect(model.document?.current[key: "name"] == "long text")
    #expect(model.focusedPath?.contains("name") == true, "a line feed goes nowhere")
  }
}
