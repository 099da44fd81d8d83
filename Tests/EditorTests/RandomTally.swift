import TextUI

@testable import Editor

/// Which kinds of messages have come, and which actions have been done.
struct RandomTally {
  /// Every case of ``Message`` and of `TerminalEvent`; the compiler asks for new ones below.
  enum Kind: CaseIterable {
    case key, paste, resize, resumed, mouse, hangUp, terminate
    case loaded, notLoaded, saved, notSaved, lookedUp, freeSlots, clock, written, edited, notCopied
    case draftFound, draftFailed, tokenRead, secondPassed
  }

  private(set) var kinds: Set<Kind> = []
  private(set) var actions: Set<ActionID> = []
  private(set) var events = 0

  /// Notes a message before the model gets it.
  mutating func note(_ message: Message, _ model: Model) {
    events += 1
    kinds.insert(Self.kind(of: message))
    guard case .terminal(.key(let key)) = message, model.request == nil, Screen.fits(model.size)
    else { return }
    var id: ActionID?
    if let palette = model.layers.last as? PaletteLayer, key == .enter {
      id = palette.list.selected.map { Actions.all[$0].id }
    } else if let question = model.layers.last as? ConfirmLayer, let typed = key.typed {
      id = question.answers.first { $0.key == typed }?.action
    }
    if let id, Actions.byID[id]?.availability(model) == .available { actions.insert(id) }
  }

  mutating func add(_ other: RandomTally) {
    kinds.formUnion(other.kinds)
    actions.formUnion(other.actions)
    events += other.events
  }

  private static func kind(of message: Message) -> Kind {
    switch message {
    case .terminal(let event):
      switch event {
      case .key: .key
      case .paste: .paste
      case .resize: .resize
      case .resumed: .resumed
      case .mouse: .mouse
      case .hangUp: .hangUp
      case .terminate: .terminate
      }
    case .loaded(_, .success): .loaded
    case .loaded(_, .failure): .notLoaded
    case .saved(_, .success): .saved
    case .saved(_, .failure): .notSaved
    case .lookedUp: .lookedUp
    case .freeSlots: .freeSlots
    case .clock: .clock
    case .written: .written
    case .edited: .edited
    case .notCopied: .notCopied
    case .draftFound: .draftFound
    case .draftFailed: .draftFailed
    case .tokenRead: .tokenRead
    case .secondPassed: .secondPassed
    }
  }
}
