import CalendarWork

/// Giving up what is under way.
extension CalendarEditor {
  mutating func cancelRequest() -> [Effect] {
    guard let request else { return [] }
    self.request = nil
    if isOfSave(request.kind) {
      return [.cancel(request: request.id)] + withJob { $0.cancel() }
    }
    calls.putOff = nil
    let ended = request.kind == .token && saves.job?.isInDoubt == false ? dropSave() : []
    banner = Banner(
      kind: .warning,
      title: request.kind.isWait
        ? "Nothing was loaded: the wait was cancelled." : "\(request.title) was cancelled.",
      details: ["\(keymap.words(of: .reload)) tries again, \(keymap.word(of: .quit)) quits."])
    return [.cancel(request: request.id)] + ended
  }

  /// Whether a request is one of the save that is under way, and not of a load beside one in doubt.
  private func isOfSave(_ kind: Request.Kind) -> Bool {
    guard saves.job != nil else { return false }
    return switch kind {
    case .check, .save, .confirm, .schedules, .pause: true
    case .wait: calls.putOff == nil
    case .load, .merge, .token: false
    }
  }
}

extension Request.Kind {
  /// Whether nothing is asked while it lasts.
  var isWait: Bool {
    switch self {
    case .wait, .pause: true
    default: false
    }
  }
}
