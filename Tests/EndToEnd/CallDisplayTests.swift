import Sandbox
import TerminalTesting
import Testing

/// What is drawn of a call: nothing where it is answered at once, and a box where it takes its time.
@Suite(.waits, .timeLimit(.minutes(240))) struct CallDisplayTests {
  /// On a busy machine an answer may take long; a program that draws every call draws each of these.
  @Test func whatIsAnsweredAtOnceIsNotDrawn() throws {
    let program = try Program.opened(checks: true)
    var drawn = 0
    let most = 60
    for turn in 1...most {
      try program.changeDuration(to: turn % 2 == 1 ? 35 : 40)
      let before = program.session.rawOutput.count
      try program.save()
      try program.wait(for: "Saved: 1 property")
      let output = String(decoding: program.session.rawOutput[before...], as: UTF8.self)
      if !output.contains("cancels") { break }
      drawn = turn
    }
    #expect(drawn < most)
    #expect(program.puts.count == drawn + 1)
    try program.quit()
  }

  @Test func whatTakesItsTimeIsDrawn() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(.delay(milliseconds: 5000), method: "PUT")
    try program.save()
    try program.wait(for: "Esc cancels.")
    try program.wait(for: "Saved: 1 property")
    try program.quit()
  }

  /// Who presses a key meanwhile sees at once what there is.
  @Test func escCancelsBeforeItIsDrawn() throws {
    let program = try Program.opened(checks: true)
    try program.changeDuration()
    program.sandbox?.inject(.delay(milliseconds: 600_000), method: "GET")
    try program.save()
    try program.session.wait("the look for changes of others") { program.gets.count == 2 }
    program.session.press(.escape)
    try program.wait(forSentence: "Nothing was saved")
    #expect(program.puts.isEmpty)
    try program.quitLosingChanges()
  }
}
