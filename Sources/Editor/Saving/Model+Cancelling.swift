import CalendarWork

/// Giving up what is under way.
extension Model {
  mutating func cancelRequest() -> [Effect] {
    guard let request else { return [] }
    self.request = nil
    if saving != nil, request.kind != .token {
      return [.cancel(request: request.id)] + withJob { $0.cancel() }
    }
    putOff = nil
    if saving?.isInDoubt == false { saving = nil }
    banner = Banner(
      kind: .warning,
      title: request.kind.isWait
        ? "Nothing was loaded: the wait was cancelled." : "\(request.title) was cancelled.",
      details: ["F5 or Alt-R tries again, Ctrl-Q quits."])
    return [.cancel(request: request.id)]
  }
}

extension Request.Kind {
  var isWait: Bool { if case .wait = self { true } else { false } }
}
