import JSON

extension Rule {
  /// Properties that are unset, which an update cannot say; API page, "Body".
  static let unset = Rule("field.unset", .note) { calendar in
    calendar.unsetKeys.sorted().map { key in
      Finding(
        "This is unset, so it is not sent: the service keeps what it has.",
        at: JSONPath([.key(key)]))
    }
  }
}
