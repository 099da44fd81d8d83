import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// What the answers to calls do to the editor.
extension CalendarEditor {
  mutating func finish(load id: Int, _ result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    guard let request, request.id == id else { return [] }
    self.request = nil
    noteWhose(result)
    if request.kind == .check || request.kind == .confirm { return finish(look: result) }
    switch ofThisCalendar(result) {
    case .success(let loaded):
      if request.kind == .merge, document != nil {
        let ended = dropSave()
        finish(merge: loaded.calendar)
        return ended
      }
      let isReload = document != nil
      let ended = dropSave()
      open(loaded.calendar, duplicateKeys: loaded.duplicateKeys)
      if isReload { say("Loaded again.", .success) }
      return ended + habitsOfAccount() + lookUpAll()
    case .failure(let error):
      if let effects = putOff(request.kind, error) { return effects }
      banner = Banner(error)
      return []
    }
  }

  func isThisCalendar(_ calendar: JSONValue) -> Bool {
    document?.isSameCalendar(as: calendar) ?? true
  }

  /// Notes whether the service answers with this calendar or with another one.
  private mutating func noteWhose(_ result: Result<LoadedCalendar, ServiceError>) {
    switch ofThisCalendar(result) {
    case .success: saves.seesOtherCalendar = false
    case .failure(let error): if error.isOtherCalendar { saves.seesOtherCalendar = true }
    }
  }

  private func ofThisCalendar(
    _ result: Result<LoadedCalendar, ServiceError>
  ) -> Result<LoadedCalendar, ServiceError> {
    result.flatMap { isThisCalendar($0.calendar) ? .success($0) : .failure(.unreadable(nil)) }
  }

  /// Asks what is remembered of the sub-account.
  private func habitsOfAccount() -> [Effect] {
    (document?.base[.locationId]?.text).map { [.recallHabits(locationID: $0)] } ?? []
  }

  /// Asks for the lists to choose from that have not come yet, and for the schedules.
  mutating func lookUpAll() -> [Effect] {
    let schedules = askForSchedules()
    guard let location = document?.current[.locationId]?.text, !location.isEmpty else {
      return schedules
    }
    return LookUp.allCases.compactMap { kind in
      if case .loaded = lookUps.lists[kind] { return nil }
      lookUps.lists[kind] = .loading
      return .lookUp(kind, locationID: location)
    } + schedules + lookUpZone(location)
  }

  mutating func finish(lookUp kind: LookUp, _ result: Result<[LookUpResult], ServiceError>) {
    switch result {
    case .success(let results): lookUps.lists[kind] = .loaded(results)
    case .failure(let error): lookUps.lists[kind] = .failed(error.title)
    }
    let names = lookUps.lists.names
    document?.names = names
  }
}
