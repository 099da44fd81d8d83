import CalendarModel
import JSON

/// What commands tell programs of a calendar.
extension FoundCalendar {
  /// Which one it is: its profile or file, its id and its name.
  ///
  /// `profile` is there for one of a profile or of a sub-account of the sandbox, `file` for one in a
  /// file.
  func identityMembers(name: String?) -> [JSONObject.Member] {
    var members: [JSONObject.Member] = []
    if let account, !account.name.isEmpty {
      members.append(.init(key: "profile", value: .text(account.name)))
    }
    if let file { members.append(.init(key: "file", value: .text(file.path))) }
    members.append(.init(key: "id", value: id.isEmpty ? .null : .text(id)))
    members.append(.init(key: "name", value: (name ?? entry?.name).map(JSONValue.text) ?? .null))
    return members
  }
}

extension JSONObject {
  /// Members in their order, those without a value left out.
  init(known members: [(String, JSONValue?)]) {
    self.init(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }
}
