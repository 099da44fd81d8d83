import TextUI

/// The keys of a form, which work on every line that has no other use for them.
enum FormKeys {
  enum Command: String, KeyCommand {
    case previous, next, pageUp, pageDown, first, last, leave, back
  }

  static let table = KeyTable<Command>(
    "form", "In a form",
    [
      KeyBinding(
        .next, .down, .tab, short: "Next", help: "The next line; past the end, the next section"),
      KeyBinding(.previous, .up, .backTab, short: "Previous", help: "The previous line"),
      KeyBinding(.pageDown, .pageDown, short: "Page", help: "A page down"),
      KeyBinding(.pageUp, .pageUp, short: "Page", help: "A page up"),
      KeyBinding(.first, .home, short: "Top", help: "The first line"),
      KeyBinding(.last, .end, short: "End", help: "The last line"),
      KeyBinding(
        .back, .escape, short: "Back", help: "Goes back one level; nothing is lost"),
      KeyBinding(.leave, .left, short: "Back", help: "Back, on a row and in the overview"),
    ])
}

/// The keys of the list of sections.
enum SectionKeys {
  enum Command: String, KeyCommand { case previous, next, first, last, open, leave }

  static let table = KeyTable<Command>(
    "sections", "In the list of sections",
    [
      KeyBinding(.open, .enter, .right, .space, short: "Open", help: "Opens the section"),
      KeyBinding(.previous, .up, .backTab, short: "Previous", help: "The previous section"),
      KeyBinding(.next, .down, .tab, short: "Next", help: "The next section"),
      KeyBinding(.first, .home, .pageUp, short: "Top", help: "The first section"),
      KeyBinding(.last, .end, .pageDown, short: "End", help: "The last section"),
      KeyBinding(.leave, .escape, short: "Close", help: "Closes the message"),
    ])
}

/// The keys while a call is under way.
enum CallKeys {
  enum Command: String, KeyCommand { case cancel }

  static let table = KeyTable<Command>(
    "call", "While caledit loads or saves",
    [KeyBinding(.cancel, .escape, short: "Cancel", help: "Cancels it")])
}

/// The keys of every place but the dialogs, for help, README and configuration.
enum PlaceKeys {
  static let all: [AnyKeyTable] =
    [AnyKeyTable(FormKeys.table), AnyKeyTable(SectionKeys.table)] + LineKeys.all
    + [AnyKeyTable(CallKeys.table)]
}
