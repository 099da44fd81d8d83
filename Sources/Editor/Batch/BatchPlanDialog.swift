import CalendarModel
import CalendarWork
import TextUI

/// Shows what would be done to each of many calendars.
///
/// Rows are taken out, and what is to be decided is decided here. Nothing is sent before the question
/// behind it.
struct BatchPlanDialog: BatchDialog {
  enum Command: String, PagingCommand {
    case go, show, takeOut, hours, force, conflicts, leave
    case previous, next, pageUp, pageDown, first, last
  }

  static let keys = KeyTable<Command>(
    "plan", "In the plan of a change of many calendars", own + moves)

  private static let own: [KeyBinding<Command>] = [
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
  ]

  private(set) var plan: BatchPlan
  var cursor = ListCursor()

  init(_ plan: BatchPlan) { self.plan = plan }

  /// Takes over what has become known since.
  mutating func learn(_ accounts: [BatchOrder.Account], _ sources: [BatchPlan.Source]) {
    plan.learn(accounts, sources)
  }

  /// Plans some calendars more.
  mutating func planMore() { plan.planMore() }

  var count: Int { plan.plans.count }
  var showsStatus: Bool { true }
  var secondClick: Command? { .show }

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
      guard plan.isReady else {
        return .stay([.say("Not every calendar is planned yet; wait a moment.", .problem)])
      }
      guard plan.ambiguities.isEmpty else {
        return .stay([
          .open(TextDialog("Which unit?", plan.ambiguities.map { .init(text: $0) }))
        ])
      }
      guard plan.counts.toChange > 0 else {
        return .stay([.say("There is nothing to change in these calendars.", .problem)])
      }
      return .stay([.open(ConfirmDialog(running: plan))])
    case .show: return show()
    case .takeOut: return takeOut()
    case .hours, .force, .conflicts: return decide(command)
    case .previous, .next, .pageUp, .pageDown, .first, .last:
      move(command, page: Self.page)
    }
    return .stay()
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
    select(selection + 1)
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

  func panel(_ editor: CalendarEditor) -> BatchPanel {
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
    guard index < plan.ready || plan.isOut(index) else {
      return .init(
        mark: editor.symbols.more, title: planned.target.title, detail: "being planned",
        role: .hint)
    }
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
    guard plan.isReady else {
      let text = "\(plan.ready) of \(plan.plans.count) are planned."
      var lines = [BatchPanel.Line(text: text, isState: true)]
      if let status = editor.status {
        lines.append(BatchPanel.Line(text: status.text, role: status.kind.role))
      }
      return lines
    }
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
