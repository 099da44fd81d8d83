import JSON
import NIOCore

/// What goes wrong with a request, on purpose.
extension SandboxHandler {
  func fail(_ exchange: Exchange, _ fault: SandboxFault, _ context: ChannelHandlerContext) {
    func write(_ answer: SandboxAnswer) { self.write(answer, context, closes: exchange.closes) }
    switch fault {
    case .answer(let status, let body, let headers): write(made(status, body, headers, exchange))
    case .answerAfterwards(let status, let body, let headers):
      _ = answer(exchange)
      write(made(status, body, headers, exchange))
    case .storeNothing(let claims): write(answer(exchange) { $0.answerWithoutStoring($1, claims) })
    case .lose(let keys): write(answer(exchange) { $0.answer($1, losing: keys) })
    case .doubleKey(let key, let first):
      write(answer(exchange).with(key, twiceAfter: first))
    case .change(let keys):
      write(
        answer(exchange) { state, exchange in
          state.change(keys, for: exchange)
          return state.answer(exchange)
        })
    case .changeAfterwards(let keys):
      write(
        answer(exchange) { state, exchange in
          let answer = state.answer(exchange)
          state.change(keys, for: exchange)
          return answer
        })
    case .delay(let milliseconds): delay(exchange, milliseconds, context)
    case .close: context.close(promise: nil)
    case .closeAfterwards:
      _ = answer(exchange)
      context.close(promise: nil)
    case .cutHead:
      let head = bytes(ofHead: answer(exchange))
      play(SandboxStream(Array(head.prefix(head.count / 2))), context)
    case .stallBody: writeHalf(answer(exchange), context, thenCloses: false)
    case .cutBody: writeHalf(answer(exchange), context, thenCloses: true)
    case .trickle(let milliseconds):
      let answer = answer(exchange)
      trickle((bytes(ofHead: answer) + answer.body)[...], milliseconds, context)
    case .raw(let text): play(SandboxStream(Array(text.utf8)), context)
    case .stream(let stream):
      if stream.carriesOut { _ = answer(exchange) }
      play(stream, context)
    }
  }

  private func delay(
    _ exchange: Exchange, _ milliseconds: Int, _ context: ChannelHandlerContext
  ) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      let (handler, context) = bound.value
      guard context.channel.isActive else { return }
      handler.write(handler.answer(exchange), context, closes: exchange.closes)
    }
  }

  /// An answer that a fault brings along.
  private func made(
    _ status: Int, _ body: String, _ headers: [String: String], _ exchange: Exchange
  ) -> SandboxAnswer {
    var answer = SandboxAnswer(
      status: status, headers: headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      text: body)
    if !headers.keys.contains(where: { $0.lowercased() == "content-type" }) {
      let isJSON = body.hasPrefix("{") || body.hasPrefix("[")
      answer.headers.append(("Content-Type", isJSON ? "application/json" : "text/plain"))
    }
    answer.headers += exchange.rate.headers
    return answer
  }
}

extension SandboxAnswer {
  /// The answer with a key of its calendar twice; the first time it has another value.
  fileprivate func with(_ key: String, twiceAfter first: JSONValue) -> SandboxAnswer {
    guard var object = (try? JSONDocument(parsing: body))?.value.object,
      var calendar = object["calendar"]?.object
    else { return self }
    calendar.insert(first, for: key, at: calendar.index(of: key) ?? calendar.count)
    object["calendar"] = .object(calendar)
    var answer = self
    answer.body = Array(JSONValue.object(object).printed().utf8)
    return answer
  }
}
