import CalendarAPI
import CalendarWork
import Glibc
import JSON
import Synchronization

/// The pace of the requests to one sub-account, shared by all programs of this user that send to it.
///
/// It is kept in a small file, which is locked for a moment at each request. The lock ends with the
/// process, however that ends. Where the file cannot be used, each program paces itself alone.
package final class SharedPace: Sendable {
  /// Nil where nothing is kept between runs.
  private let path: String?
  /// The pace as it was seen last, for when the file cannot be used.
  private let own = Mutex(Pace())
  /// How often a lock is tried that another program holds.
  private let mostTries: Int

  /// - Parameters:
  ///   - folder: nil to share nothing, as for the sandbox.
  ///   - location: the id of the sub-account, or whatever tells the account from others.
  ///   - mostTries: how often the lock is tried, 2 ms apart, before this program paces itself alone.
  package init(
    in folder: StateFolder?, _ base: BaseURL, location: String, mostTries: Int = 100
  ) {
    self.mostTries = mostTries
    path = folder.flatMap { folder in
      (try? folder.folder("pace")).map {
        "\($0)/\(DraftSource.service(base, calendarID: location).fileName)"
      }
    }
  }

  private static let limit = 1 << 20
  private static let pause: UInt32 = 2_000

  /// Now, in microseconds since 1970.
  package static var now: Int {
    let clock = DraftTime.clock
    return Int(clock.tv_sec) * 1_000_000 + Int(clock.tv_nsec) / 1000
  }

  /// Takes the next place; see ``Pace/reserve(at:isUrgent:)``.
  ///
  /// - Returns: when the request may go, in the time of ``now``.
  package func reserve(
    at now: Int = SharedPace.now, isUrgent: Bool = false
  ) -> Pace.Slot {
    change { $0.reserve(at: now, isUrgent: isUrgent) }
  }

  /// Takes what an answer says; see ``Pace/note(_:sentAt:now:tellsOfOthers:)``.
  package func note(
    _ answer: RateLimit?, sentAt: Int, now: Int = SharedPace.now, tellsOfOthers: Bool = true
  ) {
    guard answer != nil else { return }
    change { $0.note(answer, sentAt: sentAt, now: now, tellsOfOthers: tellsOfOthers) }
  }

  /// Takes that a request went out later than it was to; see ``Pace/moved(_:to:)``.
  package func moved(_ time: Int, to later: Int) { change { $0.moved(time, to: later) } }

  /// Takes a refusal; see ``Pace/refused(retryAfter:now:)``.
  package func refused(retryAfter seconds: Int?, now: Int = SharedPace.now) {
    change { $0.refused(retryAfter: seconds, now: now) }
  }

  private func change<Answer: Sendable>(_ body: (inout Pace) -> Answer) -> Answer {
    own.withLock { own in
      guard let path, let file = locked(path) else { return body(&own) }
      // Closing gives the lock back.
      defer { close(file) }
      if let shared = Self.read(file) { own = shared }
      let answer = body(&own)
      Self.write(own, to: file)
      return answer
    }
  }

  private func locked(_ path: String) -> Int32? {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { return nil }
    for _ in 0..<mostTries {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
      // A program that was stopped with the lock must not stop the others.
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(Self.pause)
    }
    close(file)
    return nil
  }

  private static func read(_ file: Int32) -> Pace? {
    guard let bytes = try? FileBytes.readAll(from: file, limit: limit),
      let value = try? JSONDocument(parsing: bytes, depthLimit: 8).value
    else { return nil }
    return Pace(value)
  }

  private static func write(_ pace: Pace, to file: Int32) {
    guard lseek(file, 0, SEEK_SET) == 0 else { return }
    let text = pace.json.printed() + "\n"
    // A longer text before it would leave its end behind.
    if FileBytes.writeAll(text, to: file) { ftruncate(file, off_t(text.utf8.count)) }
  }
}
