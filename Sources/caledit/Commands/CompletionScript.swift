import ArgumentParser

/// The script that completes in a shell: the one that the parser writes, which knows a calendar to edit
/// only behind the verb `edit`, with what is typed without it.
///
/// The script of the parser stays as it is. What is added asks it once more, with `edit` put in, where
/// the first word is no verb. Behind `caledit ` alone the verbs are offered, as all calendars would hide
/// them.
enum CompletionScript {
  /// The script for a shell.
  static func text(for shell: CompletionsCommand.Shell) -> String {
    let script = Caledit.completionScript(for: shell.kind)
    let verbs = Verb.all.map(\.key).joined(separator: " ")
    return switch shell {
    case .bash: bash(script, verbs)
    case .zsh: zsh(script, verbs)
    case .fish: fish(script, verbs)
    }
  }

  private static func bash(_ script: String, _ verbs: String) -> String {
    let ending = "complete -o filenames -F _caledit caledit"
    let command = """
      # Without a verb a calendar is edited.
      __caledit_command() {
          if [[ " \(verbs) " = *" ${COMP_WORDS[1]} "* && "${COMP_CWORD}" -gt 1 ]]; then
              _caledit "${@}"
              return
          fi
          local -a verbs=()
          if [[ "${COMP_CWORD}" -eq 1 && "${2}" != -* ]]; then
              _caledit "${@}"
              [[ -z "${COMP_WORDS[1]}" ]] && return
              verbs=("${COMPREPLY[@]}")
              COMPREPLY=()
          fi
          COMP_WORDS=("${COMP_WORDS[0]}" edit "${COMP_WORDS[@]:1}")
          COMP_LINE="${COMP_LINE/"${COMP_WORDS[0]}"/"${COMP_WORDS[0]} edit"}"
          ((COMP_CWORD += 1, COMP_POINT += 5))
          _caledit "${@}"
          COMPREPLY=("${verbs[@]}" "${COMPREPLY[@]}")
      }

      complete -o filenames -F __caledit_command caledit
      """
    return replaced(
      ending, by: command,
      in: replaced(
        " help help'", by: " help'",
        in: replaced("help|help)", by: "help)", in: withoutSecondHelp(script))))
  }

  private static func zsh(_ script: String, _ verbs: String) -> String {
    let ending = "if [[ \"${funcstack[1]}\" = _caledit ]]; then"
    let command = """
      # Without a verb a calendar is edited.
      _caledit() {
          local -ar verbs=(\(verbs))
          local -i ret=1
          if (( CURRENT > 2 && ${verbs[(Ie)${words[2]}]} )); then
              __caledit_command
              return
          fi
          if [[ ${CURRENT} -eq 2 && "${words[2]}" != -* ]]; then
              __caledit_command && ret=0
              [[ -z "${words[2]}" ]] && return "${ret}"
          fi
          words=("${words[1]}" edit "${(@)words[2,-1]}")
          (( CURRENT += 1 ))
          __caledit_command && ret=0
          return "${ret}"
      }

      \(ending)
      """
    let named = replaced("\n_caledit() {", by: "\n__caledit_command() {", in: script)
    return replaced(
      ending, by: command,
      in: replaced(
        "            'help:\(secondHelp)'\n", by: "",
        in: replaced("help|help)", by: "help)", in: withoutSecondHelp(named))))
  }

  private static func fish(_ script: String, _ verbs: String) -> String {
    let tokens = "    set -l unparsed_tokens (__caledit_tokens -pc)\n"
    let ending = "function __caledit_tokens\n"
    let command = """
      # Without a verb a calendar is edited.
      function __caledit_is_edit -S
          if test (count $unparsed_tokens) -gt 1
              not contains -- $unparsed_tokens[2] \(verbs)
          else
              string match -q -- 'caledit edit*' "$expected_commands"
              and test -n "$(__caledit_tokens -tC)"
          end
      end

      \(ending)
      """
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasSuffix(" -d '\(secondHelp)'") }.joined(separator: "\n")
    let asked = replaced(
      tokens,
      by: tokens + "    __caledit_is_edit; "
        + "and set unparsed_tokens $unparsed_tokens[1] edit $unparsed_tokens[2..]\n", in: lines)
    return replaced(
      ending, by: command,
      in: replaced(
        "        case 'help'\n            __caledit_parse_subcommand -r 1 'version'\n", by: "",
        in: asked))
  }

  /// What the parser says of the `help` that it adds beside the program's own.
  private static let secondHelp = "Show subcommand help information."

  /// Without the function of the parser's own `help`, which would take the place of the program's.
  private static func withoutSecondHelp(_ script: String) -> String {
    let begin = "\n_caledit_help() {\n"
    let parts = script.split(separator: begin, omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "\n}\n") else { return script }
    return parts[0] + begin + parts[1] + parts[2][end.upperBound...]
  }

  /// A text with the first place of a part replaced; the text itself where it has none.
  private static func replaced(_ part: String, by new: String, in text: String) -> String {
    guard let place = text.firstRange(of: part) else { return text }
    return text[..<place.lowerBound] + new + text[place.upperBound...]
  }
}
