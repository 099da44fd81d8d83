import JSON

/// The bodies that refusals have in the field.
extension SandboxAnswer {
  /// A refusal with its body in another shape; every other answer as it is.
  func shaped(_ shape: SandboxOptions.ErrorShape) -> SandboxAnswer {
    guard status >= 400, shape != .plain,
      let body = (try? JSONDocument(parsing: body))?.value, let message = body[key: "message"]
    else { return self }
    switch shape {
    case .plain: return self
    case .exception:
      return SandboxAnswer(
        status,
        [
          "status": .integer(status), "message": message, "name": "HttpException",
          "traceId": .text(Self.traceID),
        ])
    case .nested: return SandboxAnswer(status, ["statusCode": .integer(status), "message": body])
    }
  }

  static let traceID = "00000000-0000-4000-8000-000000000000"
}
