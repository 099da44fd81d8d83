extension ServiceError {
  /// The kind of error that an answer without success is.
  static func kind(of response: HTTPResponse, method: String, token: Token) -> Kind {
    if response.saysNoSuchRoute(method: method) { return .noSuchRoute }
    let texts = ErrorBody(response).texts
    if let kind = kind(saidBy: texts, status: response.status) { return kind }
    switch response.status {
    case 300...399:
      return .redirected(location: response.header("Location").map { token.redacted($0) })
    case 400: return .badRequest
    case 401: return .unauthorized
    case 403: return .forbidden
    case 404: return .notFound
    case 422: return .invalid
    case 429: return .rateLimited(retryAfterSeconds: askedWait(response))
    case 500...599: return .server(status: response.status)
    default: return .unexpected(status: response.status)
    }
  }

  /// The kind that the words of an answer tell; nil where they say no more than the status.
  ///
  /// One status has several meanings: 401 is a wrong token, a missing scope, a wrong version or an
  /// unknown route (section 8), and proxies use yet other ones.
  private static func kind(saidBy texts: [ErrorText], status: Int) -> Kind? {
    guard [400, 401, 403, 404, 406, 410, 422].contains(status) else { return nil }
    let words = AnswerWords(texts)
    if status == 422 {
      // What is said of a place in the body is about a value.
      let isPlaced = texts.contains { ServiceMessage($0.text, at: $0.place).path != nil }
      return !isPlaced && words.isAboutUnknownCalendar ? .notFound : nil
    }
    let refusesTokens = [400, 401, 403].contains(status)
    if refusesTokens, words.isAboutAgencyToken { return .agencyToken }
    let isUnknownKey = texts.contains { ServiceMessage($0.text).isUnknownProperty }
    if !isUnknownKey, words.isAboutVersion { return .versionRefused }
    if [401, 403, 404].contains(status), words.isAboutRoute { return .noSuchRoute }
    if [401, 403].contains(status), words.isAboutScope { return .missingScope }
    if refusesTokens || status == 404, words.isAboutLocation { return .otherAccount }
    if refusesTokens, words.isAboutToken { return .unauthorized }
    if [400, 404].contains(status), words.isAboutUnknownCalendar { return .notFound }
    return nil
  }

  /// The seconds to wait that an answer asks for; nil where it does not say.
  private static func askedWait(_ response: HTTPResponse) -> Int? {
    if let seconds = RetryAfter.seconds(response) { return seconds }
    guard let limit = RateLimit(response), !limit.isUsedUpToday else { return nil }
    return limit.intervalMilliseconds.map { $0 / 1000 + ($0 % 1000 == 0 ? 0 : 1) }
  }
}
