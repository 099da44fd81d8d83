import CalendarAPI
import CalendarModel
import JSON

/// What the answers to calls do to the model.
extension Model {
  mutating func finish(load id: Int, _ result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    guard let request, request.id == id else { return [] }
    self.request = nil
    if request.kind == .check { return finish(check: ofThisCalendar(result)) }
    if request.kind == .confirm { return finish(confirm: ofThisCalendar(result)) }
    switch request.kind == .merge ? ofThisCalendar(result) : result {
    case .success(let loaded):
      if request.kind == .merge, document != nil {
        finish(merge: loaded.calendar)
        return []
      }
      let isReload = document != nil
      open(loaded.calendar, duplicateKeys: loaded.duplicateKeys)
      if isReload { say("Loaded again.", .success) }
      return lookUpAll()
    case .failure(let error):
      if let effects = putOff(request.kind, error) { return effects }
      banner = Banner(error)
      return []
    }
  }

  /// Whether a calendar that came is the one that is being edited, as far as it can be told.
  ///
  /// One that is not would look as if somebody had emptied it.
  func isThisCalendar(_ calendar: JSONValue) -> Bool {
    guard let id = document?.base[key: "id"] else { return true }
    return calendar[key: "id"]?.isEquivalent(to: id) ?? false
  }

  private func ofThisCalendar(
    _ result: Result<LoadedCalendar, ServiceError>
  ) -> Result<LoadedCalendar, ServiceError> {
    result.flatMap { isThisCalendar($0.calendar) ? .success($0) : .failure(.unreadable(nil)) }
  }

  /// Asks for the lists to choose from that have not come yet.
  mutating func lookUpAll() -> [Effect] {
    guard let location = document?.current[key: "locationId"]?.text, !location.isEmpty else {
      return []
    }
    return LookUp.allCases.compactMap { kind in
      if case .loaded = lookUps[kind] { return nil }
      lookUps[kind] = .loading
      return .lookUp(kind, locationID: location)
    } + lookUpZone(location)
  }

  mutating func finish(lookUp kind: LookUp, _ result: Result<[LookUpResult], ServiceError>) {
    switch result {
    case .success(let results): lookUps[kind] = .loaded(results)
    case .failure(let error): lookUps[kind] = .failed(error.title)
    }
    let names = lookUps.names
    document?.names = names
  }

  mutating func finish(save id: Int, _ result: Result<SavedCalendar, ServiceError>) -> [Effect] {
    guard request?.id == id, let document, let flow = saving else { return [] }
    let seconds = request?.seconds ?? 0
    request = nil
    switch result {
    case .success(let saved):
      guard let kept = saved.calendar, isThisCalendar(kept) else {
        // Taken, says the status; what of it, only the service knows.
        saving?.lost = .unreadable(saved.whyMissing)
        return goOn(with: .confirm)
      }
      saving = nil
      serverProblems.clearAll()
      change(.root) { $0.adopt(saved: kept) }
      let count = flow.sent.object?.count ?? 0
      let differences = ReadBack(sent: flow.sent, held: kept, names: document.names)
        .differences.map(\.text)
      let remark =
        switch differences.count {
        case 0: ""
        case 1: "; 1 value is not as it was sent"
        case let count: "; \(count) values are not as they were sent"
        }
      banner = Banner(
        kind: differences.isEmpty ? .success : .warning,
        title: "Saved: \(count == 1 ? "1 property" : "\(count) properties")"
          + (seconds > 0 ? ", in \(seconds) s" : "") + remark + ".",
        details: differences + flow.report + ["Sent by PUT \(saved.route.template)."])
      return []
    case .failure(let error):
      if error.mayHaveBeenSaved {
        saving?.lost = error
        return goOn(with: .confirm)
      }
      if let effects = putOff(.save, error) { return effects }
      saving = nil
      show(error, document)
      banner?.details += flow.report
      return []
    }
  }

  /// Shows why a save was refused, each message at its field.
  private mutating func show(_ error: ServiceError, _ document: CalendarDocument) {
    var unmapped: [String] = []
    serverProblems = ServerProblems(
      error.messages, about: updateBody(of: document), in: document.current, unmapped: &unmapped)
    banner = Banner(error, messages: unmapped)
    banner?.title = "Not saved. \(error.title)"
    if let first = serverProblems.paths.first {
      go(to: first)
      let count = serverProblems.messages.values.reduce(0) { $0 + $1.count }
      banner?.details.insert(
        count == 1 ? "1 message at its field." : "\(count) messages at their fields.", at: 0)
    }
  }

}

extension Banner {
  /// Says what a call ran into, and what to do.
  init(_ error: ServiceError, messages: [String]? = nil) {
    let messages = messages ?? error.messages.map(\.text)
    self.init(
      kind: .error, title: error.title, details: messages + [error.advice],
      raw: error.raw.isEmpty ? nil : error.raw)
  }
}
