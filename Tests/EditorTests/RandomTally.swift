import TextUI

@testable import Editor

/// Which kinds of messages have come, which actions have been done, which calls were answered.
struct RandomTally {
  /// Every case of ``Message`` and of `TerminalEvent`; the compiler asks for new ones below.
  enum Kind: CaseIterable {
    case key, fastKey, paste, pasting, pasteCut, resize, resumed, mouse, hangUp, terminate
    case loaded, notLoaded, saved, notSaved, lookedUp, freeSlots, schedules, clock, written,
      fileRead, edited,
      notCopied, textWritten
    case draftFound, draftFailed, tokenRead, waited, habits, secondPassed
    case zoneFound, accountNamed, historyListed, historyRead, historyFailed
    case line
  }

  private(set) var kinds: Set<Kind> = []
  private(set) var actions: Set<ActionID> = []
  /// How often each kind of call was answered.
  private(set) var answers: [Request.Kind: Int] = [:]
  /// How often each dialog was on top when something came, by its type.
  private(set) var dialogs: [String: Int] = [:]
  private(set) var events = 0

  /// Notes a message before the model gets it.
  mutating func note(_ message: Message, _ model: TestApp) {
    events += 1
    kinds.insert(Self.kind(of: message))
    if let dialog = model.dialogs.last { dialogs["\(type(of: dialog))", default: 0] += 1 }
    if let request = model.request, message.answers(request) {
      answers[request.kind, default: 0] += 1
    }
    guard case .terminal(.key(let key)) = message, model.request == nil, Screen.fits(model.size)
    else { return }
    var id: ActionID?
    if let palette = model.dialogs.last as? PaletteDialog, key == .enter {
      id = palette.list.selected.map { Actions.all[$0].id }
    } else if let question = model.dialogs.last as? ConfirmDialog, let typed = key.typed {
      id = question.answers.first { $0.key == typed }?.action
    }
    if let id, Actions.byID[id]?.availability(model.calendar) == .available { actions.insert(id) }
  }

  mutating func add(_ other: RandomTally) {
    kinds.formUnion(other.kinds)
    actions.formUnion(other.actions)
    answers.merge(other.answers, uniquingKeysWith: +)
    dialogs.merge(other.dialogs, uniquingKeysWith: +)
    events += other.events
  }

  /// What has not happened, or not often enough for a proof.
  var missing: [String] {
    Set(Kind.allCases).subtracting(kinds).subtracting(Self.rareKinds).map { "message \($0)" }
      + Set(ActionID.allCases).subtracting(actions).subtracting(Self.rareActions).map {
        "action \($0)"
      }
      + Self.fewestAnswers.filter { answers[$0, default: 0] < $1 }.map { "\($0): \($1) times" }
      + Self.fewestDialogs.filter { dialogs[$0, default: 0] < $1 }.map { "\($0): \($1) times" }
  }

  var isComplete: Bool { missing.isEmpty }

  /// What stands at the end of a chain of keys that chance seldom finds.
  ///
  /// The way is the history, its list, a save of it, and its restore; `HistoryTests` go there. One
  /// calendar is open here; what needs several is done in `OpenCalendarsTests`.
  /// A screen has no lines; `RandomTalkTests` are sessions of them.
  private static let rareKinds: Set<Kind> = [.historyRead, .line, .textWritten]
  private static let rareActions: Set<ActionID> = [
    .restoreSave, .openCalendars, .compareCalendars, .previousCalendar, .saveAll, .showRun,
  ]

  /// Calls that must not be rare.
  private static let fewestAnswers: [Request.Kind: Int] = [
    .load: 25, .merge: 25, .check: 100, .save: 200, .confirm: 50, .token: 1,
  ]
  /// Layers that must not be rare.
  private static let fewestDialogs = ["\(ConflictDialog.self)": 100, "\(DraftDialog.self)": 100]

  private static func kind(of message: Message) -> Kind {
    switch message {
    case .terminal(let event):
      switch event {
      case .key: .key
      case .fastKey: .fastKey
      case .paste: .paste
      case .pasting: .pasting
      case .pasteCut: .pasteCut
      case .resize: .resize
      case .resumed: .resumed
      case .mouse: .mouse
      case .hangUp: .hangUp
      case .terminate: .terminate
      }
    case .line: .line
    case .loaded(_, .success): .loaded
    case .loaded(_, .failure): .notLoaded
    case .saved(_, .success): .saved
    case .saved(_, .failure): .notSaved
    case .lookedUp: .lookedUp
    case .freeSlots: .freeSlots
    case .schedules: .schedules
    case .clock: .clock
    case .written: .written
    case .fileRead: .fileRead
    case .edited: .edited
    case .notCopied: .notCopied
    case .textWritten: .textWritten
    case .draftFound: .draftFound
    case .draftFailed: .draftFailed
    case .tokenRead: .tokenRead
    case .waited: .waited
    case .habits: .habits
    case .secondPassed: .secondPassed
    case .zoneFound: .zoneFound
    case .accountNamed: .accountNamed
    case .historyListed: .historyListed
    case .historyRead: .historyRead
    case .historyFailed, .saveSettled: .historyFailed
    }
  }
}

extension Message {
  /// Whether it is what a call has waited for.
  fileprivate func answers(_ request: Request) -> Bool {
    switch self {
    case .loaded(let id, _), .saved(let id, _), .tokenRead(let id, _), .waited(let id):
      id == request.id
    default: false
    }
  }
}

extension ConfirmDialog.Answer {
  /// The action that it stands for; nil for other answers.
  var action: ActionID? {
    for case .perform(let action, _) in commands { return action }
    return nil
  }
}
