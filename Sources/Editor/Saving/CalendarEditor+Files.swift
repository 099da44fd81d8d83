import CalendarModel
import CalendarWork
import JSON

/// A calendar in a file. The editor reads the file again before it writes it, as it loads the
/// calendar of a service again before a save.
extension CalendarEditor {
  /// Takes in what the file holds now.
  mutating func finish(
    reading purpose: FileReading, _ result: Result<JSONValue, FileFailure>
  ) -> [Effect] {
    guard document != nil else { return [] }
    switch (purpose, result) {
    case (.check, _):
      guard saves.job != nil else { return [] }
      dialogs.removeAll()
      return withJob { $0.read(result.mapError { .file($0.reason) }) }
    case (.load, .success(let calendar)):
      open(calendar)
      say("Loaded again.", .success)
    case (.merge, .success(let calendar)) where isThisCalendar(calendar): finish(merge: calendar)
    case (_, .failure(let failure)):
      banner = Banner(
        kind: .error, title: "Nothing was loaded. \(failure.reason)",
        details: ["Your changes are still here."])
    case (.merge, .success):
      banner = Banner(
        kind: .error, title: "Nothing was loaded: the file holds another calendar now.",
        details: ["Your changes are still here."])
    }
    return []
  }

  /// Reports whether the file was written.
  mutating func finish(writing result: Result<FileWritten, FileFailure>) {
    let report = saves.job?.takenOver ?? []
    dialogs.removeAll()
    switch result {
    case .success(.calendar(let path, let calendar)):
      _ = withJob { $0.written(.success(calendar)) }
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
      _ = withJob { $0.written(.failure(.init(failure.reason))) }
      banner = Banner(
        kind: .error, title: "\(failure.path) could not be written: \(failure.reason)",
        details: ["Your changes are still here. Save again when that is fixed."] + report)
    }
  }
}
