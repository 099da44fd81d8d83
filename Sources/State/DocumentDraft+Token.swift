import CalendarAPI
import CalendarModel
import JSON

extension DocumentDraft {
  /// Where the edited calendar or what is being typed holds a token, with the verb, for a message:
  /// "Notes holds"; nil where neither does.
  func place(of token: Token) -> String? {
    let texts = [typed].compactMap { $0 } + unfinished.map(\.text)
    if texts.contains(where: { token.without(in: $0) != $0 }) { return "what is typed holds" }
    let places = token.without(in: current).places
    guard let first = places.first else { return nil }
    guard let key = first.topKey else { return "the calendar holds" }
    return "\(CalendarSchema.field(key)?.label ?? key) holds"
  }
}
