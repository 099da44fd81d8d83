import CalendarModel
import JSON
import TextUI

/// Shows a week of start times by the settings as edited, against what bookers are offered now.
///
/// The previews are made when it opens and when the clock has moved on; a key only chooses from
/// them, and the days of a week are made when the week is turned to.
struct PreviewLayer: Layer {
  private var loaded: SlotPreview
  private var edited: SlotPreview
  private(set) var zone: CalendarZone
  private(set) var week: PreviewWeek
  /// The changed properties that change nothing, as schedules govern everybody's hours.
  private(set) var unusedEdits: [CalendarKey]
  /// The number of the chosen day in the week.
  private(set) var selection: Int

  /// Makes the preview of the week that a date is in; nil while there is no calendar.
  init?(_ model: Model, on date: CalendarDate) {
    guard let document = model.document else { return nil }
    loaded = SlotPreview(
      calendar: document.base, now: model.now, governing: document.governingLoaded)
    edited = SlotPreview(
      calendar: document.current, now: model.now, governing: document.governing)
    unusedEdits = Self.unusedEdits(of: document, edited.governing)
    zone = model.zone
    let first = PreviewWeek.start(of: date, today: model.now.date)
    selection = date.daysSinceEpoch - first.daysSinceEpoch
    week = PreviewWeek(
      first, loaded: loaded, edited: edited, isFile: model.source.isFile, model.offeredSlots)
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
  mutating func refresh(_ model: Model) {
    guard let document = model.document else { return }
    zone = model.zone
    let before = settings.now
    var date = day.date
    let governing = document.governing
    if model.now != before || governing != edited.governing {
      loaded = SlotPreview(
        calendar: document.base, now: model.now, dates: loaded.dates,
        governing: document.governingLoaded)
      edited = SlotPreview(
        calendar: document.current, now: model.now, dates: edited.dates, governing: governing)
      unusedEdits = Self.unusedEdits(of: document, governing)
      if date == before.date { date = model.now.date }
    }
    show(date, model)
  }

  /// The changed properties that change nothing, as schedules govern everybody's hours.
  private static func unusedEdits(
    of document: CalendarDocument, _ governing: GoverningSchedules
  ) -> [CalendarKey] {
    guard governing.takesEveryPlace else { return [] }
    return governing.keysNeedingAgreement(among: document.validation.modifiedKeys)
  }

  private mutating func show(_ date: CalendarDate, _ model: Model) {
    let first = PreviewWeek.start(of: date, today: model.now.date)
    week = PreviewWeek(
      first, loaded: loaded, edited: edited, isFile: model.source.isFile, model.offeredSlots)
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

  mutating func handle(_ key: Key, _ model: inout Model) -> LayerResponse {
    switch key {
    case .escape: return .close()
    case .up, .backTab: return go(to: day.date.adding(days: -1), &model)
    case .down, .tab: return go(to: day.date.adding(days: 1), &model)
    case .left, .pageUp: return go(to: day.date.adding(days: -PreviewWeek.length), &model)
    case .right, .pageDown: return go(to: day.date.adding(days: PreviewWeek.length), &model)
    case .home: return go(to: model.now.date, &model)
    case .enter:
      model.goToHours(of: day)
      return .close()
    case .space:
      model.layers.append(TextLayer("Start times", PreviewText.alone(self)))
    case .character("a"), .character("A"):
      model.layers.append(TextLayer("What the preview rests on", PreviewText.foundations(self)))
    case .character("f"), .character("F"): return askAgain(&model)
    case let key where Actions.byID[.preview]?.keys.contains(key) == true: return .close()
    default: return .ignored
    }
    return .stay()
  }

  private mutating func go(to date: CalendarDate, _ model: inout Model) -> LayerResponse {
    let first = PreviewWeek.start(of: date, today: model.now.date)
    guard first != week.first else {
      selection = date.daysSinceEpoch - first.daysSinceEpoch
      return .stay()
    }
    let effects = model.askForSlots(of: first)
    show(date, model)
    return .stay(effects)
  }

  private mutating func askAgain(_ model: inout Model) -> LayerResponse {
    if model.source.isFile || PreviewWeek.isOver(week.first, model.now) {
      model.say(PreviewText.now(week.now, isShort: false), .problem)
      return .stay()
    }
    model.offeredSlots.forget(week.first)
    let effects = model.askForSlots(of: week.first)
    show(day.date, model)
    return .stay([.readClock] + effects)
  }

  func draw(_ model: Model, in grid: inout Grid, room: Rect) {
    PreviewView(self, model).draw(in: &grid, room: room)
  }
}
