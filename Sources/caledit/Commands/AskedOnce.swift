/// Something that is asked for at its first use, once, however many wait for it.
actor AskedOnce<Value: Sendable> {
  private let ask: @Sendable () async -> Value
  private var task: Task<Value, Never>?

  init(_ ask: @escaping @Sendable () async -> Value) { self.ask = ask }

  /// The answer; waits for it.
  var value: Value {
    get async {
      let task = task ?? Task.detached { [ask] in await ask() }
      self.task = task
      return await task.value
    }
  }

  /// The answer, where somebody has asked; waits for it, and asks for nothing.
  var valueIfAsked: Value? {
    get async { await task?.value }
  }
}
