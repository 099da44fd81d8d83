import CalendarModel
import CalendarWork
import JSON

/// The questions that a save asks before anything is sent.
extension CalendarEditor {
  func questionAbout(
    _ errors: [Problem], in document: CalendarDocument
  ) -> ConfirmDialog {
    ConfirmDialog(
      errors.count == 1 ? "There is an error" : "There are \(errors.count) errors",
      lines: [
        writesCalendar
          ? "The service would probably refuse this:" : "The service will probably refuse this:"
      ]
        + errors.prefix(4).map {
          "\(symbols.error) \(document.place($0.path)): \($0.message)"
        },
      answers: [
        .init(key: "g", text: "Go to the first error", action: .nextProblem),
        .init(
          key: "s", text: writesCalendar ? "Write anyway" : "Save anyway", decision: .sendErrors),
        .init(key: "b", text: "Back", action: nil),
      ])
  }

  func questionAboutLoss() -> ConfirmDialog {
    var answers: [ConfirmDialog.Answer] = [
      .init(key: "o", text: "Send the whole calendar, this once", decision: .sendWhole),
      .init(key: "c", text: "Send the changes alone", decision: .sendChanged),
      .init(key: "k", text: "Keep editing", action: nil),
    ]
    if terms.updates == .auto {
      answers.insert(
        .init(key: "w", text: "Whole calendars from now on", decision: .sendWholeAlways), at: 0)
    }
    return ConfirmDialog(
      "What the update does not name may be lost",
      lines: [
        "An update in this sub-account lost what it did not name. Sent whole, the calendar keeps "
          + "what it has.",
        "“\(UpdateSetting.whole.line)” in the profile sends the whole calendar each time, also in "
          + "changes of many calendars.",
      ], answers: answers)
  }

  /// What happens to the hours at the service when the update leaves them out; nil where it keeps them.
  func lossOfHoursLeftOut(by body: UpdateBody) -> String? {
    if habits.losesUnnamed == true || habits.sendsWhole == true
      || saves.last?.losesUnnamed == true
    {
      return "This account loses what an update does not name: left out, the hours will be lost."
    }
    return body.scope == .whole
      ? "Left out of an update of the whole calendar, the hours will be lost where the account keeps "
        + "only what is named." : nil
  }

  /// - Parameter loss: what leaving them out would lose; it is not the default then.
  func questionAboutHours(
    _ sentences: [String], loss: String?, in document: CalendarDocument
  ) -> ConfirmDialog {
    // What may come of it stands first, for a small screen has no room for the rest.
    let first = [loss].compactMap { $0 } + sentences.filter { $0 == ScheduleWording.consequences }
    let sentences = first + sentences.filter { $0 != ScheduleWording.consequences }
    return ConfirmDialog(
      document.governing.state == .some
        ? "A schedule governs these hours" : "A schedule may govern these hours",
      lines: sentences,
      answers: [
        .init(key: "l", text: "Leave the hours out of this save", decision: .leaveHoursOut),
        .init(key: "s", text: "Send them anyway", decision: .sendHours),
        .init(key: "k", text: "Keep editing", action: nil),
      ], selected: loss == nil ? 0 : 2)
  }

  /// The keys that some paths end with, in words; nil where there is none.
  static func lastKeys(of paths: [JSONPath]) -> String? {
    guard !paths.isEmpty else { return nil }
    var names: [String] = []
    for name in paths.compactMap(\.keys.last) where !names.contains(name) {
      names.append(name)
    }
    return names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
  }

  /// - Parameter never: what cannot be sent, whatever is answered; going on may lose it, so that it is
  ///   not the default then.
  func questionAboutUndocumented(_ names: String, never: String?) -> ConfirmDialog {
    ConfirmDialog(
      "Send undocumented keys?",
      lines: [
        "An update sends a list whole, and its rows have undocumented keys: \(names).",
        "If sent, most accounts keep them; a strict one refuses the save, and nothing is lost. "
          + "If left out, the service may lose them in every row.",
      ] + (never.map { ["Never sent, and may be lost with either answer: \($0)."] } ?? []),
      answers: [
        .init(key: "s", text: "Send them", decision: .sendUndocumented),
        .init(key: "l", text: "Leave them out", decision: .leaveUndocumented),
        .init(key: "k", text: "Keep editing", action: nil),
      ], selected: never == nil ? 0 : 2)
  }
}
