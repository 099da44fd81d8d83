/// What can be done where no calendar is shown, or none is loaded yet.
extension ActionID {
  /// Whether it works in the list of calendars and in an empty program as well.
  var worksAnywhere: Bool {
    switch self {
    case .palette, .help, .theme, .repaint, .suspend, .quit, .mouse, .showReport, .openCalendars,
      .previousCalendar, .saveAll, .showRun:
      true
    default: false
    }
  }

  /// Whether it works in a calendar that is not loaded.
  fileprivate var worksUnloaded: Bool {
    switch self {
    case .listCalendars, .nextCalendar, .calendarBefore, .reload, .loadAndMerge, .readToken,
      .typeToken, .closeCalendar:
      true
    default: worksAnywhere
    }
  }
}

extension CalendarEditor {
  /// Why something cannot be done for want of a calendar, with what would help; nil where that is not
  /// the reason.
  func reasonWithoutCalendar(for action: ActionID) -> String? {
    if surroundings.isHome {
      if action.worksAnywhere { return nil }
      if action == .listCalendars { return "The list of calendars is on the screen." }
      return surroundings.count == 0
        ? "This works in a calendar; open one first."
        : "This works in a calendar; \(keymap.words(of: .openCalendars)) shows those that are open."
    }
    return document != nil || action.worksUnloaded ? nil : whyNothingIsLoaded
  }

  /// Why there is no calendar here yet, with what would help.
  var whyNothingIsLoaded: String {
    request == nil
      ? "No calendar is loaded; \(keymap.words(of: .reload)) tries again."
      : "The calendar is still being loaded."
  }
}
