/// A call that is under way; the screen shows it with the time it takes.
public struct Request: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case load, save }

  public let id: Int
  public let kind: Kind
  /// How long it has been running.
  public internal(set) var seconds = 0

  var title: String {
    switch kind {
    case .load: "Loading"
    case .save: "Saving"
    }
  }
}
