/// Which requests a fault is for; nil means any.
struct FaultAim {
  var method: String?
  /// What the path begins with.
  var path: String?
  var call: SandboxCall.Kind?
  /// The calendar that the request is about.
  var calendar: String?
  /// The sub-account that the request is for.
  var location: String?

  func fits(_ request: SandboxRequest) -> Bool {
    method.map { $0 == request.method } ?? true
      && path.map { request.path.hasPrefix($0) } ?? true
      && call.map { $0 == request.call?.kind } ?? true
      && calendar.map { $0 == request.calendarID } ?? true
      && location.map { $0 == request.locationID } ?? true
  }
}
