import Synchronization

/// Tells a step from every other one of this process, and from itself before more typing joined it.
///
/// Who keeps a draft up to date knows by the marks which steps it has written.
package struct StepMark: Sendable, Hashable {
  /// The same for all states of one step.
  let step: Int
  private(set) var state: Int

  init() {
    step = Self.next()
    state = step
  }

  /// Notes that the step holds something else now.
  mutating func change() { state = Self.next() }

  private static let last = Atomic<Int>(0)

  /// A number that is larger than all that were given before.
  static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
