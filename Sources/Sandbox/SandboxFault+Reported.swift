import JSON

/// Answers that integrators report.
extension SandboxFault {
  /// An answer of the proxy in front of the service, such as 524: it says nothing about the write.
  ///
  /// - Parameter carriesOut: whether the request is carried out before.
  package static func proxy(_ status: Int, carriesOut: Bool) -> SandboxFault {
    let body = """
      <!DOCTYPE html>
      <html><head><title>services.example | \(status)</title></head>
      <body><h1>Error \(status)</h1></body></html>
      """
    let headers = ["Content-Type": "text/html; charset=UTF-8"]
    return carriesOut
      ? .answerAfterwards(status: status, body: body, headers: headers)
      : .answer(status: status, body: body, headers: headers)
  }

  /// 400, as for an id that no calendar has.
  package static let calendarNotFound = refusal(400, "Calendar not found", "Bad Request")
  /// 403, as for a calendar of another sub-account.
  package static let otherLocation = refusal(
    403, "The token does not have access to this location.", "Forbidden")
  /// 401, as for a token without the scope.
  package static let missingScope = refusal(
    401, "The token is not authorized for this scope.", "Unauthorized")
  /// 401, as for a version that the service does not accept.
  package static let wrongVersion = refusal(401, "version header is invalid", "Unauthorized")

  /// 401, as for a token that is none, or one that has run out.
  package static let invalidToken = refusal(
    401, "Invalid token: access token is invalid", "Unauthorized")

  /// 422 with the messages of the validator, such as `name must be a string`.
  package static func invalid(_ messages: [String]) -> SandboxFault {
    refusal(422, .array(messages.map(JSONValue.text)), "Unprocessable Entity")
  }

  private static func refusal(
    _ status: Int, _ message: JSONValue, _ error: String
  ) -> SandboxFault {
    let body: JSONValue = [
      "statusCode": .integer(status), "message": message, "error": .text(error),
    ]
    return .answer(status: status, body: body.printed())
  }
}
