import Foundation

/// The README of the project, and the commands in it.
struct Readme {
  /// Who runs the commands of a block; a comment before it says so.
  enum Runner: Hashable {
    /// A shell without a terminal; where nothing is said.
    case shell
    /// A shell, all lines of the block in one.
    case together
    /// A terminal: `<!-- on a terminal -->`.
    case terminal
    /// `.ci/run`, by this name: `<!-- .ci/run: install -->`.
    case script(String)
    /// A comment that nobody knows.
    case unknown(String)
  }

  struct Block {
    let runner: Runner
    let text: String
    /// The title that it stands under.
    let title: String

    /// Its commands, those of several lines in one, without comments.
    var commands: [String] {
      text.replacingOccurrences(of: "\\\n", with: " ").components(separatedBy: "\n")
        .map { $0.components(separatedBy: " # ").first?.trimmingCharacters(in: .whitespaces) ?? "" }
        .filter { !$0.isEmpty }
    }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let lines: [String]

  init() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
  }

  /// All blocks of commands, in order.
  var blocks: [Block] { fenced("sh") }

  /// The example of a configuration.
  var configuration: String? { fenced("ini").first?.text }

  private func fenced(_ language: String) -> [Block] {
    var blocks: [Block] = []
    var title = ""
    var isOpen = false
    var block: [String]?
    var comment: String?
    for line in lines {
      if let text = block {
        if line == "```" {
          blocks.append(
            Block(
              runner: Self.runner(comment), text: text.joined(separator: "\n") + "\n",
              title: title))
          (block, comment) = (nil, nil)
        } else {
          block?.append(line)
        }
      } else if line.hasPrefix("```") {
        if line == "```\(language)", !isOpen { block = [] } else { isOpen.toggle() }
      } else if line.hasPrefix("## ") {
        title = String(line.dropFirst(3))
      } else if line.hasPrefix("<!-- ") {
        comment = String(line.dropFirst(5).dropLast(4))
      } else if !line.isEmpty {
        comment = nil
      }
    }
    return blocks
  }

  private static func runner(_ comment: String?) -> Runner {
    guard let comment else { return .shell }
    if comment == "together" { return .together }
    if comment == "on a terminal" { return .terminal }
    if comment.hasPrefix(".ci/run: ") { return .script(String(comment.dropFirst(9))) }
    return .unknown(comment)
  }
}
