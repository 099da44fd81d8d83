extension String {
  /// Whether both are the same scalars, unlike `==`, to which composed and decomposed letters are
  /// equal; the service compares bytes.
  func isSame(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }
}
