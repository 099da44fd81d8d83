/// Bytes that stand for an answer, in any amount, whether they are one or not.
public struct SandboxStream: Sendable, Hashable {
  /// What is sent first.
  public var start: [UInt8]
  /// What is sent again and again after it.
  public var part: [UInt8]
  /// How often; nil goes on as long as somebody listens.
  public var count: Int?
  /// The pause between two parts, in milliseconds.
  public var milliseconds: Int
  /// What is sent last, before the connection is closed.
  public var end: [UInt8]
  /// Whether the request is carried out before.
  public var carriesOut: Bool

  public init(
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
