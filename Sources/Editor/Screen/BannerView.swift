import TextUI

/// What happened and stays in sight until it is put away with Esc.
enum BannerView {
  private static func lines(_ editor: CalendarEditor) -> [(String, Theme.Role)] {
    guard let banner = editor.banner else { return [] }
    let width = editor.size.columns - 4
    let (mark, role): (String, Theme.Role) =
      switch banner.kind {
      case .error: (editor.symbols.error, .error)
      case .warning: (editor.symbols.warning, .warning)
      case .success: (editor.symbols.done, .success)
      }
    var lines = TextWrap.lines(banner.title, width: width, limit: 2).enumerated().map {
      (($0.offset == 0 ? "\(mark) " : "  ") + $0.element, role)
    }
    let limit = editor.document == nil ? 8 : editor.size.rows >= 20 ? 4 : 2
    // A line more than there is room for says that there is more; an answer may be very long.
    let details = banner.details.prefix(limit + 1).flatMap {
      TextWrap.lines($0, width: width, limit: limit + 1)
    }
    let advice = banner.advice.map { TextWrap.lines($0, width: width, limit: limit + 1) } ?? []
    // Long messages would leave no room for what to do.
    var wrapped = details.count * 2 <= limit ? details + advice : advice + details
    if banner.raw != nil {
      wrapped.append("\(editor.keymap.words(of: .showReport)) shows the answer.")
    }
    if wrapped.count > limit {
      wrapped =
        Array(wrapped.prefix(limit - 1)) + [
          "… \(editor.keymap.words(of: .showReport)) shows all of it."
        ]
    }
    lines += wrapped.map { ("  " + $0, .text) }
    return lines
  }

  static func rows(_ editor: CalendarEditor) -> Int { lines(editor).count }

  static func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect) {
    for (offset, line) in lines(editor).enumerated() where offset < rect.rows {
      grid.draw(
        line.0, row: rect.row + offset, column: rect.column + 1, width: rect.columns - 2,
        style: editor.theme.style(line.1))
    }
  }
}
