import JSON

extension Rule {
  /// A notification to selected users who are not named.
  static let selectedUsersMissing = Rule(
    "notification.selectedUsers", .warning, objects: .notification
  ) { notification, _ in
    guard notification[member: NotificationKey.shouldSendToSelectedUsers] == true,
      notification[member: NotificationKey.selectedUsers].isNothing
    else { return [] }
    return [
      Finding(
        "Selected users get a notification, but there is no address; enter one.",
        at: NotificationKey.selectedUsers.path)
    ]
  }
}
