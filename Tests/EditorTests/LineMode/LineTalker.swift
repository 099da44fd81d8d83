import CalendarModel
import JSON
import TextUI

@testable import CalendarAPI
@testable import Editor

/// What line mode talks with in tests: an application that takes messages.
protocol TalkingApp {
  var talked: App { get }
  mutating func send(_ message: AppMessage)
}

extension ListedApp: TalkingApp {
  var talked: App { app }
}

extension TestApp: TalkingApp {
  var talked: App { app }
  mutating func send(_ message: AppMessage) { sent += app.update(message) }
}

/// A conversation in line mode: lines go in, and a transcript comes out.
struct LineTalker<Model: TalkingApp> {
  var model: Model
  var talk = LineTalk()
  /// Everything that was said, with what was typed behind its prompt.
  private(set) var transcript: [String] = []
  /// The steps that the last line led to.
  private(set) var steps: [LineTalk.Step] = []

  init(_ model: Model) {
    self.model = model
    add([LineTalk.greeting])
    add(talk.news(of: model.talked))
  }

  var app: App { model.talked }
  var text: String { transcript.joined(separator: "\n") }

  /// Types lines.
  ///
  /// - Returns: what was said since.
  @discardableResult
  mutating func hear(_ lines: String...) -> [String] { hear(lines) }

  @discardableResult
  mutating func hear(_ lines: [String]) -> [String] {
    let start = transcript.count
    for line in lines {
      transcript.append(talk.prompt(app) + (talk.isSecret(app) ? "" : line))
      steps = []
      run([.hear(line)])
      add(talk.news(of: app))
      let held = talk.takeHeld(app)
      if !held.isEmpty {
        run(held)
        add(talk.news(of: app))
      }
    }
    return Array(transcript[start...])
  }

  /// Presses Ctrl-C.
  mutating func interrupt() {
    run(talk.interrupt(app))
    add(talk.news(of: app))
  }

  /// Lets a message come by itself.
  mutating func receive(_ message: AppMessage) {
    model.send(message)
    add(talk.news(of: app))
    run(talk.takeHeld(app))
    add(talk.news(of: app))
  }

  private mutating func run(_ new: [LineTalk.Step]) {
    for step in new {
      steps.append(step)
      switch step {
      case .say(let lines): add(lines)
      case .send(let message): model.send(message)
      case .hear(let line): run(talk.hear(line, app))
      }
    }
  }

  private mutating func add(_ lines: [String]) { transcript += lines }
}

extension TestApp {
  /// The same, without a screen.
  var spoken: TestApp {
    var copy = self
    copy.app.change { $0 = Display(spokenWith: .standard) }
    return copy
  }
}

/// Whether a text can be read aloud: nothing that is drawn, and nothing that moves a cursor.
func isPlain(_ text: String) -> Bool {
  !text.unicodeScalars.contains {
    $0.value < 0x20 || (0x2500...0x25FF).contains($0.value) || "›✗✓•≠→".unicodeScalars.contains($0)
  } && !text.contains(#/\d\d:\d\d–|Mon–|\d{4}-\d\d-\d\d\.\./#)
}
