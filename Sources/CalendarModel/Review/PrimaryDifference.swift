import JSON

/// A member of the team who became the primary one instead of another, for the review.
struct PrimaryDifference {
  /// "Primary member: Jonas Berg → Ana Silva".
  let text: String
  let path: JSONPath
  /// What it is made of.
  let differences: [Difference]

  /// The change, where exactly one member became primary and exactly one is it no longer.
  ///
  /// - Parameter rest: receives what it is not made of.
  init?(
    _ differences: [Difference], in document: CalendarDocument, rest: inout [Difference]
  ) {
    var gained: [Difference] = []
    var lost: [Difference] = []
    rest = []
    for difference in differences {
      switch difference.kind {
      case .changed(let old, true) where difference.isPrimary && old != true:
        gained.append(difference)
      case .changed(true, let new) where difference.isPrimary && new != true:
        lost.append(difference)
      default: rest.append(difference)
      }
    }
    guard gained.count == 1, lost.count == 1 else {
      rest = differences
      return nil
    }
    func name(_ difference: Difference) -> String {
      document.summary(document[difference.path.parent] ?? .null, .teamMember)
    }
    text = "Primary member: \(name(lost[0])) → \(name(gained[0]))"
    path = gained[0].path
    self.differences = lost + gained
  }
}

extension Difference {
  fileprivate var isPrimary: Bool {
    path.count == 3 && path.last == .key(MemberKey.isPrimary.rawValue)
  }
}
