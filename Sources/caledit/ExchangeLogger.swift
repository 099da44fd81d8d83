import CalendarAPI
import Logging

/// Writes requests and answers to the log.
struct ExchangeLogger: ExchangeLog {
  let logger: Logger
  let wantsBodies: Bool

  func record(_ event: ExchangeEvent, ofRequest number: Int) {
    switch event {
    case .request(let method, let url, let size, let body):
      let sent = size == 0 ? "" : ", \(size) bytes"
      logger.info("request \(number): \(method) \(url)\(sent)")
      if let body { logger.info("request \(number) body: \(body)") }
    case .answer(let status, let milliseconds, let headers, let size, let body):
      let shown = headers.map { ", \($0)" }.joined()
      logger.log(
        level: (200...299).contains(status) ? .info : .warning,
        "answer \(number): \(status) after \(milliseconds) ms, \(size) bytes\(shown)")
      if let body { logger.info("answer \(number) body: \(body)") }
    case .failure(let error, let milliseconds):
      logger.error("no answer \(number): \(error.title) after \(milliseconds) ms")
    }
  }
}
