import JSON

/// Something to choose by name where the calendar holds an id.
package struct LookUpResult: Sendable, Hashable, Identifiable {
  package let id: String
  /// What people call it; the id where the service gives no name.
  package let name: String
  /// What tells it from others of the same name: a user's e-mail address, a calendar's type, a
  /// group's slug.
  package let detail: String?
  /// Whether it is in use; nil where the service does not say.
  package let isActive: Bool?

  package init(id: String, name: String, detail: String? = nil, isActive: Bool? = nil) {
    self.id = id
    self.name = name
    self.detail = detail
    self.isActive = isActive
  }

  /// Reads one entry of a list; nil when it has no id.
  ///
  /// Some answers spell the id `_id` (section 4). A user's name may come in two parts.
  init?(_ entry: JSONValue, detail key: String?) {
    guard let id = entry[key: "id"]?.text ?? entry[key: "_id"]?.text, !id.isEmpty else {
      return nil
    }
    let parts = ["firstName", "lastName"].compactMap { entry[key: $0]?.text }
    let names: [String?] = [entry[key: "name"]?.text, parts.joined(separator: " ")]
    let name = names.compactMap { $0 }.first { !$0.isEmpty }
    let detail = key.flatMap { entry[key: $0]?.text }.flatMap { $0.isEmpty ? nil : $0 }
    self.init(id: id, name: name ?? id, detail: detail, isActive: entry[key: "isActive"]?.bool)
  }
}
