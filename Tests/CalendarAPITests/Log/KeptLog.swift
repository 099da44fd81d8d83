import CalendarAPI
import Synchronization

/// A log that keeps everything it is told.
final class KeptLog: ExchangeLog {
  let wantsBodies: Bool
  private let told = Mutex<[(number: Int, event: ExchangeEvent)]>([])

  init(wantsBodies: Bool = true) { self.wantsBodies = wantsBodies }

  func record(_ event: ExchangeEvent, ofRequest number: Int) {
    told.withLock { $0.append((number, event)) }
  }

  var events: [ExchangeEvent] { told.withLock { $0.map(\.event) } }
  /// The number of the request that each event is about.
  var numbers: [Int] { told.withLock { $0.map(\.number) } }
}
