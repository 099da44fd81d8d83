/// E-mail addresses with commas between them, edited one by one; API page,
/// `notifications[].selectedUsers`.
///
/// What is not touched stays to the letter, blanks around the commas included.
package struct EmailList: Sendable, Hashable {
  private struct Part: Sendable, Hashable {
    var before = ""
    var address: String
    var after = ""

    init(_ address: String) { self.address = address }

    init(raw: Substring) {
      address = String(raw).trimmed
      guard !address.isEmpty else {
        before = String(raw)
        return
      }
      before = String(raw.prefix { $0.isWhitespace })
      after = String(raw.dropFirst(before.count + address.count))
    }

    var text: String { before + address + after }
  }

  private var parts: [Part]

  /// Reads a text; one without anything but blanks holds no address.
  package init(_ text: String) {
    parts =
      text.trimmed.isEmpty
      ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(Part.init(raw:))
  }

  /// The addresses without the blanks around them; an empty one stands for a comma too many.
  package var addresses: [String] { parts.map(\.address) }

  /// As it stands in the JSON.
  package var text: String { parts.map(\.text).joined(separator: ",") }

  /// What is wrong with each address; nil for nothing.
  package var problems: [String?] {
    var seen: Set<String> = []
    return addresses.map { address in
      if address.isEmpty { return "There is a comma too many." }
      if !TextCheck.isEmail(address) {
        return "\(Wording.quoted(address)) is not an e-mail address; "
          + "write commas between addresses."
      }
      return seen.insert(address.lowercased()).inserted
        ? nil : "\(Wording.quoted(address)) is listed twice."
    }
  }

  // MARK: Changes

  /// Adds what was typed at the end: an address, or several with commas between them.
  package mutating func append(_ typed: String) { insert(typed, at: parts.count) }

  /// Puts what was typed in the place of an address; nothing typed takes the address away.
  package mutating func replace(at index: Int, with typed: String) {
    guard parts.indices.contains(index) else { return }
    let new = EmailList(typed).addresses.filter { !$0.isEmpty }
    guard let first = new.first else {
      remove(at: index)
      return
    }
    parts[index].address = first
    for (offset, address) in new.dropFirst().enumerated() {
      insert(address, at: index + 1 + offset)
    }
  }

  /// Takes an address away.
  package mutating func remove(at index: Int) {
    guard parts.indices.contains(index) else { return }
    let gone = parts.remove(at: index)
    // The text goes on beginning and ending as it did.
    if index == 0, !parts.isEmpty { parts[0].before = gone.before }
    if index == parts.count, !parts.isEmpty { parts[index - 1].after = gone.after }
  }

  private mutating func insert(_ typed: String, at index: Int) {
    for (offset, address) in EmailList(typed).addresses.filter({ !$0.isEmpty }).enumerated() {
      var part = Part(address)
      // With a blank behind the comma where the others have one.
      if let usual = parts.dropFirst().first { part.before = usual.before }
      parts.insert(part, at: min(index + offset, parts.count))
    }
  }
}
