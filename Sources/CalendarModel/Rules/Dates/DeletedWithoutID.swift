import JSON

extension Rule {
  /// A deletion that does not say of what; API page, `availabilities[].id`.
  static let deletedWithoutID = Rule(
    "availability.deletedWithoutID", .warning, objects: .availability
  ) { entry, _ in
    let type = ObjectType.availability
    guard type.isDeleted(.object(entry)), type.serviceID(of: .object(entry)) == nil else {
      return []
    }
    return [
      Finding("The service cannot delete an entry without an id.", at: DateEntryKey.deleted.path)
    ]
  }
}
