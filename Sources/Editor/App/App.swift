import TextUI

/// The application: the screen, and the calendars that are open on it.
///
/// It changes in one place, ``update(_:)``. It does no input or output: what is to be done outside
/// comes out as ``AppEffect`` values, each with the calendar that it is for.
package struct App: Sendable {
  package private(set) var display: Display
  /// The calendars that are open.
  private var calendars: [CalendarID: CalendarEditor]
  /// The one that is on the screen and takes the keys.
  package private(set) var shown: CalendarID

  /// Starts with one calendar.
  package init(_ calendar: CalendarEditor) {
    display = calendar.display
    shown = CalendarID(number: 1)
    calendars = [shown: calendar]
  }

  /// The calendar on the screen.
  package var calendar: CalendarEditor {
    get { self[shown] }
    _modify { yield &self[shown] }
  }

  /// An open calendar.
  package subscript(_ id: CalendarID) -> CalendarEditor {
    get {
      guard let calendar = calendars[id] else { preconditionFailure("\(id) is not open") }
      return calendar
    }
    _modify {
      guard let index = calendars.index(forKey: id) else {
        preconditionFailure("\(id) is not open")
      }
      yield &calendars.values[index]
    }
  }

  /// What to do first, when the program has started.
  package mutating func begin() -> [AppEffect] { address(calendar.begin(), from: shown) }

  /// Takes in one message.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .terminal(.resize(let size)):
      change { $0.size = size }
      return []
    case .terminal(let event): return address(calendar.update(.terminal(event)), from: shown)
    case .calendar(let id, let message):
      // A late answer to a calendar that was closed is for nobody.
      guard calendars[id] != nil else { return [] }
      return address(self[id].update(message), from: id)
    }
  }

  /// Draws with ASCII only, or with all characters.
  package mutating func show(inASCII isASCII: Bool) { change { $0.isASCII = isASCII } }

  /// Does what a calendar asked of the application, and addresses the rest.
  mutating func address(_ effects: [Effect], from id: CalendarID) -> [AppEffect] {
    effects.compactMap { effect in
      switch effect {
      case .switchTheme:
        change { $0.useNextTheme() }
        self[id].say("Colours: \(display.theme.name)")
        return nil
      case .switchMouse:
        change { $0.usesMouse.toggle() }
        self[id].say(
          display.usesMouse
            ? "The mouse is on; hold Shift to select text in most terminals."
            : "The mouse is off.")
        return AppEffect(.mouse(display.usesMouse), of: id)
      default: return AppEffect(effect, of: id)
      }
    }
  }

  /// Changes how everything looks, for all calendars.
  private mutating func change(_ body: (inout Display) -> Void) {
    body(&display)
    for id in calendars.keys { self[id].display = display }
  }

  // MARK: Drawing

  /// Keeps the line with the focus in sight; to be called before drawing.
  ///
  /// - Parameter explains: whether the lines that explain the focus are made anew.
  package mutating func scroll(explains: Bool = true) { calendar.scroll(explains: explains) }

  /// Draws the screen; the grid takes its size.
  package func draw(into grid: inout Grid) { calendar.draw(into: &grid) }
}
