import Dispatch
import Synchronization

/// Waits on this thread for what is done on others.
func waiting<Value: Sendable>(for body: @escaping @Sendable () async -> Value) -> Value {
  let done = DispatchSemaphore(value: 0)
  let found = Found<Value>()
  Task.detached {
    let value = await body()
    found.value.withLock { $0 = value }
    done.signal()
  }
  while true {
    done.wait()
    if let value = found.value.withLock({ $0 }) { return value }
  }
}

private final class Found<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}
