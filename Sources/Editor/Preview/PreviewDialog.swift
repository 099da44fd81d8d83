import CalendarModel
import JSON
import TextUI

/// Shows a week of start times by the settings as edited, against what bookers are offered now.
///
/// The previews are made when it opens and when the clock has moved on; a key only chooses from
/// them, and the days of a week are made when the week is turned to.
struct PreviewDialog: Dialog {
  private var loaded: SlotPreview
  private var edited: SlotPreview
  private(set) var zone: CalendarZone
  private(set) var week: PreviewWeek
  /// The changed properties that change nothing, as schedules govern everybody's hours.
  private(set) var unusedEdits: [CalendarKey]
  /// The number of the chosen day in the week.
  private(set) var selection: Int

  /// Makes the preview of the week that a date is in; nil while there is no calendar.
  init?(_ editor: CalendarEditor, on date: CalendarDate) {
    guard let document = editor.document else { return nil }
    loaded = SlotPreview(
      calendar: document.base, now: editor.now, governing: document.governingLoaded)
    edited = SlotPreview(
      calendar: document.current, now: editor.now, governing: document.governing)
    unusedEdits = Self.unusedEdits(of: document, edited.governing)
    zone = editor.zone
    let first = PreviewWeek.start(of: date, today: editor.now.date)
    selection = date.daysSinceEpoch - first.daysSinceEpoch
    week = PreviewWeek(
      first, loaded: loaded, edited: edited, isFile: editor.source.isFile, editor.offeredSlots)
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
    var date = day.date
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
      first, loaded: loaded, edited: edited, isFile: editor.source.isFile, editor.offeredSlots)
    selection = date.daysSinceEpoch - first.daysSinceEpoch
  }

  // MARK: Keys

  var hints: [KeyHint] {
    let askAgain = week.now == .loaded(.isFile) ? [] : [KeyHint("f", "Ask again")]
    return [
      KeyHint("Enter", "Hours"), KeyHint("Space", "Times"), KeyHint("Esc", "Back"),
      KeyHint("Left/Right", "Week"),
    ] + askAgain + [
      KeyHint("a", "Assumptions"), KeyHint("Up/Down", "Day"), KeyHint("Home", "Today"),
    ]
  }

  /// The keys, for the help.
  static let keys: [KeyHint] = [
    KeyHint("Up, Down", "The day before or after"),
    KeyHint("Left, Right", "The week before or after; also PgUp and PgDn"),
    KeyHint("Home", "Today"), KeyHint("Enter", "Goes where the hours of the day are edited"),
    KeyHint("Space", "All start times of the day, with what becomes of each"),
    KeyHint("f", "Asks the service again what it offers"),
    KeyHint("a", "What the preview takes for granted, and remarks on the settings"),
  ]

  mutating func handle(_ key: Key, _ editor: inout CalendarEditor) -> DialogResponse {
    switch key {
    case .escape: return .close()
    case .up, .backTab: return go(to: day.date.adding(days: -1), &editor)
    case .down, .tab: return go(to: day.date.adding(days: 1), &editor)
    case .left, .pageUp: return go(to: day.date.adding(days: -PreviewWeek.length), &editor)
    case .right, .pageDown: return go(to: day.date.adding(days: PreviewWeek.length), &editor)
    case .home: return go(to: editor.now.date, &editor)
    case .enter:
      editor.goToHours(of: day)
      return .close()
    case .space:
      editor.dialogs.append(TextDialog("Start times", PreviewText.alone(self)))
    case .character("a"), .character("A"):
      editor.dialogs.append(TextDialog("What the preview rests on", PreviewText.foundations(self)))
    case .character("f"), .character("F"): return askAgain(&editor)
    case let key where Actions.byID[.preview]?.keys.contains(key) == true: return .close()
    default: return .ignored
    }
    return .stay()
  }

  private mutating func go(to date: CalendarDate, _ editor: inout CalendarEditor) -> DialogResponse
  {
    let first = PreviewWeek.start(of: date, today: editor.now.date)
    guard first != week.first else {
      selection = date.daysSinceEpoch - first.daysSinceEpoch
      return .stay()
    }
    let effects = editor.askForSlots(of: first)
    show(date, editor)
    return .stay(effects)
  }

  private mutating func askAgain(_ editor: inout CalendarEditor) -> DialogResponse {
    if editor.source.isFile || PreviewWeek.isOver(week.first, editor.now) {
      editor.say(PreviewText.now(week.now, isShort: false), .problem)
      return .stay()
    }
    editor.offeredSlots.forget(week.first)
    let effects = editor.askForSlots(of: week.first)
    show(day.date, editor)
    return .stay([.readClock] + effects)
  }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, room: Rect) {
    PreviewView(self, editor).draw(in: &grid, room: room)
  }
}
