import CalendarModel
import JSON
import TextUI

@testable import CalendarAPI
@testable import Editor

/// An application for every type of dialog, with one of it on top.
struct DialogCases {
  let rows: Int
  let columns: Int
  var format = LocalFormat.standard

  static let names = DialogCases(rows: 24, columns: 80).cases.map(\.name)

  static func all(
    rows: Int, columns: Int, format: LocalFormat = .standard
  ) -> [(name: String, model: TestApp)] {
    DialogCases(rows: rows, columns: columns, format: format).cases.map { ($0.name, $0.make()) }
  }

  static func model(
    _ name: String, rows: Int, columns: Int, theme: Theme = .standard
  ) -> TestApp? {
    let cases = DialogCases(rows: rows, columns: columns).cases
    guard var model = cases.first(where: { $0.name == name })?.make() else { return nil }
    model.calendar.display = Display(size: model.size, theme: theme, mouse: true)
    return model
  }

  private func make(_ path: JSONPath? = nil, _ keys: String = "") -> TestApp {
    var model = makeModel(rows: rows, columns: columns, format: format)
    if let path { model.visit(path) }
    model.press(keys)
    return model
  }

  private func open(_ dialog: (CalendarEditor) -> any Dialog) -> TestApp {
    var model = make()
    model.dialogs.append(dialog(model.calendar))
    model.scroll()
    return model
  }

  private func perform(_ action: ActionID, _ path: JSONPath? = nil) -> TestApp {
    var model = make(path)
    _ = model.perform(action)
    return model
  }

  // MARK: Dialogs that wait for somebody

  private func draft() -> TestApp {
    let left = make("name", "\"!\"").calendar.draft
    var model = make()
    if let left { _ = model.update(.draftFound(left, age: "2 hours ago")) }
    return model
  }

  private func history() -> TestApp {
    var model = perform(.history)
    _ = model.update(
      .historyListed([
        PastSave(
          id: "2", when: "2026-11-22 08:46", who: "ana", outcome: "Saved.",
          changes: ["Name: a → b"], changeCount: 1),
        PastSave(id: "1", when: "2026-11-21 08:46", problem: "It is empty."),
      ]))
    return model
  }

  private func users(_ path: JSONPath, _ keys: String) -> TestApp {
    var model = make()
    let users = [
      LookUpResult(id: "ana", name: "Ana Ferro", detail: "a@x.org"),
      LookUpResult(id: "cleo", name: "Cleo Berg"),
    ]
    _ = model.update(.lookedUp(.users, .success(users)))
    model.visit(path)
    model.press(keys)
    return model
  }

  private func listed(_ keys: String) -> TestApp {
    var app = ListedApp(["Beard Trim", "Bridal Trial"], rows: rows, columns: columns)
    app.begin()
    app.press(keys)
    return TestApp(app.app)
  }

  private func week() -> TestApp {
    var model = make()
    model.goToEditor(of: WeekHours.path)
    model.press("Ctrl-D")
    return model
  }

  private var cases: [(name: String, make: () -> TestApp)] {
    [
      ("ReviewDialog", { make("slotDuration", "Ctrl-U \"45\" Ctrl-S") }),
      ("ConflictDialog", { ConflictScreenTests.model(rows: rows, columns: columns) }),
      ("DraftDialog", draft), ("HistoryDialog", history),
      ("ConfirmDialog", { make("slotDuration", "\"5\" Ctrl-Q") }),
      ("SecretPromptDialog", { perform(.typeToken) }),
      ("PreviewDialog", { make(nil, "F6") }), ("SearchDialog", { make(nil, "Ctrl-F") }),
      ("PaletteDialog", { make(nil, "Ctrl-P") }),
      ("TextDialog", { make("openHours[0]", "Alt-J") }),
      ("LongTextDialog", { make("description", "Enter") }),
      ("PromptDialog", { open { PromptDialog(.copies(of: today.adding(days: 32)), in: $0) } }),
      (
        "EmailListDialog",
        { open { EmailListDialog("notifications[0].x", CalendarSchema.all[0], in: $0) } }
      ),
      ("ChoiceDialog", { make("widgetType", "Enter") }),
      ("ChoicesDialog", { make("openHours[0].daysOfTheWeek", "Enter") }),
      ("FieldMenuDialog", { make("slotDuration", "Ctrl-O") }),
      ("LookUpDialog", { users("teamMembers[0].userId", "Enter") }),
      ("TypeDialog", { open { TypeDialog($0) } }),
      ("AddMemberDialog", { users("teamMembers", "Ctrl-N") }),
      (
        "AddLocationDialog",
        { open { AddLocationDialog("locationConfigurations", at: 0, in: $0) } }
      ),
      ("CopyHoursDialog", week),
      ("UndoDialog", { make("slotDuration", "\"45\" Down Down \"5\" Alt-Z") }),
      ("CalendarListDialog", { listed("") }), ("AccountsDialog", { listed("F2") }),
      ("OpenCalendarsDialog", { listed("Enter Alt-X Alt-O") }),
      ("CopySettingsDialog", { listed("Enter Alt-A") }),
      ("CopyPartnersDialog", { listed("Enter Alt-A Enter") }),
      ("BatchPlanDialog", { listed("Ins Ins Alt-C \"slotDuration=45 min\" Enter") }),
      ("BatchRunDialog", { listed("Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c") }),
      ("WelcomeDialog", { open { _ in WelcomeDialog(path: "~/.config", scopes: ["a.write"]) } }),
      ("RecentPlacesDialog", { make("slotDuration", "\"45\" Ctrl-F \"slug\" Enter Alt-G") }),
    ]
  }
}
