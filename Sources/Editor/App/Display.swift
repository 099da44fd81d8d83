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
  /// Whether frames and bars are drawn; without them blanks stand in their places.
  package let hasBoxes: Bool
  /// Whether everything is said in lines of words, and nothing is drawn.
  package let isSpoken: Bool
  /// Whether there is a terminal at which somebody can bring a program back that was stopped.
  package let canSuspend: Bool
  package let keymap: Keymap
  /// How the person in front of it reads times and weeks.
  package let format: LocalFormat

  package init(
    size: Size, theme: Theme = .standard, isASCII: Bool = false, mouse: Bool = false,
    boxes: Bool = true, keymap: Keymap = .standard, format: LocalFormat = .standard
  ) {
    self.keymap = keymap
    self.format = format
    self.size = size
    self.theme = theme
    self.isASCII = isASCII
    usesMouse = mouse
    hasBoxes = boxes
    isSpoken = false
    canSuspend = true
  }

  /// No screen: what is shown is said in lines of words, and commands are words as well.
  package init(
    spokenWith keymap: Keymap, isASCII: Bool = false, format: LocalFormat = .standard,
    canSuspend: Bool = true
  ) {
    self.keymap = keymap.spoken
    self.format = format
    size = Size(rows: 50, columns: 200)
    theme = .mono
    self.isASCII = isASCII
    (usesMouse, hasBoxes, isSpoken) = (false, false, true)
    self.canSuspend = canSuspend
  }

  var symbols: Symbols {
    isSpoken ? .spoken : .drawn(isASCII: isASCII, hasBoxes: hasBoxes)
  }

  mutating func useNextTheme() {
    let index = Theme.all.firstIndex(of: theme) ?? 0
    theme = Theme.all[(index + 1) % Theme.all.count]
  }
}
