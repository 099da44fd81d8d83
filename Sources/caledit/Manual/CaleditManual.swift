import Editor
import Manual

/// All pages of the manual.
enum CaleditManual {
  /// The date of the pages, that of the release.
  static let date = "2026-11-29"

  /// The program, then its verbs, then the rest.
  static var pages: [ManualPage] {
    [.program] + CommandEntry.verbs.map(ManualPage.verb) + [
      .configuration, .keys(), .typing, .fields, .lines, .scripts, .terminals, .exit,
    ]
  }

  /// What `caledit help` shows under a word.
  struct Topic: Sendable {
    let name: String
    let summary: String
    /// The pages, made when they are needed.
    let pages: @Sendable () -> [ManualPage]
  }

  /// The topics that are no verbs; `config` is both.
  static let topics: [Topic] = [
    Topic(name: "caledit", summary: "The program: files, environment, token") { [.program] },
    Topic(name: "config", summary: "The configuration file, with every setting") {
      [.configuration]
    },
    Topic(name: "keys", summary: "The keys of the editor") {
      var file = ConfigurationLoader.read()
      return [.keys(file.readKeys())]
    },
    Topic(name: "typing", summary: "What can be typed: hours, dates, lengths, conditions") {
      [.typing]
    },
    Topic(name: "fields", summary: "The settings of a calendar, by name") { [.fields] },
    Topic(name: "lines", summary: "The editor on plain lines, for screen readers and scripts") {
      [.lines]
    },
    Topic(name: "terminals", summary: "Terminals, SSH, colours, characters, clipboard") {
      [.terminals]
    },
    Topic(name: "scripts", summary: "JSON, pipes and examples for scripts") { [.scripts] },
    Topic(name: "exit", summary: "The exit statuses") { [.exit] },
  ]

  /// The pages under a word; empty where there are none.
  static func pages(about word: String) -> [ManualPage] {
    CommandEntry.verbs.filter { $0.name == word }.map(ManualPage.verb)
      + topics.filter { $0.name == word }.flatMap { $0.pages() }
  }
}

/// The examples of pages that are about no verb.
enum ManualExamples {
  static let others = ManualPage.introduction + ManualPage.lineExamples + ManualPage.scriptExamples
}
