import Sandbox

extension Fault {
  /// A status with its three bodies: JSON, a page, and none; all repeat the token where they can.
  struct Status: Sendable, CustomStringConvertible {
    let code: Int
    let meaning: Meaning
    let title: String
    /// What is said of a save; nil where it is the same.
    var titleOfSave: String?

    var description: String { "\(code)" }

    var faults: [Fault] { [json, page, empty] }

    private var json: Fault {
      Fault(
        name: "\(code) JSON", meaning: meaning, says: [title, "It failed with Bearer [token]"],
        saysOfSave: titleOfSave.map { [$0, "It failed with Bearer [token]"] },
        make: stream(
          http(
            code, #"{"statusCode":\#(code),"message":"It failed with \#(token)","error":"E"}"#,
            headers: ["X-Request-Id: \(token)", "Set-Cookie: t=\(token)"])))
    }

    private var page: Fault {
      Fault(
        name: "\(code) HTML", meaning: meaning,
        says: [title, "Gateway of Bearer [token]", "The answer is a web page"],
        saysOfSave: meaning == .lost
          ? [title, "Gateway of Bearer [token]", "The answer was a web page"]
          : titleOfSave.map { [$0, "Gateway of Bearer [token]", "The answer is a web page"] },
        make: stream(
          http(
            code,
            "<!DOCTYPE html><html><head><title>Gateway of \(token)</title></head>\(token)</html>",
            type: "text/html; charset=utf-8")))
    }

    private var empty: Fault {
      Fault(
        name: "\(code) empty", meaning: meaning, says: [title],
        saysOfSave: titleOfSave.map { [$0] },
        make: stream(http(code, "", type: "text/plain")))
    }
  }

  /// 401 and 429 with a time to wait are asked about; they have tests of their own.
  static let statuses: [Status] =
    [
      (400, "The service refused the request (400)"), (403, "The token may not do this (403)"),
      (404, "The service did not find it (404)"),
      (409, "The service gave an unexpected answer (409)"),
      (413, "The service gave an unexpected answer (413)"),
      (429, "Too many requests (429)"),
    ].map { Status(code: $0, meaning: .refused, title: $1) }
    + [
      // A load sends no values that could be refused.
      Status(
        code: 422, meaning: .refused, title: "The service refused the request (422)",
        titleOfSave: "The service refused the values (422)")
    ]
    + [500, 502, 503, 504].map {
      Status(code: $0, meaning: .lost, title: "The service failed (\($0))")
    }
}
