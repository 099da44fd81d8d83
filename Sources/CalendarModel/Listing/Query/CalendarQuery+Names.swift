import JSON

/// Users, groups and forms that a query names.
extension CalendarQuery {
  /// The kinds of which something is named; their names have to be known to answer it.
  package var namedKinds: Set<LookUp> {
    Set((node?.named(isNegated: false) ?? []).flatMap(\.kinds))
  }

  /// What is not to have a user, a group or a form that nothing is called, in a sentence each: every
  /// calendar would fit.
  ///
  /// - Parameter known: the names of each kind by id; of a kind that is not in it nothing is said.
  package func unknownNames(_ known: [LookUp: [String: String]]) -> [String] {
    (node?.named(isNegated: false) ?? []).filter(\.isNegated).compactMap { named in
      var names: [String: String] = [:]
      for kind in named.kinds {
        guard let list = known[kind] else { return nil }
        names.merge(list) { first, _ in first }
      }
      let isKnown = names.contains { id, name in
        [id, name].contains { named.isMeant(FoldedText($0)) }
      }
      if isKnown { return nil }
      let words = Set(names.values).sorted().map { (word: $0, names: [$0]) }
      return ChangeWording.unknownName(
        named.text.text, ChangeNames.nearest(named.text.text, words), orIDs: false)
    }
  }

  /// What is to have a user or a group that nothing in some lists is called, in a sentence each: no
  /// calendar fits, and nobody would know why.
  ///
  /// - Parameter lists: the calendars of each sub-account, with the names that are known there.
  package func unknownNames(in lists: [[ListedCalendar]]) -> [String] {
    (node?.named(isNegated: false) ?? []).filter { !$0.isNegated }.compactMap { named in
      guard named.kinds.allSatisfy({ $0 == .users || $0 == .groups }) else { return nil }
      var names: Set<String> = []
      for list in lists {
        // All of a sub-account come with the same names, also those that no calendar has.
        let known = (list.first?.names ?? [:]).flatMap { [$0.key, $0.value] }
        if known.contains(where: { named.isMeant(FoldedText($0)) }) { return nil }
        for calendar in list {
          if let phrase = named.phrase, calendar.searchKey.name.contains(phrase) { return nil }
          let own = named.kinds.contains(.groups) ? [calendar.groupName].compactMap { $0 } : []
          names.formUnion(own + (named.kinds.contains(.users) ? calendar.memberNames : []))
        }
      }
      guard !names.isEmpty, !names.contains(where: { named.isMeant(FoldedText($0)) }) else {
        return nil
      }
      // One word of a name is what people type.
      let words = names.sorted().map { name in
        (word: name, names: [name] + name.split(separator: " ").map(String.init))
      }
      return ChangeWording.unknownName(
        named.text.text, ChangeNames.nearest(named.text.text, words), orIDs: false)
    }
  }
}

/// A condition on users, groups or forms by what they are called.
private struct NamedThing {
  let kinds: [LookUp]
  let text: FoldedText
  let isWhole: Bool
  /// Whether calendars fit that do not have it.
  let isNegated: Bool
  /// What the calendar may be called instead, ``QueryCondition/field(_:_:phrase:)``.
  let phrase: FoldedText?

  func isMeant(_ name: FoldedText) -> Bool { isWhole ? name == text : name.contains(text) }
}

extension QueryNode {
  /// The conditions on what has an id, each with whether it is not to hold.
  fileprivate func named(isNegated: Bool) -> [NamedThing] {
    switch self {
    case .all(let nodes), .any(let nodes): return nodes.flatMap { $0.named(isNegated: isNegated) }
    case .not(let node): return node.named(isNegated: !isNegated)
    case .leaf(.field(let places, let test, let phrase)):
      let kinds = places.compactMap { place -> LookUp? in
        if case .text(.id(let kind)) = place.field.type { kind } else { nil }
      }
      guard kinds.count == places.count else { return [] }
      switch test {
      case .contains(let text):
        return [
          NamedThing(
            kinds: kinds, text: text, isWhole: false, isNegated: isNegated, phrase: phrase)
        ]
      case .equals(let text):
        return [
          NamedThing(kinds: kinds, text: text, isWhole: true, isNegated: isNegated, phrase: phrase)
        ]
      default: return []
      }
    case .leaf: return []
    }
  }
}
