import CalendarModel
import JSON

/// Calendars with hostile texts in every place that the schema knows, and in places that it does not.
package enum HostileCalendar {
  /// What is hostile besides the texts.
  package enum Extent: Sendable, CaseIterable {
    /// Texts, dates, ids and keys.
    case texts
    /// The documented choices as well.
    case choices
    /// Every value: texts stand where numbers, switches, rows and lists belong.
    case everything
  }

  /// - Parameter text: asked for the text of every place, by the place's number.
  package static func make(
    _ extent: Extent, calendarType: String = "round_robin", text: @escaping (Int) -> String
  ) -> JSONValue {
    var maker = Maker(extent: extent, text: text)
    var members = CalendarSchema.all.map {
      JSONObject.Member(key: $0.key, value: maker.value(of: $0))
    }
    if extent != .everything, let at = members.firstIndex(where: { $0.key == "calendarType" }) {
      members[at].value = .text(calendarType)
    }
    members += maker.unknown()
    return .object(JSONObject(members))
  }

  private struct Maker {
    let extent: Extent
    let text: (Int) -> String
    var number = 0

    mutating func next() -> JSONValue { .text(nextText()) }

    mutating func nextText() -> String {
      defer { number += 1 }
      return text(number)
    }

    mutating func value(of field: Field) -> JSONValue {
      switch field.type {
      case .text, .longText: return next()
      case .choice(let choices): return extent == .texts ? choices[0].value : next()
      case .number: return extent == .everything ? next() : 30
      case .toggle: return extent == .everything ? next() : true
      case .choices(let choices): return [extent == .texts ? choices[0].value : next(), next()]
      case .object(let type): return object(type)
      case .list(let type):
        let rows = [object(type), object(type)]
        return .array(extent == .everything ? rows + [next(), [next()]] : rows)
      }
    }

    private mutating func object(_ type: ObjectType) -> JSONValue {
      var members = type.fields.map { JSONObject.Member(key: $0.key, value: value(of: $0)) }
      members += unknown()
      return .object(JSONObject(members))
    }

    /// What no document lists, with hostile names.
    mutating func unknown() -> [JSONObject.Member] {
      let inner = JSONObject([.init(key: nextText(), value: [next(), next()])])
      return [
        .init(key: nextText(), value: next()), .init(key: nextText(), value: .object(inner)),
      ]
    }
  }
}
