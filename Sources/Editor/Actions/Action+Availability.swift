import CalendarModel

/// When actions can be done.
extension Action {
  static let always: @Sendable (CalendarEditor) -> Availability = { _ in .available }

  static let onScreen: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.display.isSpoken
      ? .unavailable("This is for the full screen; line mode draws nothing.") : .available
  }

  static let atTerminal: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.display.canSuspend
      ? .available
      : .unavailable("The input is no terminal, so nobody could bring caledit back.")
  }

  static let whenLoaded: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.document == nil ? .unavailable(editor.whyNothingIsLoaded) : .available
  }

  static let whenChanged: @Sendable (CalendarEditor) -> Availability = { editor in
    guard let document = editor.document else { return whenLoaded(editor) }
    return document.isModified
      ? .available : .unavailable("There are no changes.")
  }

  static let whenDraftIsKept: @Sendable (CalendarEditor) -> Availability = { editor in
    let change = whenChanged(editor)
    guard change == .available else { return change }
    return editor.canKeepDraft ? .available : .unavailable("These changes have no draft.")
  }

  static let whenSent: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.writesCalendar
      ? .unavailable("A file is always saved whole, with every key it has.") : whenLoaded(editor)
  }

  static let onField: @Sendable (CalendarEditor) -> Availability = { editor in
    guard let field = editor.focusedItem?.field else {
      return .unavailable("Go to a field first.")
    }
    return field.isReadOnly
      ? .unavailable("The service sets \(field.label); you cannot change it.") : .available
  }

  static let onDay: @Sendable (CalendarEditor) -> Availability = { editor in
    guard editor.focusedItem?.day != nil else {
      return .unavailable("Go to a day of the weekly hours first.")
    }
    return editor.layout.week?.now.isEditable == true
      ? .available : .unavailable("The weekly hours are not a list; see the warning below.")
  }

  static let onQuantity: @Sendable (CalendarEditor) -> Availability = { editor in
    let field = onField(editor)
    guard field == .available, let unit = editor.focusedUnit else {
      return field == .available ? .unavailable("Go to a number with a unit first.") : field
    }
    return unit.isReadOnly
      ? .unavailable("The service sets \(unit.label); you cannot change it.") : .available
  }

  static let onChangedField: @Sendable (CalendarEditor) -> Availability = { editor in
    if let day = editor.focusedItem?.day {
      return editor.layout.week?.isChanged(day) == true
        ? .available : .unavailable("This day is as it was loaded.")
    }
    if editor.isOnDates {
      return editor.isChosenDateChanged
        ? .available : .unavailable("This is as it was loaded.")
    }
    let field = onField(editor)
    guard field == .available, let path = editor.focusedItem?.path else { return field }
    if editor.document?.isInNewRow(path) == true {
      return .unavailable("This row is new: there is nothing to go back to.")
    }
    return FieldState(path, in: editor).isChanged
      ? .available : .unavailable("This field is as it was loaded.")
  }

  static let onRow: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.focusedItem?.row == nil ? .unavailable("Go to a row of a list first.") : .available
  }

  static let inList: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.currentList == nil ? .unavailable("Go to a list first.") : .available
  }

  static let inService: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.source.isFile
      ? .unavailable("The calendar is a file; no token is needed.") : .available
  }

  static let canReadToken: @Sendable (CalendarEditor) -> Availability = { editor in
    guard inService(editor) == .available, case .fixed(let name) = editor.terms.tokenOrigin else {
      return inService(editor)
    }
    return .unavailable("caledit reads \(name) only at its start; type a new token instead.")
  }
}
