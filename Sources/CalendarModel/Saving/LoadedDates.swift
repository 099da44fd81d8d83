import JSON

/// The dates that the service knows by id, held against those that are to be sent; API page,
/// `availabilities[].id` and `deleted`.
///
/// Undo can lead back behind a save, to rows with ids that are gone and without rows that are there.
/// Whatever way led to a list, each id that is sent exists, and what is missing is deleted by its id.
struct LoadedDates {
  private let rows: [JSONValue]

  init(_ list: JSONValue?) { rows = (list?.array ?? []).filter { $0.serviceID != nil } }

  func reconciled(_ list: JSONValue) -> JSONValue {
    guard case .array(var sent) = list else { return list }
    let known = Set(rows.compactMap(\.serviceID))
    var used = Set(sent.compactMap(\.serviceID))
    for index in sent.indices {
      guard case .object(var row) = sent[index], row["date"] != nil else { continue }
      if let id = sent[index].serviceID, !known.contains(id) { row["id"] = nil }
      if JSONValue.object(row).serviceID == nil,
        let same = rows.first(where: { $0[key: "date"] == row["date"] }),
        let id = same.serviceID, used.insert(id).inserted
      {
        row["id"] = .text(id)
      }
      sent[index] = .object(row)
    }
    // A deleted row without an id of its own says nothing to the service.
    sent.removeAll { $0[key: "deleted"] == true && $0.serviceID == nil && !known.isEmpty }
    for row in rows {
      guard let id = row.serviceID, !used.contains(id) else { continue }
      sent.append([
        "date": row[key: "date"] ?? .null, "hours": row[key: "hours"] ?? [], "deleted": true,
        "id": .text(id),
      ])
    }
    return .array(sent)
  }
}
