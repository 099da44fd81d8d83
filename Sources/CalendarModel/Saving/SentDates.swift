import JSON

/// The date-specific hours as they are sent: held against the entries that the service knows by id;
/// API page, `availabilities[].id` and `deleted`.
///
/// Undo can lead back behind a save, to rows with ids that are gone and without rows that are there.
/// Whatever way led to a list, each id that is sent exists, and what is missing is deleted by its id.
struct SentDates {
  private(set) var list: JSONValue
  /// The place of each sent entry in the edited list; nil for one that is not in it.
  private(set) var documentRows: [Int?] = []
  /// What the service may refuse, in sentences.
  private(set) var doubts: [String] = []

  /// - Parameters:
  ///   - edited: the documented part of the edited list.
  ///   - loaded: that of the loaded one.
  init(_ edited: JSONValue, loaded: JSONValue?) {
    list = edited
    guard case .array(let rows) = edited else { return }
    let known = (loaded?.array ?? []).filter { $0.serviceID != nil }
    let ids = Set(known.compactMap(\.serviceID))
    var byDay: [RowKey: [JSONValue]] = [:]
    for row in known {
      if let day = ObjectType.availability.secondKey(of: row) {
        byDay[day, default: []].append(row)
      }
    }
    var used = Set(rows.compactMap(\.serviceID))
    var sent: [JSONValue] = []
    for (index, value) in rows.enumerated() {
      var row = value
      if case .object(var object) = value, object[DateEntryKey.date.rawValue] != nil {
        if let id = value.serviceID, !ids.contains(id) { object[DateEntryKey.id.rawValue] = nil }
        row = .object(object)
        if row.serviceID == nil, let day = ObjectType.availability.secondKey(of: row),
          let id = byDay[day]?.first(where: { !used.contains($0.serviceID ?? "") })?.serviceID
        {
          used.insert(id)
          object[DateEntryKey.id.rawValue] = .text(id)
          row = .object(object)
        }
      }
      // The service cannot delete what it has no id for: such a row is left out of the list.
      if ObjectType.availability.isDeleted(row), row.serviceID == nil { continue }
      sent.append(row)
      documentRows.append(index)
    }
    for row in known {
      guard let id = row.serviceID, !used.contains(id) else { continue }
      sent.append(Self.deletion(of: row, id))
      documentRows.append(nil)
      if DateEntry(row).date == nil {
        doubts.append(HoursWording.deletesWithoutDate(row[member: DateEntryKey.date]))
      }
    }
    list = .array(sent)
  }

  /// What tells the service to delete an entry; the rest of it has to be there all the same.
  private static func deletion(of row: JSONValue, _ id: String) -> JSONValue {
    let date =
      DateEntry(row).date.map { JSONValue.text($0.wire) } ?? row[member: DateEntryKey.date] ?? ""
    let hours = row[member: DateEntryKey.hours].flatMap { $0.array == nil ? nil : $0 } ?? []
    let members: [(DateEntryKey, JSONValue)] = [
      (.date, date), (.hours, hours), (.deleted, true), (.id, .text(id)),
    ]
    return .object(JSONObject(members.map { .init(key: $0.0.rawValue, value: $0.1) }))
  }
}
