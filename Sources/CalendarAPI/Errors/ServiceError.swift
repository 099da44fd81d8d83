import JSON

/// Why a call failed, with everything that helps somebody to put it right.
package struct ServiceError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// 400 for another reason than those below.
    case badRequest
    /// The token is wrong or has expired.
    case unauthorized
    /// The token may not do this, and the service does not say why.
    case forbidden
    /// The token lacks the scope of the call.
    case missingScope
    /// The token does not reach the sub-account that the calendar is in.
    case otherAccount
    /// The token is one of the agency, which cannot read calendars.
    case agencyToken
    /// The service does not accept the header `Version`.
    case versionRefused
    /// There is no such calendar for this token.
    case notFound
    /// The server does not know the path of the call.
    case noSuchRoute
    /// 422: the service's validator refused the body.
    case invalid
    /// 429; seconds to wait where the answer says.
    case rateLimited(retryAfterSeconds: Int?)
    /// 3xx: the server points somewhere else; a token is never sent there.
    case redirected(location: String?)
    /// 5xx.
    case server(status: Int)
    /// Any other status.
    case unexpected(status: Int)
    /// A success whose body cannot be read, and why.
    case unreadable(why: String)
    /// A success with the calendar of another id than the one that was asked for.
    case otherCalendar(asked: String, got: String)
    /// A calendar of another sub-account than the one that the token is used for, both by name.
    case foreignCalendar(its: String, own: String)
    /// The id cannot stand in an address; nothing was sent.
    case unusableID(String)
    /// No answer came.
    case transport(TransportError)
  }

  package let kind: Kind
  /// The answer's status; nil where no answer came.
  package let status: Int?
  /// What the service said, message by message.
  package let messages: [ServiceMessage]
  /// The body of the answer as text, cut to ``rawLimit`` bytes, without the token.
  package let raw: String
  /// Whether the body is a page made for a browser, as proxies send.
  package let isHTML: Bool
  /// How many requests are left, where the answer says.
  package let rateLimit: RateLimit?
  /// What the request wanted; nil where no request was made.
  package let call: ServiceCall?
  /// Whether the service may have carried out the save all the same; only loading again tells.
  package let mayHaveBeenSaved: Bool

  /// The longest part of a body that an error keeps, in bytes.
  package static let rawLimit = 64 * 1024

  /// What happened, in one line.
  package var title: String { APITexts.title(of: self) }
  /// What to do about it, in one or two sentences.
  package var advice: String { APITexts.advice(for: self) }

  init(_ kind: Kind, mayHaveBeenSaved: Bool = false, of call: ServiceCall? = nil) {
    self.kind = kind
    self.call = call
    rateLimit = nil
    self.mayHaveBeenSaved = mayHaveBeenSaved
    status = nil
    messages = []
    raw = ""
    isHTML = false
  }

  /// Makes the error of an answer.
  init(
    _ response: HTTPResponse, kind: Kind, token: Token, mayHaveBeenSaved: Bool = false,
    of call: ServiceCall? = nil
  ) {
    let body = ErrorBody(response)
    self.kind = kind
    self.call = call
    rateLimit = RateLimit(response)
    self.mayHaveBeenSaved = mayHaveBeenSaved
    status = response.status
    // What cannot be read has nothing to say; the answer itself is kept.
    var texts = body.texts
    if case .unreadable = kind { texts = [] }
    messages = texts.map { text in
      ServiceMessage(
        token.redacted(text.text, isCut: body.isCut), at: text.place.map(token.redacted))
    }
    isHTML = body.isHTML
    let bytes = response.body.prefix(Self.rawLimit)
    let text = token.redacted(
      String(decoding: bytes, as: UTF8.self), isCut: bytes.count < response.body.count)
    raw = response.isCompressed ? "" : Self.cut(text, to: Self.rawLimit)
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end])
  }
}

extension ServiceError: CustomStringConvertible {
  /// Title and messages in one line, for a log.
  package var description: String { ([title] + messages.map(\.text)).joined(separator: "; ") }
}
