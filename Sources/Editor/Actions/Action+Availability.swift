import CalendarModel

/// When actions can be done.
extension Action {
  static let always: @Sendable (Model) -> Availability = { _ in .available }

  static let whenLoaded: @Sendable (Model) -> Availability = { model in
    model.document == nil
      ? .unavailable("No calendar is loaded; F5 or Alt-R tries again.") : .available
  }

  static let whenChanged: @Sendable (Model) -> Availability = { model in
    guard let document = model.document else { return whenLoaded(model) }
    return document.isModified
      ? .available : .unavailable("Nothing is changed: everything is as it was loaded.")
  }

  static let whenDraftIsKept: @Sendable (Model) -> Availability = { model in
    let change = whenChanged(model)
    guard change == .available else { return change }
    return model.canKeepDraft ? .available : .unavailable("No draft is kept of these changes.")
  }

  static let whenSent: @Sendable (Model) -> Availability = { model in
    model.writesCalendar
      ? .unavailable("The whole calendar is written, with every key it has.") : whenLoaded(model)
  }

  static let onField: @Sendable (Model) -> Availability = { model in
    guard case .field(let field, _, _)? = model.focusedItem else {
      return .unavailable("Go to a field first.")
    }
    return field.isReadOnly
      ? .unavailable("\(field.label) is given by the service and cannot be changed.") : .available
  }

  static let onDay: @Sendable (Model) -> Availability = { model in
    guard model.focusedItem?.day != nil else {
      return .unavailable("Go to a day of the weekly hours first.")
    }
    return model.layout.week?.now.isEditable == true
      ? .available : .unavailable("The weekly hours are no list; look at the entries below.")
  }

  static let onQuantity: @Sendable (Model) -> Availability = { model in
    let field = onField(model)
    guard field == .available, let unit = model.focusedUnit else {
      return field == .available ? .unavailable("Go to a number with a unit first.") : field
    }
    return unit.isReadOnly
      ? .unavailable("\(unit.label) is given by the service and cannot be changed.") : .available
  }

  static let onChangedField: @Sendable (Model) -> Availability = { model in
    if let day = model.focusedItem?.day {
      return model.layout.week?.isChanged(day) == true
        ? .available : .unavailable("This day is as it was loaded.")
    }
    if model.isOnDates {
      return model.isChosenDateChanged
        ? .available : .unavailable("This is as it was loaded.")
    }
    let field = onField(model)
    guard field == .available, let path = model.focusedItem?.path else { return field }
    if model.document?.isInNewRow(path) == true {
      return .unavailable("This row is new: there is nothing to go back to.")
    }
    return FieldState(path, in: model).isChanged
      ? .available : .unavailable("This field is as it was loaded.")
  }

  static let onRow: @Sendable (Model) -> Availability = { model in
    model.focusedItem?.row == nil ? .unavailable("Go to a row of a list first.") : .available
  }

  static let inList: @Sendable (Model) -> Availability = { model in
    model.currentList == nil ? .unavailable("Go to a list first.") : .available
  }

  static let inService: @Sendable (Model) -> Availability = { model in
    model.source.isFile
      ? .unavailable("The calendar is a file; no token is needed.") : .available
  }

  static let canReadToken: @Sendable (Model) -> Availability = { model in
    guard inService(model) == .available, case .fixed(let name) = model.tokenOrigin else {
      return inService(model)
    }
    return .unavailable("\(name) stays as it was when caledit started; type a new token instead.")
  }
}
