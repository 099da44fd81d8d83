extension Int {
  /// The number in digits, with zeros in front up to a width: `07`; a sign does not count.
  package func padded(to width: Int) -> String {
    let digits = String(magnitude)
    return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count))
      + digits
  }
}
