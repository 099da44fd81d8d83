import CalendarModel
import CalendarWork
import TextUI

/// Shows what would be done to each of many calendars.
///
/// Rows are taken out, and what is to be decided is decided here. Nothing is sent before the question
/// behind it.
struct BatchPlanDialog: Dialog {
  enum Command: String, KeyCommand {
    case go, show, takeOut, hours, force, conflicts, leave
    case previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "plan", "In the plan of a change of many calendars",
    [
      KeyBinding(
        .go, .control("s"), short: "Go on", help: "Goes on to the question whether to do it"),
      KeyBinding(
        .show, .enter, short: "Show", help: "Shows the whole of what would change in the calendar"),
      KeyBinding(
        .takeOut, .space, .insert, .delete, .control("t"), short: "Take out",
        help: "Takes the calendar out, or puts it back"),
      KeyBinding(
        .hours, .character("h"), .character("H"), short: "Hours",
        help: "Sends hours though a schedule governs them, or leaves them out"),
      KeyBinding(
        .force, .character("f"), .character("F"), short: "Force",
        help: "Sends values though they break rules, or does not"),
      KeyBinding(
        .conflicts, .character("c"), .character("C"), short: "Conflicts",
        help: "Decides what stays where others change the same meanwhile"),
      KeyBinding(.leave, .escape, short: "Back", help: "Goes back; nothing is sent"),
      KeyBinding(.previous, .up, .backTab, short: "Up", help: "The calendar before"),
      KeyBinding(.next, .down, .tab, short: "Down", help: "The next calendar"),
      KeyBinding(.pageUp, .pageUp, short: "Page up", help: "Ten calendars up"),
      KeyBinding(.pageDown, .pageDown, short: "Page down", help: "Ten calendars down"),
      KeyBinding(.first, .home, short: "First", help: "The first calendar"),
      KeyBinding(.last, .end, short: "Last", help: "The last calendar"),
    ])

  private(set) var plan: BatchPlan
  private var selection = 0
  private var top = 0

  init(_ plan: BatchPlan) { self.plan = plan }

  /// Takes over what has become known since.
  mutating func learn(_ accounts: [BatchOrder.Account], _ sources: [BatchPlan.Source]) {
    plan.learn(accounts, sources)
  }

  var secondClick: Command? { .show }
  static func wheel(isUp: Bool) -> Command? { isUp ? .previous : .next }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return keymap.hints(.go, .show, .takeOut, in: Self.keys)
      + (plan.mattersHours ? keymap.hints(.hours, in: Self.keys) : [])
      + (plan.mattersForce ? keymap.hints(.force, in: Self.keys) : [])
      + keymap.hints(.conflicts, .leave, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close([.say("Nothing was sent.")])
    case .go:
      guard plan.counts.toChange > 0 else {
        return .stay([.say("There is nothing to change in these calendars.", .problem)])
      }
      return .stay([.open(ConfirmDialog(running: plan))])
    case .show: return show()
    case .takeOut: return takeOut()
    case .hours, .force, .conflicts: return decide(command)
    case .previous: move(by: -1)
    case .next: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .first: move(by: -plan.plans.count)
    case .last: move(by: plan.plans.count)
    }
    return .stay()
  }

  private mutating func move(by step: Int) {
    selection = BatchPanel.moved(selection, by: step, of: plan.plans.count)
  }

  private func show() -> DialogResponse {
    guard plan.plans.indices.contains(selection) else { return .stay() }
    let planned = plan.plans[selection]
    return .stay([
      .open(
        TextDialog(
          "What would change",
          planned.details(
            in: plan.order.title(of: planned.target),
            hasOwnChanges: plan.hasOwnChanges(selection))))
    ])
  }

  private mutating func takeOut() -> DialogResponse {
    guard plan.plans.indices.contains(selection) else { return .stay() }
    let title = plan.plans[selection].target.title
    plan.toggle(selection)
    let isOut = plan.isOut(selection)
    move(by: 1)
    return .stay([.say("\(title) is \(isOut ? "taken out" : "in the plan again").")])
  }

  private mutating func decide(_ command: Command) -> DialogResponse {
    var policy = plan.policy
    switch command {
    case .hours:
      guard plan.mattersHours else {
        return .stay([.say("No schedule governs hours that would be changed.")])
      }
      policy.hoursAnyway.toggle()
    case .force:
      guard plan.mattersForce else { return .stay([.say("No rule would be broken.")]) }
      policy.force.toggle()
    default: policy.conflicts = policy.conflicts.next
    }
    plan.decide(policy)
    return .stay([.say(Self.words(policy, command))])
  }

  /// What is decided now.
  private static func words(_ policy: BatchPolicy, _ command: Command) -> String {
    switch command {
    case .hours:
      policy.hoursAnyway
        ? "Hours are sent though a schedule governs them."
        : "Hours that a schedule governs are left out."
    case .force:
      policy.force
        ? "Values are sent though they break rules."
        : "A calendar whose rules would be broken stays as it is."
    default: "Where others change the same meanwhile, \(policy.conflicts.words)."
    }
  }

  // MARK: What it shows

  private func panel(_ editor: CalendarEditor) -> BatchPanel {
    let asked = plan.sentences
    let head: [BatchPanel.Line] =
      asked.isEmpty ? [] : [.init(text: asked.joined(separator: "; "), role: .label)]
    return BatchPanel(
      title: "Plan: \(Wording.counted(plan.plans.count, "calendar")), nothing is sent yet",
      head: head + plan.cautions.map { .init(text: $0, role: .warning) },
      rows: plan.plans.indices.map { row($0, editor) }, whenEmpty: "No calendar is chosen.",
      foot: foot(editor))
  }

  private func row(_ index: Int, _ editor: CalendarEditor) -> BatchPanel.Row {
    let planned = plan.plans[index]
    let several = plan.order.accounts.count > 1
    let account = several ? "\(plan.order.title(of: planned.target)): " : ""
    let own = plan.hasOwnChanges(index) ? "open with changes of its own, which stay; " : ""
    if plan.isOut(index) {
      return .init(
        mark: "[ ]", title: planned.target.title, detail: account + "taken out", role: .hint)
    }
    let mark =
      switch planned.verdict {
      case .change: "[x]"
      case .unchanged: " = "
      case .stopped: " \(editor.symbols.error) "
      }
    return .init(
      mark: mark, title: planned.target.title, detail: account + own + planned.summary,
      role: planned.role)
  }

  private func foot(_ editor: CalendarEditor) -> [BatchPanel.Line] {
    let counts = plan.counts
    let others =
      counts.accounts > 1 ? " in \(Wording.counted(counts.accounts, "sub-account"))" : ""
    let sum = BatchPanel.Line(
      text: counts.words.replacing("to change", with: "to change\(others)", maxReplacements: 1),
      role: .said)
    if let status = editor.status {
      return [sum, .init(text: status.text, role: status.kind.role)]
    }
    let decided =
      ["Conflicts: \(plan.policy.conflicts.words)"]
      + (plan.mattersHours
        ? ["hours under a schedule: \(plan.policy.hoursAnyway ? "sent" : "left out")"] : [])
      + (plan.mattersForce
        ? ["broken rules: \(plan.policy.force ? "sent all the same" : "stop the calendar")"] : [])
    return [sum, .init(text: decided.joined(separator: " · ") + ".", role: .hint)]
  }

  mutating func layOut(_ editor: CalendarEditor) {
    let height = panel(editor).list(in: Screen.room(editor)).rows
    top = Scrolling.top(top, showing: selection, height: height, count: plan.plans.count)
  }

  func spot(at position: Position, _ editor: CalendarEditor) -> Int? {
    let list = panel(editor).list(in: Screen.room(editor))
    let row = top + position.row - list.row
    return list.contains(position) && plan.plans.indices.contains(row) ? row : nil
  }

  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    selection = spot
    return .stay()
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    panel(editor).draw(selection: selection, top: top, editor, in: &grid, room: room)
  }

  func words(_ editor: CalendarEditor) -> [String] {
    panel(editor).words(selection: selection, editor)
  }

  func speech(_ editor: CalendarEditor) -> DialogSpeech {
    panel(editor).speech(selection: selection)
  }
}

extension ConfirmDialog {
  /// The question before many calendars are changed.
  fileprivate init(running plan: BatchPlan) {
    let counts = plan.counts
    let calendars = Wording.counted(counts.toChange, "calendar")
    let place = counts.accounts > 1 ? " in \(counts.accounts) sub-accounts" : ""
    let policy = plan.policy
    self.init(
      "Change \(calendars)\(place)?",
      lines: plan.sentences
        + [
          "Each is looked at again and saved at once, without a review of its own. "
            + "Where others change the same meanwhile, \(policy.conflicts.words)."
        ]
        + (policy.force && plan.mattersForce ? ["Values that break rules are sent."] : [])
        + (policy.hoursAnyway && plan.mattersHours
          ? ["Hours that a schedule governs are sent."] : [])
        + (plan.keepingHours > 0
          ? [
            "Hours are left out of \(Wording.counted(plan.keepingHours, "calendar")), because a "
              + "schedule governs them."
          ] : []),
      answers: [
        .init(key: "c", text: "Change \(calendars)", request: .run(plan)),
        .init(key: "k", text: "Change nothing; back to the plan", action: nil),
      ])
  }
}
