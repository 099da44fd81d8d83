import ArgumentParser

/// What people type every day, read without the parser: building its tables takes longer than
/// reading a calendar.
extension EditCommand {
  /// The command, where the arguments are nothing but an id, a file, and options that are words of
  /// their own; nil for everything else, and where something is wrong: the parser says what.
  init?(plain arguments: [String]) {
    var (calendarID, file): (String?, String?)
    var words: Set<String> = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if !word.hasPrefix("-") {
        guard calendarID == nil else { return nil }
        calendarID = word
      } else if word == "--file" {
        guard file == nil, let path = rest.popFirst(), !path.hasPrefix("-") else { return nil }
        file = path
      } else {
        let isPlain = ["--demo", "--no-check", "--ascii", "--utf8", "--mouse"].contains(word)
        guard isPlain, words.insert(word).inserted else { return nil }
      }
    }
    self.init()
    (self.calendarID, self.file) = (calendarID, file)
    (demo, noCheck) = (words.contains("--demo"), words.contains("--no-check"))
    (ascii, utf8) = (words.contains("--ascii"), words.contains("--utf8"))
    mouse = words.contains("--mouse")
    (output, baseURL, tokenFile, tokenCommand, caFile) = (nil, nil, nil, nil, nil)
    (route, update, apiVersion, theme) = (nil, nil, nil, nil)
    (timeout, escDelay, logFile, logBodies) = (nil, nil, nil, false)
    guard (try? check()) != nil else { return nil }
  }
}
