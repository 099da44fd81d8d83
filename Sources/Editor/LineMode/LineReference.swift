/// The commands of line mode, for what is printed outside of the editor: the manual.
package struct LineReference: Sendable, Hashable {
  /// What is typed: `search WORDS`.
  package let usage: String
  /// Other words for it.
  package let aliases: [String]
  package let help: String

  /// All of them, in the order of the help of line mode.
  package static let commands = LineCommand.allCases.map {
    LineReference(usage: $0.usage, aliases: $0.aliases, help: $0.help)
  }
}
