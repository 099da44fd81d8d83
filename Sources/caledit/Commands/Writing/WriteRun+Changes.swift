import CalendarModel
import CalendarWork

extension WriteRun {
  /// Runs a command whose arguments say what to change in which calendars.
  ///
  /// - Parameter read: gives the words that name calendars, and the changes.
  static func run(
    _ name: String, _ choice: ChoiceOptions, _ options: WriteOptions,
    _ read: @escaping @Sendable () throws(Failure) -> (words: [String], changes: CalendarChanges)
  ) throws {
    try CommandRun(name, options.output).run(in: choice.reach) { finder throws(Failure) in
      try options.checkRunIsResumed()
      // A mistake in what to change is said before anything is asked of the service.
      let (words, changes) = try read()
      let run = WriteRun(
        name: name, options: options, troubles: finder.troubles,
        selection: choice.selection(words))
      if options.resume { return try await run.resume(choice.reach, changes: changes) }
      guard !changes.isEmpty else {
        throw Failure("nothing to change is named", status: .usage)
      }
      let found = try await finder.find(
        words, filter: choice.filterForChanging(), from: choice.from)
      return try await run.run(.changes(changes), on: found, finder)
    }
  }

  static func changes(setting arguments: [String]) throws(Failure) -> CalendarChanges {
    do throws(CalendarChanges.Mistake) {
      return try CalendarChanges(setting: arguments, today: CalendarFinder.today)
    } catch {
      throw Failure(error.message, status: .usage)
    }
  }

  static func changes(unsetting names: [String]) throws(Failure) -> CalendarChanges {
    do throws(CalendarChanges.Mistake) {
      return try CalendarChanges(unsetting: names, today: CalendarFinder.today)
    } catch {
      throw Failure(error.message, status: .usage)
    }
  }

  /// Reads a file of changes; `-` is standard input.
  static func changes(inFile path: String) throws(Failure) -> CalendarChanges {
    let name = CalendarFile.name(of: path)
    let bytes: [UInt8]
    do throws(Failure) {
      bytes =
        path == CalendarFile.standardInput
        ? try StandardInput.read(for: "apply -") : try System.read(path)
    } catch {
      throw error.with(.unreadable)
    }
    guard let text = bytes.text else {
      // It names the line.
      _ = try bytes.lines(of: name)
      throw Failure("\(name) is not UTF-8", status: .unreadable)
    }
    do throws(CalendarChanges.Mistake) {
      return try CalendarChanges(file: text, today: CalendarFinder.today)
    } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw Failure("\(name)\(line): \(error.message)", status: .unreadable)
    }
  }
}
