import Foundation
import Synchronization

/// Does something so many times, on threads of their own, at most so many at once.
///
/// For work that only waits; the results come in the order of their numbers.
func concurrently<Value: Sendable>(
  _ count: Int, atOnce width: Int, _ body: @escaping @Sendable (Int) throws -> Value
) async -> [Result<Value, any Error>] {
  let work = SharedWork<Value>(count)
  return await withCheckedContinuation { continuation in
    for _ in 0..<min(width, count) {
      Thread.detachNewThread {
        while let number = work.takeNext() {
          let result = Result { try body(number) }
          if let all = work.finish(number, result) { continuation.resume(returning: all) }
        }
      }
    }
  }
}

private final class SharedWork<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Int: Result<Value, any Error>] = [:]
  }
  private let count: Int
  private let state = Mutex(State())

  init(_ count: Int) { self.count = count }

  func takeNext() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Answers with all results when this was the last one.
  func finish(
    _ number: Int, _ result: Result<Value, any Error>
  ) -> [Result<Value, any Error>]? {
    state.withLock { state in
      state.results[number] = result
      guard state.results.count == count else { return nil }
      return (0..<count).compactMap { state.results[$0] }
    }
  }
}
