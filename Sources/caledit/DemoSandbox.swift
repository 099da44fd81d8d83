import Sandbox

/// The sandbox of the demo, started once inside the process on a free port.
actor DemoSandbox {
  /// Its sub-accounts.
  nonisolated let accounts = Sandbox.demoAccounts()
  private var starting: Task<Sandbox, any Error>?

  /// Its address; the first who asks starts it.
  func address() async throws -> String {
    let starting = starting ?? Task { [accounts] in try await Sandbox.start(accounts: accounts) }
    self.starting = starting
    return try await starting.value.baseURL
  }
}
