import CalendarModel
import JSON

/// What the body of a successful load or save holds: the calendar that was asked for, or not.
enum CalendarAnswer {
  case calendar(JSONValue)
  /// A calendar whose id is another one, with that id.
  case otherCalendar(id: String)
  /// No calendar; why, as the end of "The answer cannot be read: ".
  case none(why: String)

  /// - Parameter id: the calendar that was asked for. A calendar without an id is taken for it.
  init(_ answer: JSONValue, of id: String) {
    guard case .calendar(let entry) = CalendarContent(answer), entry.path == "calendar",
      let calendar = answer[key: "calendar"]
    else {
      self = .none(why: Self.whyNone(answer))
      return
    }
    let own = calendar.calendarID
    self = own == nil || own == id ? .calendar(calendar) : .otherCalendar(id: own ?? "")
  }

  private static func whyNone(_ answer: JSONValue) -> String {
    guard let object = answer.object else { return APITexts.notAnObject(answer.kindInWords) }
    if let calendar = object["calendar"] {
      return calendar.object == nil
        ? APITexts.memberMissing("calendar", "an object") : APITexts.noKeyOfACalendar
    }
    switch CalendarContent(answer) {
    case .calendar: return APITexts.memberMissing("calendar", "an object")
    case .list: return APITexts.looksLike("a list of calendars")
    case .errorAnswer(_, let message): return APITexts.isError(message)
    case .other(let kind): return APITexts.looksLike(kind)
    }
  }
}
