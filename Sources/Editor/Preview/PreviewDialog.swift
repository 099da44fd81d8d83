import CalendarModel
import JSON
import TextUI

/// Shows a week of start times by the settings as edited, against what bookers are offered now.
///
/// The previews are made when it opens and when the clock has moved on; a key only chooses from
/// them, and the days of a week are made when the week is turned to.
struct PreviewDialog: Dialog {
  enum Command: String, KeyCommand {
    case hours, times, leave, dayBefore, dayAfter, weekBefore, weekAfter, today
    case askAgain, foundations
  }

  static let keys = KeyTable<Command>(
    "preview", "In the preview",
    [
      KeyBinding(
        .hours, .enter, short: "Hours", help: "Goes to where the hours of the day are edited"),
      KeyBinding(
        .times, .space, short: "Times",
        help: "Shows all start times of the day, and how each changes"),
      KeyBinding(.leave, .escape, short: "Back", help: "Closes the preview"),
      KeyBinding(
        .weekBefore, .left, .pageUp, short: "Week before", help: "The previous week"),
      KeyBinding(.weekAfter, .right, .pageDown, short: "Week after", help: "The week after"),
      KeyBinding(
        .askAgain, .character("f"), .character("F"), short: "Ask again",
        help: "Asks the service again what it offers"),
      KeyBinding(
        .foundations, .character("a"), .character("A"), short: "Assumptions",
        help: "Shows what the preview assumes, and remarks on the settings"),
      KeyBinding(.dayBefore, .up, .backTab, short: "Day before", help: "The previous day"),
      KeyBinding(.dayAfter, .down, .tab, short: "Day after", help: "The day after"),
      KeyBinding(.today, .home, short: "Today", help: "Today"),
    ])

  private var loaded: SlotPreview
  private var edited: SlotPreview
  private(set) var zone: CalendarZone
  /// How times are shown.
  let format: LocalFormat
  private(set) var week: PreviewWeek
  /// The changed properties that change nothing, as schedules govern everybody's hours.
  private(set) var unusedEdits: [CalendarKey]
  /// The number of the chosen day in the week.
  private(set) var selection: Int
  /// The date to be shown when the service was asked.
  private var wanted: CalendarDate?

  /// Makes the preview of the week that a date is in; nil while there is no calendar.
  init?(_ editor: CalendarEditor, on date: CalendarDate) {
    guard let document = editor.document else { return nil }
    loaded = SlotPreview(
      calendar: document.base, now: editor.now, governing: document.governingLoaded)
    edited = SlotPreview(
      calendar: document.current, now: editor.now, governing: document.governing)
    unusedEdits = Self.unusedEdits(of: document, edited.governing)
    zone = editor.zone
    format = editor.format
    let first = PreviewWeek.start(of: date, today: editor.now.date)
    selection = date.daysSinceEpoch - first.daysSinceEpoch
    week = PreviewWeek(
      first, loaded: loaded, edited: edited, isFile: editor.source.isFile, editor.lookUps.slots)
  }

  /// The chosen day by the settings as edited.
  var day: SlotPreview.Day { week.days[selection] }
  var change: SlotComparison.Day { week.comparison.days[selection] }
  var settings: SlotPreview.Settings { edited.settings }
  var remarks: [SlotPreview.Remark] { edited.remarks }
  var governing: GoverningSchedules { edited.governing }
  /// What every preview takes for granted, and this one.
  var assumptions: [String] { edited.assumptions }
  var isDraftNow: Bool { loaded.settings.isDraft }
  /// What look busy hides by the settings as loaded.
  var lookBusyNow: LookBusyEffect { loaded.settings.lookBusy }

  /// Takes in an answer of the service, or a clock that has moved on.
  mutating func refresh(_ editor: CalendarEditor) {
    guard let document = editor.document else { return }
    zone = editor.zone
    let before = settings.now
    var date = wanted ?? day.date
    wanted = nil
    let governing = document.governing
    if editor.now != before || governing != edited.governing {
      loaded = SlotPreview(
        calendar: document.base, now: editor.now, dates: loaded.dates,
        governing: document.governingLoaded)
      edited = SlotPreview(
        calendar: document.current, now: editor.now, dates: edited.dates, governing: governing)
      unusedEdits = Self.unusedEdits(of: document, governing)
      if date == before.date { date = editor.now.date }
    }
    show(date, editor)
  }

  /// The changed properties that change nothing, as schedules govern everybody's hours.
  private static func unusedEdits(
    of document: CalendarDocument, _ governing: GoverningSchedules
  ) -> [CalendarKey] {
    guard governing.takesEveryPlace else { return [] }
    return governing.keysNeedingAgreement(among: document.validation.modifiedKeys)
  }

  private mutating func show(_ date: CalendarDate, _ editor: CalendarEditor) {
    let first = PreviewWeek.start(of: date, today: editor.now.date)
    week = PreviewWeek(
      first, loaded: loaded, edited: edited, isFile: editor.source.isFile, editor.lookUps.slots)
    selection = date.daysSinceEpoch - first.daysSinceEpoch
  }

  // MARK: Keys

  var showsStatus: Bool { true }
  static func wheel(isUp: Bool) -> Command? { isUp ? .dayBefore : .dayAfter }

  /// The key that opens the preview closes it too.
  var actions: [ActionID] { [.preview] + Self.waysToCalendars }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let keymap = editor.keymap
    return keymap.hints(.hours, .times, .leave, in: Self.keys)
      + [keymap.hint(of: [.weekBefore, .weekAfter], in: Self.keys, saying: "Week")]
      .compactMap { $0 }
      + (week.now == .loaded(.isFile) ? [] : keymap.hints(.askAgain, in: Self.keys))
      + keymap.hints(.foundations, in: Self.keys)
      + [keymap.hint(of: [.dayBefore, .dayAfter], in: Self.keys, saying: "Day")]
      .compactMap { $0 } + keymap.hints(.today, in: Self.keys)
  }

  mutating func obey(_ command: Command, _ editor: CalendarEditor) -> DialogResponse {
    switch command {
    case .leave: return .close()
    case .dayBefore: return go(to: day.date.adding(days: -1), editor)
    case .dayAfter: return go(to: day.date.adding(days: 1), editor)
    case .weekBefore: return go(to: day.date.adding(days: -PreviewWeek.length), editor)
    case .weekAfter: return go(to: day.date.adding(days: PreviewWeek.length), editor)
    case .today: return go(to: editor.now.date, editor)
    case .hours: return .close([.goToHours(day)])
    case .times:
      return .stay([.open(TextDialog("Start times", PreviewText.alone(self)))])
    case .foundations:
      return .stay([
        .open(TextDialog("Assumptions of the preview", PreviewText.foundations(self)))
      ])
    case .askAgain:
      if editor.source.isFile || PreviewWeek.isOver(week.first, editor.now) {
        return .stay([.say(PreviewText.now(week.now, format, isShort: false), .problem)])
      }
      return .stay([.askForSlots(of: week.first, again: true)])
    }
  }

  mutating func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse {
    editor.keymap.actions(for: key).contains(.preview) ? .close() : .ignored
  }

  private mutating func go(to date: CalendarDate, _ editor: CalendarEditor) -> DialogResponse {
    let first = PreviewWeek.start(of: date, today: editor.now.date)
    guard first != week.first else {
      selection = date.daysSinceEpoch - first.daysSinceEpoch
      return .stay()
    }
    // The week is made when the service was asked.
    wanted = date
    return .stay([.askForSlots(of: first)])
  }

  func words(_ editor: CalendarEditor) -> [String] { PreviewWords.lines(self, editor) }

  func speech(_ editor: CalendarEditor) -> DialogSpeech { PreviewWords.speech(self, editor) }

  /// Goes to a day of the week, by its number.
  mutating func choose(spot: Int, _ editor: CalendarEditor) -> DialogResponse {
    guard week.days.indices.contains(spot) else { return .stay() }
    return go(to: week.days[spot].date, editor)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    PreviewView(self, editor).draw(in: &grid, room: room)
  }
}
