import CalendarModel
import TextUI

/// The application: the screen, the sub-accounts, and the calendars that are open on it.
///
/// It changes in one place, ``update(_:)``. It does no input or output: what is to be done outside
/// comes out as ``AppEffect`` values, each with the calendar or the sub-account that it is for.
package struct App: Sendable {
  package private(set) var display: Display
  /// The sub-accounts, and what is known of their calendars.
  package internal(set) var accounts: AccountDirectory
  /// The calendars that are open, and the place of the list.
  private var calendars: [CalendarID: CalendarEditor]
  /// The calendars in the order in which they were opened.
  package private(set) var order: [CalendarID] = []
  /// What was on the screen, the latest last; each once.
  private var visited: [CalendarID] = []
  /// What is on the screen and takes the keys.
  package private(set) var shown: CalendarID
  private var lastNumber = 0
  /// Whether a plan that is being made waits for its turn.
  var isPlanWaiting = false
  /// Whether the program waits at the first start until somebody has read what it needs.
  private(set) var isWelcoming = false
  /// The two that are compared.
  var compared: ComparedCalendars?
  /// The settings that are being copied.
  var copying: CopyRun?
  /// What was asked for and waits for the list of calendars.
  var afterListing: AppRequest?
  /// What the calendar is called that is to be opened when the list has come.
  var wanted: String?
  /// Why that calendar was not opened, in a sentence; nil as long as nobody knows, and where it was.
  package internal(set) var unopened: String?
  /// The calendars that are being saved one after the other.
  var round: SaveRound?
  /// The run that changes many calendars, or has; until the next one begins.
  var batch: BatchRun?
  /// The number of the last run.
  var lastRun = 0
  /// Which state of each open calendar the list has taken over.
  var seenBases: [CalendarID: Int] = [:]
  /// The calendars that are being closed with their drafts kept.
  var keptDrafts: Set<CalendarID> = []

  /// Starts with one calendar.
  package init(_ calendar: CalendarEditor) {
    self.init(calendar, accounts: AccountDirectory([]))
  }

  /// Starts with one calendar of a sub-account.
  package init(_ calendar: CalendarEditor, accounts: AccountDirectory) {
    display = calendar.display
    self.accounts = accounts
    calendars = [:]
    shown = .home
    add(calendar)
  }

  /// Starts with the list of calendars.
  ///
  /// - Parameters:
  ///   - wanted: the name, the slug or the id of the calendar to open when the list has come.
  ///   - welcome: where the configuration is looked for and which scopes a token needs, when no
  ///     sub-account is known: what is needed is said first.
  package init(
    listing accounts: AccountDirectory, wanted: String? = nil,
    welcome: (path: String, scopes: [String])? = nil, display: Display, today: CalendarDate,
    now: CalendarMoment? = nil
  ) {
    self.display = display
    self.accounts = accounts
    shown = .home
    calendars = [
      .home: CalendarEditor(
        source: Source(.list), display: display, today: today, now: now)
    ]
    visited = [.home]
    self.wanted = wanted
    setUpHome()
    if let welcome {
      isWelcoming = true
      self[.home].dialogs.append(WelcomeDialog(path: welcome.path, scopes: welcome.scopes))
    }
  }

  // MARK: The open calendars

  /// What is on the screen: a calendar, or the place of the list.
  package var calendar: CalendarEditor {
    get { self[shown] }
    _modify { yield &self[shown] }
  }

  /// An open calendar, or the place of the list.
  package subscript(_ id: CalendarID) -> CalendarEditor {
    get {
      guard let calendar = calendars[id] else { preconditionFailure("\(id) is not open") }
      return calendar
    }
    _modify {
      guard let index = calendars.index(forKey: id) else {
        preconditionFailure("\(id) is not open")
      }
      yield &calendars.values[index]
    }
  }

  /// Whether a calendar is open.
  package func isOpen(_ id: CalendarID) -> Bool { calendars[id] != nil }

  /// Whether a call of a calendar is under way.
  package mutating func isCalling(_ id: CalendarID) -> Bool { self[id].look { $0.request != nil } }

  /// Whether a call of any open calendar is under way.
  package mutating func hasCalls() -> Bool {
    // In their place: a copy of a calendar takes as long as drawing a line of it.
    var index = calendars.startIndex
    while index < calendars.endIndex {
      if calendars.values[index].look({ $0.request != nil }) { return true }
      calendars.formIndex(after: &index)
    }
    return false
  }

  /// Everything that is open, the place of the list included.
  package var openIDs: [CalendarID] { (isOpen(.home) ? [.home] : []) + order }

  /// Opens a calendar and shows it.
  @discardableResult
  mutating func add(_ calendar: CalendarEditor) -> CalendarID {
    lastNumber += 1
    let id = CalendarID(number: lastNumber)
    calendars[id] = calendar
    order.append(id)
    show(id)
    return id
  }

  /// Opens the place of the list.
  mutating func addHome() {
    let like = calendar
    calendars[.home] = CalendarEditor(
      source: Source(.list), display: display, today: like.today, now: like.now)
    setUpHome()
  }

  /// Puts a calendar on the screen.
  mutating func show(_ id: CalendarID) {
    visited.removeAll { $0 == id }
    visited.append(id)
    shown = id
    if id == .home { refreshList() }
    refreshComparison()
    tellSurroundings()
  }

  /// The calendars that were on the screen, the latest last; each once.
  var visitedCalendars: [CalendarID] { visited.filter { $0 != .home } }

  /// What was on the screen before; nil where nothing was, or is open no more.
  var previous: CalendarID? { visited.dropLast().last { $0 != .home } ?? visited.dropLast().last }

  /// Forgets a calendar, and shows what was on the screen before it.
  mutating func remove(_ id: CalendarID) {
    calendars[id] = nil
    order.removeAll { $0 == id }
    visited.removeAll { $0 == id }
    guard shown == id else { return tellSurroundings() }
    show(isOpen(.home) ? .home : visited.last ?? .home)
  }

  /// Tells what is on the screen what is around it.
  mutating func tellSurroundings() {
    guard isOpen(shown) else { return }
    var around = Surroundings()
    around.isHome = shown == .home
    around.hasList = accounts.canList
    around.isListOpen = isOpen(.home)
    around.position = (order.firstIndex(of: shown) ?? -1) + 1
    around.count = order.count
    around.hasPrevious = previous != nil
    around.run = batch.map { $0.isOver ? .ended : .underWay($0.progress) }
    if order.count > 1 || around.isHome {
      around.changedOthers = order.count { $0 != shown && self[$0].hasUnsavedWork }
    }
    calendar.note(around)
  }

  /// Changes how everything looks, for all calendars.
  mutating func change(_ body: (inout Display) -> Void) {
    body(&display)
    for id in calendars.keys { self[id].display = display }
  }

  /// Draws with ASCII only, or with all characters.
  package mutating func show(inASCII isASCII: Bool) { change { $0.isASCII = isASCII } }

  // MARK: Drawing

  /// Keeps the line with the focus in sight; to be called before drawing.
  ///
  /// - Parameter explains: whether the lines that explain the focus are made anew.
  package mutating func scroll(explains: Bool = true) { calendar.scroll(explains: explains) }

  /// Draws the screen; the grid takes its size.
  package mutating func draw(into grid: inout Grid) {
    calendar.look { $0.draw(into: &grid) }
  }
}
