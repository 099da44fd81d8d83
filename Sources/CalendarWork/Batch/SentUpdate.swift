import CalendarModel
import JSON

/// An update that is about to be sent, as a journal keeps it, so that a later run can tell whether it
/// arrived.
package struct SentUpdate: Sendable, Hashable {
  /// The update body.
  package let body: JSONValue
  /// The properties of the body as they were before it, without those that were absent.
  package let before: JSONValue

  package init(body: JSONValue, before: JSONValue) { (self.body, self.before) = (body, before) }

  /// - Parameter calendar: the calendar that the update was made for, whole.
  init(body: JSONValue, to calendar: JSONValue) {
    self.body = body
    before = .object(
      JSONObject(
        (body.object?.keys ?? []).compactMap { key in
          calendar[key: key].map { JSONObject.Member(key: key, value: $0) }
        }))
  }

  /// What became of it.
  ///
  /// - Parameters:
  ///   - keys: the properties that count; what is only sent along does not tell.
  ///   - calendar: as it was loaded just now.
  func outcome(
    in calendar: JSONValue, keys: [String], names: [String: String], format: LocalFormat
  ) -> SaveOutcome {
    let wanted = (body.object?.members ?? []).filter { keys.contains($0.key) }
    return SaveOutcome(
      before: calendar.replacing(wanted.map(\.key), with: before),
      sent: .object(JSONObject(wanted)), after: calendar, names: names, format: format)
  }

  private enum Key: String, NamedKey { case body, before }

  package var json: JSONValue { Key.object([.body: body, .before: before]) }

  /// Reads it; nil where a part is missing.
  package init?(_ json: JSONValue) {
    guard let body = json[member: Key.body], body.object != nil,
      let before = json[member: Key.before], before.object != nil
    else { return nil }
    self.init(body: body, before: before)
  }
}

extension JSONValue {
  /// A calendar with some of its properties as they were at another time; those that were absent then
  /// are absent.
  ///
  /// The keys come out as the API page spells them.
  func replacing(_ keys: [String], with others: JSONValue) -> JSONValue {
    guard case .object(var object) = LoadedSpellings.normalised(self) else { return self }
    for key in keys { object[key] = others[key: key] }
    return .object(object)
  }
}
