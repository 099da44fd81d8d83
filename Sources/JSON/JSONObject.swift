/// The members of a JSON object, in the order they were written.
///
/// A key may come twice: all its members are kept and printed, and reading and writing by key take
/// the last one.
package struct JSONObject: Sendable, Hashable {
  /// One key with its value.
  package struct Member: Sendable, Hashable {
    package let name: JSONString
    package var value: JSONValue
    package var key: String { name.value }

    package init(key: String, value: JSONValue) {
      name = JSONString(key)
      self.value = value
    }

    init(name: JSONString, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var members: [Member]

  package init(_ members: [Member] = []) { self.members = members }

  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }
  package var keys: [String] { members.map(\.key) }

  /// The place of the last member with a key; nil when there is none.
  package func index(of key: String) -> Int? {
    // Each key of a person looks up a dozen members: most keys are told apart by their length.
    let length = key.utf8.count
    return members.lastIndex {
      $0.name.value.utf8.count == length && $0.name.value.isSame(as: key)
    }
  }

  /// The value of `key`; setting nil removes it with all its duplicates, setting a value keeps its
  /// place or appends.
  package subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (_?, nil): members.removeAll { $0.name.value.isSame(as: key) }
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Puts a member that is not there yet at a place counted from the start.
  package mutating func insert(_ value: JSONValue, for key: String, at index: Int) {
    members.insert(Member(key: key, value: value), at: min(index, members.count))
  }

  /// Gives the member at a place another value.
  package mutating func replace(at index: Int, by value: JSONValue) {
    members[index].value = value
  }

  /// Changes the value of `key` where it stands; nothing is copied.
  mutating func update<R>(_ index: Int, _ body: (inout JSONValue) -> R) -> R {
    body(&members[index].value)
  }
}
