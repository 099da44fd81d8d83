extension String {
  /// Whether both are the same scalars, unlike `==`, to which composed and decomposed letters are
  /// equal; the service compares bytes.
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let answer = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        if mine.baseAddress == theirs.baseAddress { return true }
        var at = 0
        while at < mine.count, mine[at] == theirs[at] { at += 1 }
        return at == mine.count
      }
    }
    return (answer ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
