import CalendarModel
import TextUI

@testable import Editor

/// The keys of a person who mostly knows what the keys are for.
extension RandomSession {
  /// The next key: of something that was begun, for what is on the screen, or any.
  mutating func key() -> Key {
    if !script.isEmpty { return script.removeFirst() }
    if let dialog = model.dialogs.last {
      if let key = answer(to: dialog) { return key }
    } else if model.document != nil {
      begin()
      if !script.isEmpty { return script.removeFirst() }
    }
    return anyKey()
  }

  /// A key that a dialog waits for; nil to press something else.
  private mutating func answer(to dialog: any Dialog) -> Key? {
    switch dialog {
    case let question as ConfirmDialog where values.chance(3):
      // Rather an answer that has not been given yet.
      let news = question.answers.filter { $0.action.map(tally.actions.contains) == false }
      return .character(values.pick(news.isEmpty ? question.answers : news).key)
    case is ConflictDialog where values.chance(2):
      return values.pick(
        "mtMTv".map(Key.character) + [.down, .up, .space, .enter, .control("s"), .escape])
    case is DraftDialog where values.chance(3): return .character(values.pick(Array("rxd")))
    case is ReviewDialog where values.chance(3):
      return values.pick([.control("s"), .control("r"), .character("u"), .down, .end])
    default: return values.chance(6) ? .escape : nil
    }
  }

  /// Begins something that takes several keys, now and then.
  private mutating func begin() {
    if values.chance(25) {
      // Straight to a field, as a person goes who knows its name.
      let own = ["teamMembers", "openHours", "availabilities"]
      let field =
        values.chance(2) ? CalendarSchema.field(values.pick(own)) : values.pick(CalendarSchema.all)
      script = [.control("f")] + (field?.label ?? "").prefix(8).map(Key.character) + [.enter]
      // And on to a row of it, or to a day.
      script += Array(repeating: .down, count: Int.random(in: 0...3, using: &values.random))
    } else if values.chance(8), model.document?.isModified == true {
      script = [.control("s"), .control("s")]
    } else if values.chance(4) {
      // Any action through the palette, and rather one that has not been done yet.
      let news = Actions.all.filter {
        !tally.actions.contains($0.id) && $0.availability(model.calendar) == .available
      }
      guard !news.isEmpty || values.chance(12) else { return }
      let action = values.pick(news.isEmpty ? Actions.all : news)
      script = [.control("p")] + action.id.rawValue.map(Key.character) + [.enter]
    }
  }

  private mutating func anyKey() -> Key {
    switch Int.random(in: 0..<20, using: &values.random) {
    case 0..<4: break
    case 4..<9:
      lastKey = values.pick([
        .tab, .down, .enter, .up, .right, .left, .backTab, .escape, .home, .end, .pageUp,
        .pageDown, .space, .backspace, .delete,
      ])
    case 9..<12:
      lastKey = values.pick(Array(Actions.all.map(\.keys).joined()))
    case 12..<18:
      lastKey = .character(values.pick(Array("0123456789:-,.ahbxdsgrkl+ /yé日👍\u{301}")))
    case 18:
      lastKey = Key(
        values.pick([
          .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .backspace, .enter,
        ]), values.pick([.control, .alt, .shift, [.control, .shift]]))
    default:
      lastKey =
        values.chance(3)
        ? .function(Int.random(in: 1...12, using: &values.random))
        : Key(
          .character(values.pick(Array("abcdefghijklmnopqrstuvwxyz.,0"))),
          values.pick([.control, .alt]))
    }
    return lastKey
  }
}
