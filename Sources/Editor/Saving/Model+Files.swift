import CalendarModel
import JSON

/// A calendar in a file. The editor reads the file again before it writes it, as it loads the
/// calendar of a service again before a save.
extension Model {
  /// Takes in what the file holds now.
  mutating func finish(
    reading purpose: FileReading, _ result: Result<JSONValue, FileFailure>
  ) -> [Effect] {
    guard let document, purpose != .check || saving != nil else { return [] }
    if purpose == .check { layers = [] }
    switch (purpose, result) {
    case (.load, .success(let calendar)):
      open(calendar)
      say("Loaded again.", .success)
    case (.merge, .success(let calendar)) where isThisCalendar(calendar): finish(merge: calendar)
    case (.check, .success(let calendar)) where isThisCalendar(calendar):
      return goOn(onto: calendar, document)
    case (.load, .failure(let failure)), (.merge, .failure(let failure)):
      banner = Banner(
        kind: .error, title: "Nothing was loaded. \(failure.reason)",
        details: ["Your changes are still here."])
    case (.merge, .success):
      banner = Banner(
        kind: .error, title: "Nothing was loaded: the file holds another calendar now.",
        details: ["Your changes are still here."])
    case (.check, .failure(let failure)): askToWrite(failure.reason)
    case (.check, .success): askToWrite("The file holds another calendar now.")
    }
    return []
  }

  private mutating func askToWrite(_ why: String) {
    saving = nil
    banner = Banner(kind: .error, title: "Not written. \(why)")
    layers.append(
      ConfirmLayer(
        "Write without checking?",
        lines: ["It is not known whether somebody else has changed the file. \(why)"],
        answers: [
          .init(key: "r", text: "Check again", action: .send),
          .init(key: "s", text: "Write anyway", action: .saveUnchecked),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }

  /// Reports whether the file was written.
  mutating func finish(writing result: Result<FileWritten, FileFailure>) {
    let report = saving?.report ?? []
    saving = nil
    layers = []
    switch result {
    case .success(.calendar(let path, let calendar)):
      change(.root) { $0.adopt(saved: calendar) }
      banner = Banner(
        kind: .success,
        title: source.isStandardInput
          ? "Saved. caledit writes it to standard output when it ends." : "Written to \(path).",
        details: report)
    case .success(.body(let path)):
      banner = Banner(
        kind: .success, title: "The update body is written to \(path).",
        details: ["The calendar itself is not changed."])
    case .failure(let failure):
      banner = Banner(
        kind: .error, title: "\(failure.path) could not be written: \(failure.reason)",
        details: ["Your changes are still here. Save again when that is fixed."] + report)
    }
  }
}
