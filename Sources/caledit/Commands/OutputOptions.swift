import ArgumentParser

/// The options that say how a command answers.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Answer with one JSON object, for programs.")
  var json = false

  @Flag(help: "Answer with a JSON object on each line, the last of them a summary.")
  var ndjson = false

  @Flag(help: "Do not use a pager (PAGER) for a long answer.")
  var noPager = false

  func validate() throws {
    if json, ndjson { throw ValidationError("Give --json or --ndjson, not both.") }
  }

  /// Whether programs read it.
  var isForPrograms: Bool { json || ndjson }
}
