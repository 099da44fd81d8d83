import CalendarAPI
import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// Lines know themselves: who they are, what their keys do, how they say it.
@Suite struct LineTests {
  /// Every line of every page of a calendar.
  private func eachLine(
    of model: TestApp = makeModel(), _ body: (TestApp, Int, any Line) throws -> Void
  ) rethrows {
    var model = model
    for entry in Workspace.entries.indices {
      model.calendar.workspace.choose(entry: entry)
      for number in 0..<model.layout.count {
        guard let line = model.layout[number] else { continue }
        if line.isFocusable {
          model.focus(line: number)
          model.syncInput()
        }
        try body(model, number, line)
      }
    }
  }

  @Test func eachIsFoundByWhatItIs() {
    eachLine { model, number, line in
      guard let id = line.id else { return }
      #expect(model.layout.line(withID: id) == number, "\(id)")
    }
  }

  @Test func eachSaysItselfInWords() {
    eachLine { model, number, line in
      #expect(!line.words(model.calendar).isEmpty, "line \(number) of \(model.workspace.page.kind)")
    }
  }

  /// A kind of line that no test here meets is not tested.
  @Test func eachKindIsMet() throws {
    var kinds: Set<String> = []
    // More problems than the overview lists.
    var wrong = makeModel()
    for field in CalendarSchema.all where !field.isReadOnly {
      wrong.edit(JSONPath([.key(field.key)]), to: "?")
    }
    for model in [makeModel(), makeAfternoon(.standard), wrong] {
      eachLine(of: model) { _, _, line in
        kinds.insert("\(type(of: line))")
        #expect(!line.words(model.calendar).isEmpty)
      }
    }
    let declared = try EditorSource.matches(of: /struct (\w+): (?:\w+, )*Line\b/)
    #expect(kinds == Set(declared))
  }

  /// Where a line lets a key fall, one action at most answers to it.
  @Test func noKeyHasTwoActions() {
    eachLine { model, _, line in
      guard line.isFocusable else { return }
      var owners: [Key: ActionID] = [:]
      for action in Actions.all where action.availability(model.calendar) == .available {
        for key in action.keys {
          let other = owners.updateValue(action.id, forKey: key)
          #expect(other == nil, "\(key) on \(line.id ?? ""): \(action.id)")
        }
      }
    }
  }

  /// What the key bar shows of a line does something there.
  @Test func eachHintIsAKeyOfTheLine() {
    eachLine { model, _, line in
      guard line.isFocusable else { return }
      for hint in line.hints(model.calendar) {
        guard let key = hint.press else { continue }
        var pressed = model
        pressed.press(key.description)
        #expect(
          pressed.status?.text.contains("does nothing here") != true, "\(hint.key) \(line.id ?? "")"
        )
      }
    }
  }

  /// A line that shows no field explains itself, and the key that it is for stands in the key bar.
  ///
  /// Without these the lines under the form would explain the whole form.
  @Test func eachExplainsItselfAndItsKey() throws {
    try eachLine { model, _, line in
      guard line.isFocusable, line.field == nil else { return }
      let document = try #require(model.document)
      let help = line.context(document, model.calendar).help
      #expect(help != model.workspace.page.kind.help, "\(line.id ?? "")")
      if case .key(let key) = line.invitation(model.calendar) {
        let hints = line.hints(model.calendar)
        #expect(hints.contains { $0.press == key }, "\(line.id ?? "")")
      }
    }
  }

  @Test func noKeyStandsTwiceInAPlace() {
    for table in PlaceKeys.all {
      var seen: Set<Key> = []
      for entry in table.entries {
        #expect(!entry.help.isEmpty && !entry.short.isEmpty, "\(entry.id)")
        for key in entry.keys { #expect(seen.insert(key).inserted, "\(key) in \(table.id)") }
      }
    }
    #expect(Set(PlaceKeys.all.map(\.id)).count == PlaceKeys.all.count)
  }

  /// A key that somebody chose works, stands in the key bar, and the one of the table does not.
  @Test func aKeyCanBeChosen() throws {
    let keymap = Keymap(choosing: ["toggle.flip": [.control("t")], "search": [.control("g")]])
    var model = makeModel()
    model.calendar.display = Display(size: model.size, keymap: keymap)
    model.visit("autoConfirm")
    #expect(model.screen.contains("Ctrl-T Switch") && model.screen.contains("Ctrl-G Search"))
    model.press("Ctrl-T")
    #expect(model.document?["autoConfirm"] == false)
    model.press("Space")
    #expect(model.document?["autoConfirm"] == false)
    model.press("Ctrl-G")
    #expect(model.dialogs.last is SearchDialog)
  }

  // MARK: The way back, and what was typed ahead

  @Test func escLeadsBackFromAJump() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("Ctrl-F \"widget slug\" Enter")
    #expect(model.focusedPath == "widgetSlug")
    model.press("Esc")
    #expect(model.focusedPath == "slotDuration")
    model.press("Esc")
    #expect(model.workspace.isInList, "there was no other jump")
  }

  @Test func keysDuringALoadWaitForIt() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("F5")
    let id = model.request?.id ?? 0
    model.press("4 5 Ctrl-S Ctrl-X")
    #expect(model.document?["slotDuration"] == 30)
    _ = model.update(.terminal(.paste("0")))
    let loaded = LoadedCalendar(calendar: sampleCalendar, duplicateKeys: [])
    _ = model.update(.loaded(id, .success(loaded)))
    #expect(model.document?["slotDuration"] == 450)
  }

  @Test func nothingIsTypedAtAFailure() {
    var model = makeModel()
    model.visit("slotDuration")
    model.press("F5")
    let id = model.request?.id ?? 0
    model.press("4 5")
    _ = model.update(.loaded(id, .failure(.unreadable(nil))))
    #expect(model.document?["slotDuration"] == 30)
    #expect(model.status?.text.contains("was discarded") == true)
  }

  @Test func aNumberOnASwitchIsForTheNumberBesideIt() {
    var model = makeModel()
    model.visit("lookBusyConfig.enabled")
    model.press("4 5")
    #expect(model.focusedPath == "lookBusyConfig.LookBusyPercentage")
    #expect(model.document?["lookBusyConfig.LookBusyPercentage"] == 45)
  }

  @Test func homeAndEndLeadOutOfAText() {
    var model = makeModel()
    model.visit("slug")
    model.press("Home Home")
    #expect(model.focusedPath == "name")
    model.press("End End")
    #expect(model.focusedPath != "name")
  }
}
