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
    try CommandRun(name, options.output).run { troubles throws(Failure) in
      let run = WriteRun(name: name, options: options, troubles: troubles)
      if options.resume { return try await run.resume(choice.reach) }
      // A mistake in what to change is said before anything is asked of the service.
      let (words, changes) = try read()
      guard !changes.isEmpty else {
        throw Failure("nothing to change is named", status: .usage)
      }
      let finder = CalendarFinder(choice.reach, troubles)
      let found = await result { () throws(Failure) in
        try await finder.find(words, filter: choice.filter, from: choice.from)
      }
      let report = await result { () throws(Failure) in
        try await run.run(.changes(changes), on: try found.get(), finder)
      }
      await finder.shutdown()
      return try report.get()
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
    do throws(CalendarChanges.Mistake) {
      return try CalendarChanges(
        file: String(decoding: bytes, as: UTF8.self), today: CalendarFinder.today)
    } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw Failure("\(name)\(line): \(error.message)", status: .unreadable)
    }
  }
}

/// The result of something that may fail, as a value.
func result<Success: Sendable>(
  _ body: () async throws(Failure) -> Success
) async -> Result<Success, Failure> {
  do throws(Failure) {
    return .success(try await body())
  } catch {
    return .failure(error)
  }
}
