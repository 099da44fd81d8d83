import Editor
import Terminal

/// What a way to show the application does for it: the full screen, or lines of text.
protocol FrontEnd {
  /// Where other threads leave messages for the application.
  var mailbox: Mailbox<AppMessage> { get }

  /// Runs something that uses the terminal itself, such as an editor or a command that asks.
  func released<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result

  /// Gives a text to the user, for the clipboard of the terminal.
  func copy(_ text: String) throws(ClipboardError)

  /// Uses the mouse, or leaves it to the terminal.
  func setMouse(_ on: Bool)

  /// Stops the program as the shell does with Ctrl-Z.
  func suspend()

  /// Sends again everything that is shown.
  func repaint()
}
