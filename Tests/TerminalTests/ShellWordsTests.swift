import Terminal
import Testing

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("vi", ["vi"]), ("  code  --wait ", ["code", "--wait"]), ("", []), (" \t", []),
    (#""/opt/my editor/ed" -n"#, ["/opt/my editor/ed", "-n"]),
    ("a'b c'd", ["ab cd"]), (#"a\ b c"#, ["a b", "c"]), ("''", [""]), (#""""#, [""]),
    (#""a\"b" "c\d" "e\\f""#, ["a\"b", #"c\d"#, #"e\f"#]), (#"'a\b"c'"#, [#"a\b"c"#]),
    ("emacs -nw $HOME;rm", ["emacs", "-nw", "$HOME;rm"]),
  ])
  func words(command: String, words: [String]) {
    #expect(ShellWords.split(command) == words)
  }

  @Test(arguments: ["'a", "\"a", "a\\", "\"a\\"])
  func openQuotes(command: String) {
    #expect(ShellWords.split(command) == nil)
  }
}
