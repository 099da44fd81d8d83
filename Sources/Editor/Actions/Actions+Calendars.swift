import CalendarModel
import TextUI

/// Going from calendar to calendar; the application does it.
extension Actions {
  static let calendars: [Action] = [
    Action(
      .listCalendars, .calendars, "Go to the list of calendars", short: "Calendars",
      keys: [.function(2), .alt("l")], when: Action.whenListed
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.showList)]
    },
    Action(
      .openCalendars, .calendars, "Show the calendars that are open", short: "Open ones",
      keys: [.function(3), .alt("o")], when: Action.whenSeveral
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.showOpenCalendars)]
    },
    Action(
      .previousCalendar, .calendars, "Go back to the calendar that was shown before",
      keys: [.function(9), .alt("t")],
      when: {
        $0.surroundings.hasPrevious
          ? .available : .unavailable("No other calendar was shown before this one.")
      }
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.showPrevious)]
    },
    Action(
      .compareCalendars, .calendars,
      "Mark what differs from the calendar that was shown before: on, off", keys: [.alt("=")],
      when: {
        $0.surroundings.count > 1 || $0.comparison != nil
          ? .available : .unavailable("No other calendar is open.")
      }
    ) { editor, _ in [.app(.compare)] },
    Action(
      .copyFrom, .calendars, "Copy settings from another calendar", when: Action.whenCopying
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.copyFrom)]
    },
    Action(
      .useForOthers, .calendars, "Use settings of this calendar for others", keys: [.alt("a")],
      when: Action.whenCopying
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.useForOthers)]
    },
    Action(
      .applyToOthers, .calendars, "Apply these changes to other calendars…", short: "Apply",
      keys: [.alt("i")], when: Action.whenApplicable
    ) { editor, _ in
      editor.stopAtUnfinished() ? [] : [.app(.applyToOthers)]
    },
    Action(
      .showRun, .calendars, "Show the run that changes many calendars", keys: [.alt("q")],
      when: {
        $0.surroundings.run != nil
          ? .available : .unavailable("No calendars have been changed together.")
      }
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.showRun)]
    },
    Action(
      .nextCalendar, .calendars, "Open the next calendar of the list, at the same place",
      keys: [.alt(">"), .alt("x")], when: Action.whenListed
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.openNeighbour(1))]
    },
    Action(
      .calendarBefore, .calendars, "Open the calendar before it in the list, at the same place",
      keys: [.alt("<"), .alt("y")], when: Action.whenListed
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.openNeighbour(-1))]
    },
    Action(
      .saveAll, .calendars, "Review and save all changed calendars, one after the other",
      short: "Save all", keys: [.alt("s")], when: Action.whenSeveral
    ) { editor, _ in
      editor.leaveInput()
      return [.app(.saveAll)]
    },
    Action(
      .closeCalendar, .calendars, "Close the calendar", keys: [.alt("k")],
      when: Action.whenListedOrSeveral
    ) { editor, asked in editor.close(asked: asked) },
    Action(
      .closeKeepingDraft, .calendars, "Close the calendar and keep the draft",
      when: Action.whenDraftIsKept
    ) { _, _ in [.app(.close(keepsDraft: true))] },
  ]
}

extension Action {
  static let whenListed: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.surroundings.hasList && !editor.surroundings.isHome
      ? .available : .unavailable("There is no list of calendars here.")
  }

  static let whenCopying: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.document == nil ? whenLoaded(editor) : whenListed(editor)
  }

  static let whenApplicable: @Sendable (CalendarEditor) -> Availability = { editor in
    let listed = whenCopying(editor)
    guard listed == .available else { return listed }
    if !editor.unfinished.isEmpty {
      return .unavailable(
        "A typed text cannot be read yet; \(editor.keymap.words(of: .nextProblem)) goes to it.")
    }
    // What is being typed becomes a change when it is left.
    return editor.input?.isPending == true ? .available : whenChanged(editor)
  }

  static let whenSeveral: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.surroundings.count > (editor.surroundings.isHome ? 0 : 1)
      ? .available
      : .unavailable(
        editor.surroundings.isHome ? "No calendar is open." : "No other calendar is open.")
  }

  static let whenListedOrSeveral: @Sendable (CalendarEditor) -> Availability = { editor in
    whenListed(editor) == .available || whenSeveral(editor) == .available
      ? .available : .unavailable("There is nothing else to show; quitting closes it.")
  }
}

extension CalendarEditor {
  /// Puts the calendar away, after a question where something is not saved.
  mutating func close(asked: Bool) -> [Effect] {
    leaveInput()
    if request?.kind == .save || request?.kind == .confirm {
      say("A save is under way; the calendar can be closed when it has ended.", .problem)
      return []
    }
    guard hasUnsavedWork, !asked else {
      return (request.map { [.cancel(request: $0.id)] } ?? [])
        + [.app(.close(keepsDraft: draftStatus.isUndecided))]
    }
    dialogs.append(
      ConfirmDialog(
        "Close the calendar?", lines: ["\(changesInWords) not saved."],
        answers: [.init(key: "s", text: "Review and save", action: .review)]
          + (canKeepDraft
            ? [.init(key: "d", text: "Close and keep the draft", action: .closeKeepingDraft)] : [])
          + [
            .init(key: "l", text: "Close and discard the changes", action: .closeCalendar),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
    return []
  }
}
