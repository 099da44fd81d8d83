import CalendarModel
import TextUI

/// Something that lies over the workspace and takes the keys: a list, a question, a text.
///
/// A dialog changes only itself. What it wants done it says as ``DialogCommand`` values, which
/// `CalendarEditor` carries out.
protocol Dialog: Sendable {
  associatedtype Command: KeyCommand
  /// The keys of every dialog of this type.
  static var keys: KeyTable<Command> { get }

  /// Opening another one of its kind closes it.
  var kind: DialogKind { get }
  /// Whether letters are a text here, so that only keys that type nothing open the help.
  var isTyping: Bool { get }
  /// Whether it asks before something is done, and leaves it undone while nobody answers.
  var isQuestion: Bool { get }
  /// Whether it is where the program is at home: nothing closes it, so there is nothing to go back to.
  var isHome: Bool { get }
  /// The actions that work here with their own keys.
  var actions: [ActionID] { get }
  /// Keys that only this dialog has, beside those of its type: the letters of its answers.
  var ownKeys: [AnyKeyTable.Entry] { get }

  /// What the key bar shows while the dialog is on top.
  func hints(_ editor: CalendarEditor) -> [KeyHint]

  /// Does what a key of the table is for.
  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse

  /// Takes a key that is not in the table.
  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse

  /// Whether a key decides something here that cannot be taken back, so that it must have been
  /// pressed by hand.
  func decides(_ key: Key, _ editor: CalendarEditor) -> Bool

  /// Says that a key does nothing here, and what would help.
  func refusal(of key: Key, _ editor: CalendarEditor) -> String

  /// Whether it draws what was just done itself; where it does not, that stands under it.
  var showsStatus: Bool { get }

  /// Takes a pasted text.
  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse

  /// Takes in that a command of its own was carried out, or that the document has changed.
  mutating func refresh(_ editor: CalendarEditor)

  /// Prepares what drawing needs and what is too much to be made for every key.
  mutating func layOut(_ editor: CalendarEditor)

  /// What stands at a place of the screen and can be clicked, by a number of the dialog's own.
  func spot(at position: Position, _ editor: CalendarEditor) -> Int?

  /// Chooses what was clicked.
  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse

  /// What a second click on the same spot stands for; nil where it is another first one.
  var secondClick: Command? { get }

  /// What a notch of the mouse's wheel stands for.
  static func wheel(isUp: Bool) -> Command?

  /// Draws itself into the room between the title line and the key bar.
  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect)

  /// The dialog in the words of the screen: title, lines, choices with their keys.
  func words(_ editor: CalendarEditor) -> [String]

  /// What line mode says of it, with the numbers that ``choose(spot:_:)`` takes.
  func speech(_ editor: CalendarEditor) -> DialogSpeech

  /// Takes a text in the place of what is typed: it narrows a list, answers a prompt, is a line more.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse
}

/// What a dialog did with a key.
enum DialogResponse: Sendable {
  /// The dialog stays, and the commands are carried out.
  case stay([DialogCommand] = [])
  /// The dialog goes away, and the commands are carried out then.
  case close([DialogCommand] = [])
  /// The key is for somebody else.
  case ignored
}

extension Dialog {
  /// The actions that show another calendar, for a dialog that can be left as it stands.
  static var waysToCalendars: [ActionID] { [.listCalendars, .openCalendars, .previousCalendar] }

  var isTyping: Bool { false }
  var isQuestion: Bool { false }
  var isHome: Bool { false }
  var actions: [ActionID] { [] }
  var ownKeys: [AnyKeyTable.Entry] { [] }
  var showsStatus: Bool { false }

  func refusal(of key: Key, _ editor: CalendarEditor) -> String {
    let leave = Self.keys.bindings.first { $0.command.rawValue == "leave" }
    let back = leave.flatMap { editor.keymap.keys(of: $0.command, in: Self.keys).first }
    return "\(key) does nothing here" + (back.map { "; \($0) goes back first." } ?? ".")
  }

  func decides(_ key: Key, _ editor: CalendarEditor) -> Bool { false }
  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse { .ignored }
  mutating func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse { .stay() }
  mutating func refresh(_ editor: CalendarEditor) {}
  mutating func layOut(_ editor: CalendarEditor) {}
  func spot(at position: Position, _ editor: CalendarEditor) -> Int? { nil }
  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse { .stay() }
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse { .ignored }
  var secondClick: Command? { nil }
  static func wheel(isUp: Bool) -> Command? { nil }

  /// The help, which stands at the end of the key bar however many hints there are; the help itself
  /// has none.
  func help(_ editor: CalendarEditor) -> [KeyHint] {
    kind == HelpText.kind ? [] : [editor.keymap.hint(.help)].compactMap { $0 }
  }

  /// Takes a key.
  mutating func handle(_ key: Key, _ editor: CalendarEditor) -> DialogResponse {
    editor.keymap.command(for: key, in: Self.keys).map { obey($0, editor) }
      ?? handle(other: key, editor)
  }

  /// Does what a second click on the same spot stands for; nil where it stands for nothing.
  mutating func clickAgain(_ editor: CalendarEditor) -> DialogResponse? {
    secondClick.map { obey($0, editor) }
  }

  /// Takes a notch of the mouse's wheel.
  mutating func turnWheel(isUp: Bool, _ editor: CalendarEditor) -> DialogResponse {
    Self.wheel(isUp: isUp).map { obey($0, editor) } ?? .stay()
  }
}
