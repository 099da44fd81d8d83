import ArgumentParser
import Terminal

/// Prints the script that completes what is typed in a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that completes caledit in bash, zsh or fish.",
    discussion: """
      bash: caledit completions bash > ~/.local/share/bash-completion/completions/caledit. \
      zsh: caledit completions zsh > _caledit, in a folder of fpath. \
      fish: caledit completions fish > ~/.config/fish/completions/caledit.fish.
      """)

  /// The shells that there are scripts for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var kind: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    TerminalOutput.standard.harmless(CompletionScript.text(for: shell) + "\n")
  }
}
