import ArgumentParser
import CommandOutput
import Glibc
import Manual
import State
import Terminal

/// Writes the manual, for those who make packages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the whole manual, or write its pages for man.",
    shouldDisplay: false)

  @Option(
    help: ArgumentHelp(
      "Write the pages for man into man1, man5 and man7 of this folder.", valueName: "folder"),
    completion: .directory)
  var roff: String?

  func run() throws {
    try Failure.reporting { () throws(Failure) in
      if let roff {
        for page in CaleditManual.pages { try Self.write(page, in: roff) }
      } else {
        let renderer = TextRenderer(width: OutputPlace.style.width ?? 80)
        let lines = CaleditManual.pages.map(renderer.lines).joined(separator: ["", ""])
        Pager.show(lines.map(OutputPlace.style.rendered), isWanted: true)
      }
    }
  }

  /// What writes pages for man.
  static var renderer: RoffRenderer {
    RoffRenderer(date: CaleditManual.date, program: "caledit", version: Caledit.version)
  }

  private static func write(_ page: ManualPage, in folder: String) throws(Failure) {
    let own = "\(folder)/man\(page.section)"
    for folder in [folder, own] where mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw Failure("\(folder): \(System.lastError)")
    }
    let path = "\(own)/\(page.fileName)"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure("\(path): \(System.lastError)") }
    defer { close(file) }
    guard FileBytes.writeAll(renderer.render(page), to: file) else {
      throw Failure("\(path): \(System.lastError)")
    }
  }
}
