/// Bytes that stand for an answer, in any amount, whether they are one or not.
package struct SandboxStream: Sendable, Hashable {
  /// What is sent first.
  package var start: [UInt8]
  /// What is sent again and again after it.
  package var part: [UInt8]
  /// How often; nil goes on as long as somebody listens.
  package var count: Int?
  /// The pause between two parts, in milliseconds.
  package var milliseconds: Int
  /// What is sent last, before the connection is closed.
  package var end: [UInt8]
  /// Whether the request is carried out before.
  package var carriesOut: Bool

  package init(
    _ start: [UInt8], part: [UInt8] = [], count: Int? = 0, milliseconds: Int = 0,
    end: [UInt8] = [], carriesOut: Bool = false
  ) {
    self.start = start
    self.part = part
    self.count = count
    self.milliseconds = milliseconds
    self.end = end
    self.carriesOut = carriesOut
  }
}
