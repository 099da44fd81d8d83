import Synchronization

/// Where other threads and tasks leave messages for the event loop.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let pipe: WakePipe

  init(pipe: WakePipe) { self.pipe = pipe }

  /// Leaves a message and wakes the loop; never blocks for long.
  package func post(_ message: Message) {
    let isFirst = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    // The loop takes all that is there, so one byte is enough for many messages.
    if isFirst { pipe.wake() }
  }

  /// All messages, in the order in which they came.
  package func take() -> [Message] {
    messages.withLock { waiting in
      if waiting.isEmpty { return [] }
      let all = waiting
      waiting = []
      return all
    }
  }
}
