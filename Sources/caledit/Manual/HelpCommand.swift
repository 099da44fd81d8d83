import ArgumentParser
import CommandOutput
import Manual
import UserConfiguration

/// Shows pages of the manual, also where there is no `man`.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show a page of the manual: on a verb, or on a topic.",
    discussion: "Without a topic, all of them are listed.")

  @Argument(
    help: "The topic.",
    completion: .list(Verb.all.map(\.key) + CaleditManual.topics.map(\.name)))
  var topic: [String] = []

  func run() throws {
    try Failure.reporting { () throws(Failure) in
      guard let word = topic.first else { return Self.show(Self.overview) }
      let pages = CaleditManual.pages(about: word)
      guard !pages.isEmpty else { throw Self.unknown(word) }
      let renderer = TextRenderer(width: OutputPlace.style.width ?? 80)
      Self.show(Array(pages.map(renderer.lines).joined(separator: ["", ""])))
    }
  }

  private static func show(_ lines: [StyledText]) {
    Pager.show(lines.map(OutputPlace.style.rendered), isWanted: true)
  }

  /// The topics, with what they are about.
  private static var overview: [StyledText] {
    let width = 14
    func line(_ name: String, _ summary: String) -> StyledText {
      let gap = String(repeating: " ", count: max(1, width - name.count))
      return StyledText("  \(name)\(gap)\(summary)")
    }
    let verbs = CommandEntry.verbs.map { line($0.name, $0.abstract) }
    let others = CaleditManual.topics.map { line($0.name, "\($0.summary).") }
    return [StyledText("Verbs", .heading)] + verbs + ["", StyledText("Topics", .heading)] + others
      + ["", "caledit help TOPIC shows a page; caledit VERB --help lists the options alone."]
  }

  private static func unknown(_ word: String) -> Failure {
    let names = CommandEntry.verbs.map(\.name) + CaleditManual.topics.map(\.name)
    let nearest = NearestName.of(word, in: names).map { "; did you mean \($0)?" } ?? ""
    return Failure(
      "there is no topic “\(word)”\(nearest)", details: ["caledit help lists the topics."],
      status: .usage)
  }
}
