import TextUI

/// A dialog that is a list of calendars in a frame that fills the room, with lines above and below it.
protocol BatchDialog: SelectionDialog where Command: PagingCommand {
  func panel(_ editor: CalendarEditor) -> BatchPanel
}

extension BatchDialog {
  /// How many calendars are a page.
  static var page: Int { 10 }

  /// The keys that move the selection, which are the same in every such list.
  static var moves: [KeyBinding<Command>] {
    Command.moves(MoveWords("calendar", previous: "The calendar before", page: "Ten calendars"))
  }

  func entries(_ editor: CalendarEditor) -> Rect { panel(editor).list(in: Screen.room(editor)) }

  mutating func layOut(_ editor: CalendarEditor) {
    cursor.scroll(height: entries(editor).rows, of: count)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    panel(editor).draw(cursor, editor, in: &grid, room: room)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    panel(editor).words(selection: selection, editor)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    panel(editor).speech(selection: selection)
  }
}
