import Glibc
import JSON

@testable import Sandbox

/// One request on a connection of its own, and every byte of its answer.
struct RawAnswer {
  let status: Int
  let head: String
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }
  var json: JSONValue? { (try? JSONDocument(parsing: body))?.value }
  /// The `message` of a refusal.
  var message: JSONValue? { json?[key: "message"] }
  /// The calendar that it holds.
  var calendar: JSONValue? { json?[key: "calendar"] }

  /// Reads everything that came; the status is 0 where that is no answer.
  init(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    let split = bytes.indices.first { bytes[$0...].starts(with: end) } ?? bytes.endIndex
    head = String(decoding: bytes[..<split], as: UTF8.self)
    body = Array(bytes[min(split + end.count, bytes.count)...])
    status = head.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
  }
}

extension Sandbox {
  /// Sends a request over a socket and waits until the connection ends.
  func send(
    _ method: String, _ target: String, version: String? = "2021-04-15", _ json: JSONValue? = nil,
    token: String = "t"
  ) -> RawAnswer {
    var lines = [
      "\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Authorization: Bearer \(token)",
      "Connection: close",
    ]
    if let version { lines.append("Version: \(version)") }
    let body = json?.printed() ?? ""
    if json != nil {
      lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"]
    }
    return RawAnswer(exchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + body))
  }

  func get(
    _ target: String, version: String? = "2021-04-15", token: String = "t"
  ) -> RawAnswer { send("GET", target, version: version, token: token) }

  /// Updates a calendar.
  func put(
    _ id: String, _ body: JSONValue, version: String = "2021-04-15", token: String = "t"
  ) -> RawAnswer { send("PUT", "/calendars/\(id)", version: version, body, token: token) }

  /// A calendar as a load shows it.
  func loaded(_ id: String) -> JSONValue? { get("/calendars/\(id)").calendar }

  private func exchange(_ request: String) -> [UInt8] {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard connected == 0 else { return [] }
    var left = Array(request.utf8)[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return [] }
      left = left.dropFirst(count)
    }
    var answer: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &part, part.count, 0)
      guard count > 0 else { return answer }
      answer += part[..<count]
    }
  }
}

/// Runs a test against a sandbox of its own.
func withSandbox(
  accounts: [SandboxAccount] = [], _ change: (inout SandboxOptions) -> Void = { _ in },
  _ test: (Sandbox) throws -> Void
) throws {
  var options = SandboxOptions()
  change(&options)
  let sandbox = try Sandbox.startBlocking(accounts: accounts, options: options)
  defer { sandbox.stopBlocking() }
  try test(sandbox)
}

extension JSONValue {
  /// An object with other values for some keys; a key that is new comes last.
  func with(_ changes: JSONValue) -> JSONValue {
    var out = object ?? JSONObject()
    for member in changes.object?.members ?? [] { out[member.key] = member.value }
    return .object(out)
  }

  /// An object without some keys.
  func without(_ keys: String...) -> JSONValue {
    var out = object ?? JSONObject()
    for key in keys { out[key] = nil }
    return .object(out)
  }

  /// The keys of an object.
  var keys: [String] { object?.keys ?? [] }
}

/// An object with one key.
func single(_ key: String, _ value: JSONValue) -> JSONValue {
  .object(JSONObject([.init(key: key, value: value)]))
}

/// What an update of all of a value may hold: the keys that the API page documents.
func documented(_ value: JSONValue, _ shape: ObjectShape = BodyShapes.update) -> JSONValue {
  guard let object = value.object else { return value }
  return .object(
    JSONObject(
      object.members.compactMap { member in
        guard let property = shape.properties.first(where: { $0.name == member.key }) else {
          return nil
        }
        switch property.shape {
        case .object(let inner):
          return .init(key: member.key, value: documented(member.value, inner))
        case .objects(let inner):
          let rows = member.value.array ?? []
          return .init(key: member.key, value: .array(rows.map { documented($0, inner) }))
        default: return member
        }
      }))
}
