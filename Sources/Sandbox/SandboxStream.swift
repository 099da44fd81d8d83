/// Bytes to send in the place of an answer; they need not be a valid one.
package struct SandboxStream: Sendable, Hashable {
  /// The bytes to send first.
  package var start: [UInt8]
  /// The bytes to repeat after them.
  package var part: [UInt8]
  /// How often to repeat them; nil means as long as somebody listens.
  package var count: Int?
  /// The pause between two parts, in milliseconds.
  package var milliseconds: Int
  /// The bytes to send last, before the connection closes.
  package var end: [UInt8]
  /// Whether the sandbox carries out the request first.
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
