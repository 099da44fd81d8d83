import CalendarModel
import TextUI

/// The screen that the calendars are shown on, how they are to look there, and what the keys do.
package struct Display: Sendable, Hashable {
  package var size: Size
  package var theme: Theme
  /// Whether it shows only ASCII; the terminal may turn out to take more.
  package var isASCII: Bool
  /// Whether the mouse is used.
  package var usesMouse: Bool
  package let keymap: Keymap
  /// How the person in front of it reads times and weeks.
  package let format: LocalFormat

  package init(
    size: Size, theme: Theme = .standard, isASCII: Bool = false, mouse: Bool = false,
    keymap: Keymap = .standard, format: LocalFormat = .standard
  ) {
    self.keymap = keymap
    self.format = format
    self.size = size
    self.theme = theme
    self.isASCII = isASCII
    usesMouse = mouse
  }

  var symbols: Symbols { isASCII ? .ascii : .unicode }

  mutating func useNextTheme() {
    let index = Theme.all.firstIndex(of: theme) ?? 0
    theme = Theme.all[(index + 1) % Theme.all.count]
  }
}
