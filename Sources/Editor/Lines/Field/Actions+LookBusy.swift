import CalendarModel
import JSON
import TextUI

/// Steps of the share of slots that "look busy" hides.
extension Actions {
  /// In percent.
  private static let shareStep = 5

  static let lookBusy: [Action] = [
    Action(
      .hideMore, .editing, "Hide 5 % more of the slots", short: "More", keys: [.character(">")],
      when: Action.onShare
    ) { editor, _ in
      editor.stepShare(by: shareStep)
      return []
    },
    Action(
      .hideLess, .editing, "Hide 5 % less of the slots", short: "Less", keys: [.character("<")],
      when: Action.onShare
    ) { editor, _ in
      editor.stepShare(by: -shareStep)
      return []
    },
  ]
}

extension Action {
  static let onShare: @Sendable (CalendarEditor) -> Availability = { editor in
    editor.focusedItem?.path?.topKey == CalendarEditor.sharePath.topKey
      ? .available : .unavailable("Go to Look busy first.")
  }
}

extension CalendarEditor {
  /// The share of the slots that is hidden.
  static let sharePath = CalendarKey.lookBusyConfig.path.appending(LookBusyKey.percentage)

  /// Moves the share to the next multiple of a step in percent, within 0 and 100.
  mutating func stepShare(by step: Int) {
    let effect = LookBusyEffect(config: document?[CalendarKey.lookBusyConfig.path])
    let share = min(100, max(0, effect.percentage ?? 0))
    let whole = Int(share) / abs(step) * abs(step)
    let isWhole = share == Double(whole)
    let next = step > 0 ? whole + step : isWhole ? whole + step : whole
    document?.close()
    edit(Self.sharePath, to: .integer(min(100, max(0, next))))
  }
}
