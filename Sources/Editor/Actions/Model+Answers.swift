import CalendarAPI
import CalendarModel
import JSON

/// What the answers to calls do to the model.
extension Model {
  mutating func finish(load id: Int, _ result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    guard request?.id == id else { return [] }
    request = nil
    switch result {
    case .success(let loaded):
      let isReload = document != nil
      open(loaded.calendar, duplicateKeys: loaded.duplicateKeys)
      if isReload { say("Loaded again.", .success) }
      return lookUpAll()
    case .failure(let error):
      banner = Banner(error)
      return []
    }
  }

  /// Asks for the lists to choose from that have not come yet.
  private mutating func lookUpAll() -> [Effect] {
    guard let location = document?.current[key: "locationId"]?.text, !location.isEmpty else {
      return []
    }
    return LookUp.allCases.compactMap { kind in
      if case .loaded = lookUps[kind] { return nil }
      lookUps[kind] = .loading
      return .lookUp(kind, locationID: location)
    }
  }

  mutating func finish(lookUp kind: LookUp, _ result: Result<[LookUpResult], ServiceError>) {
    switch result {
    case .success(let results): lookUps[kind] = .loaded(results)
    case .failure(let error): lookUps[kind] = .failed(error.title)
    }
    let names = lookUps.names
    document?.names = names
  }

  mutating func finish(save id: Int, _ result: Result<SavedCalendar, ServiceError>) {
    guard request?.id == id, let document else { return }
    let sent = UpdateBody(document).json
    let seconds = request?.seconds ?? 0
    request = nil
    switch result {
    case .success(let saved):
      serverProblems.clearAll()
      self.document?.adopt(saved: saved.calendar ?? document.current)
      afterChange()
      let count = sent.object?.count ?? 0
      banner = Banner(
        kind: .success,
        title: "Saved: \(count == 1 ? "1 property" : "\(count) properties")"
          + (seconds > 0 ? ", in \(seconds) s." : "."),
        details: ["Sent by PUT \(saved.route.template)."])
      if let why = saved.whyMissing {
        banner?.kind = .warning
        banner?.details.append(
          "The answer could not be read (\(why)); F5 or Alt-R loads what it kept.")
      } else if let kept = saved.calendar {
        let differences = Self.kept(otherwise: kept, than: sent)
        if !differences.isEmpty { banner?.kind = .warning }
        banner?.details.insert(contentsOf: differences, at: 0)
      }
    case .failure(let error):
      var unmapped: [String] = []
      serverProblems = ServerProblems(error.messages, in: document.current, unmapped: &unmapped)
      banner = Banner(error, messages: unmapped)
      if let first = serverProblems.paths.first {
        go(to: first)
        let count = serverProblems.messages.values.reduce(0) { $0 + $1.count }
        banner?.details.insert(
          count == 1 ? "1 message at its field." : "\(count) messages at their fields.", at: 0)
      }
    }
  }

  /// The single values that the service did not take as they were sent.
  private static func kept(otherwise kept: JSONValue, than sent: JSONValue) -> [String] {
    (sent.object?.members ?? []).compactMap { member in
      guard let field = CalendarSchema.field(member.key), field.objectType == nil,
        !areEquivalent(kept[key: member.key], member.value)
      else { return nil }
      return "\(field.label): the service kept \(Wording.value(kept[key: member.key], of: field)) "
        + "instead of \(Wording.value(member.value, of: field))."
    }
  }

  mutating func finish(writing result: Result<FileWritten, FileFailure>) {
    switch result {
    case .success(.calendar(let path, let calendar)):
      document?.adopt(saved: calendar)
      layers = []
      banner = Banner(kind: .success, title: "Written to \(path).")
    case .success(.body(let path)):
      layers = []
      banner = Banner(
        kind: .success, title: "The update body is written to \(path).",
        details: ["The calendar itself is as it was."])
    case .failure(let failure):
      layers = []
      banner = Banner(
        kind: .error, title: "\(failure.path) could not be written: \(failure.reason)",
        details: ["Your changes are still here; put it right and save again."])
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
