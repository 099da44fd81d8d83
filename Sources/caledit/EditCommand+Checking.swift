import ArgumentParser
import CalendarModel
import State
import UserConfiguration

/// What is wrong with the arguments, said before anything is opened.
extension EditCommand {
  /// The id of the calendar: blanks around it are left out, and a link gives the id in it.
  var id: String? { calendarID.map { (try? CalendarLink.id(in: $0)) ?? $0 } }

  var readsStandardInput: Bool { file == CalendarFile.standardInput }

  func check() throws {
    try checkSources()
    try checkID()
    try checkUnusedOptions()
    try account.check()
    if account.apiVersion == .v3, route == .documented {
      throw ValidationError("--api-version v3: \(Profile.documentedRouteOfV3).")
    }
    if let file, let output, AtomicFile.areSame(file, output) {
      throw ValidationError(
        "--output names the file that is edited; leave it out to write the calendar back.")
    }
    if output == CalendarFile.standardInput {
      throw ValidationError("--output needs the name of a file; only --file accepts -.")
    }
    if line, noLine { throw ValidationError("Give --line or --no-line, not both.") }
    if ascii, utf8 { throw ValidationError("Give --ascii or --utf8, not both.") }
    if let escDelay, case .number(let range, _) = Setting.of(.escDelay).kind,
      !range.contains(escDelay)
    {
      throw ValidationError(
        "--esc-delay must be from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  /// In a file, the id chooses one of several calendars.
  private func checkSources() throws {
    if file != nil, demo {
      throw ValidationError("Give only one of: a calendar id, --file, --demo.")
    }
    if output != nil, file == nil, calendarID == nil {
      throw ValidationError("--output needs the id of a calendar, or --file.")
    }
  }

  private func checkID() throws {
    guard let calendarID else { return }
    // A token has no place among the arguments; the message does not repeat it.
    if TokenSource.isToken(calendarID) {
      throw ValidationError(
        "That looks like a token and not like the id of a calendar. A token is never an argument: "
          + "set \(TokenSource.variable), or give --token-file or --token-command.")
    }
    let id = wanted
    if file != nil || !isLinkOfSlug { try checkLink() }
    let command = Caledit.configuration.subcommands.compactMap { $0.configuration.commandName }
      .first { $0.hasPrefix(id.lowercased()) && !id.isEmpty }
    if let command {
      throw ValidationError("“\(id)” is not a calendar id. Did you mean caledit \(command)?")
    }
    if file != nil { try checkWord(id) }
  }

  /// What the argument looks for: an id, or the slug of a link.
  var wanted: String {
    guard let calendarID else { return "" }
    do {
      return try CalendarLink.id(in: calendarID)
    } catch .slug(let slug) {
      return slug
    } catch {
      return calendarID
    }
  }

  private var isLinkOfSlug: Bool {
    do {
      _ = try CalendarLink.id(in: calendarID ?? "")
      return false
    } catch {
      if case .slug = error { return true }
      return false
    }
  }

  private func checkLink() throws {
    guard let calendarID else { return }
    do {
      _ = try CalendarLink.id(in: calendarID)
    } catch {
      throw ValidationError("“\(calendarID)”: \(error.message).")
    }
  }

  /// Where no sub-account is known whose list has names, only an id can be meant.
  func checkIsID() throws {
    try checkLink()
    try checkWord(wanted)
  }

  private func checkWord(_ id: String) throws {
    // In a file, an id may be whatever somebody wrote there.
    let isWord = id.unicodeScalars.allSatisfy {
      "-_.".unicodeScalars.contains($0)
        || (file == nil && !$0.isASCII
          ? false : $0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    guard isWord, id.contains(where: { $0 != "." }) else {
      throw ValidationError(
        "“\(id)” is not a calendar id; it is the last part of the calendar's address, letters and "
          + "digits such as ocQHyuzHvysMo5N5VsXc.")
    }
  }

  /// Options that would do nothing in this mode: who gives one expects something of it.
  private func checkUnusedOptions() throws {
    let connecting =
      [account.useOfProfile] + account.usesForAccount + account.usesForConnection
    if demo {
      try connecting.refuse("does nothing with --demo", "the sandbox is inside the program")
    }
    if file != nil {
      let sending =
        connecting + [
          OptionUse("--route", route != nil),
          OptionUse("--api-version", account.apiVersion != nil),
          OptionUse("--log-bodies", logBodies),
        ]
      try sending.refuse("does nothing with --file", "nothing is sent")
      if output == nil {
        try [OptionUse("--update", update != nil)]
          .refuse("does nothing with --file", "the whole calendar is written")
      }
    }
    let check = OptionUse("--no-check", noCheck)
    if output != nil {
      try [OptionUse("--route", route != nil), check]
        .refuse("does nothing with --output", "only the update body is written")
    }
    if readOnly {
      try [OptionUse("--output", output != nil)]
        .refuse("does nothing with --read-only", "nothing is saved")
    }
    if readsStandardInput {
      try [check].refuse("does nothing with --file -", "it is read only once")
    }
  }

  /// Looks whether the files can be written, before anybody works for them.
  func checkOutputs() throws(Failure) {
    if let output {
      if let obstacle = AtomicFile.obstacle(to: output) {
        throw Failure("--output \(obstacle.message)")
      }
    } else if let file, !readsStandardInput, let obstacle = AtomicFile.obstacle(to: file) {
      throw Failure(
        "\(obstacle.message)",
        details: ["caledit --file … --output FILE edits it anyway and writes an update body."]
      )
    }
  }
}
