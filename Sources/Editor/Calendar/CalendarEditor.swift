import CalendarModel
import CalendarWork
import JSON
import TextUI

/// One open calendar: everything the editor knows of it.
///
/// It changes with keys and with answers, and does no input or output: what is to be done outside
/// comes out as ``Effect`` values.
package struct CalendarEditor: Sendable {
  package let source: Source
  /// The sub-account that it was opened from; nil for a file.
  package let account: AccountID?
  /// What its sub-account says of loading and saving.
  package internal(set) var terms: AccountTerms
  /// What is around it in the application.
  var surroundings = Surroundings()
  /// The calendar that this one is compared with.
  @Apart var comparison: CalendarComparison? = nil
  /// Where the focus is to go when the calendar has come.
  var arrival: JSONPath?
  /// The screen that it is shown on; the application says how everything looks there.
  var display: Display
  /// The calendar; nil until it is loaded.
  package internal(set) var document: CalendarDocument? {
    didSet {
      // While it is changed it is out of its place for a moment, and most keys change nothing.
      guard let document, document.revision != layout.revision else { return }
      layOut()
    }
  }
  package var draftStatus = DraftStatus()
  package var records = SaveRecords()
  var workspace = Workspace() {
    didSet { if workspace.page.kind != layout.page { layOut() } }
  }
  /// The dates that are chosen in the section of the date-specific hours.
  var dates: DateChooser {
    didSet { if dates.showsPast != oldValue.showsPast { layOut() } }
  }
  /// The lines of the form that is open; every key asks for them many times.
  private(set) var layout = FormLayout(empty: Workspace.entries[0])
  /// The field that is being typed into.
  var input: Input?
  /// What was typed last to change many calendars, until a run with it begins.
  var typedChanges = ""
  /// What stands where in the form; made before each drawing.
  var frame = FormFrame()
  /// What was typed while a call is under way.
  var ahead = TypedAhead()
  /// What the last keys and clicks leave for the next ones.
  var latest = LatestInput()
  /// Where the user was.
  var visited = VisitedPlaces()
  /// What was typed on other lines and cannot be read.
  var unfinished = UnfinishedTexts()
  /// What lies over the workspace, the topmost last.
  var dialogs = DialogStack()
  /// The call that is under way.
  package internal(set) var request: Request?
  var calls = CallState()
  /// The save that is under way, or wanted, and what the last one left.
  @Apart var saves = SaveState()
  /// What is remembered of the sub-account.
  var habits = AccountHabits()
  /// What the service said of single fields.
  var serverProblems = ServerProblems()
  /// What the service says besides.
  var lookUps = LookUps()
  /// A JSON that was edited and cannot be taken over as it is.
  @Apart var refusedEdit: RefusedEdit? = nil
  /// What happened, until it is put away.
  var banner: Banner? {
    didSet { if let banner { lastReport = banner } }
  }
  /// What happened last, also when it is put away or is longer than its room.
  var lastReport: Banner?
  /// One line about what was just done, until the next key.
  package internal(set) var status: Status?
  /// The time by the clock of the calendar, or of this machine, when it was last looked at.
  var now: CalendarMoment {
    didSet { if layout.moment != nil, layout.moment != now { layOut() } }
  }
  var today: CalendarDate { now.date }
  /// Whose clock that is.
  var zone = CalendarZone.machine(why: nil)

  /// Makes an editor without a calendar.
  ///
  /// - Parameter now: the time; the beginning of today where it is left out.
  package init(
    source: Source, of account: AccountID? = nil, display: Display,
    _ terms: AccountTerms = AccountTerms(), today: CalendarDate, now: CalendarMoment? = nil
  ) {
    self.source = source
    self.account = account
    self.terms = terms
    self.display = display
    self.now = now ?? CalendarMoment(today, minute: 0)
    dates = DateChooser(today)
  }

  /// Makes an editor for a calendar of a sub-account, which is still to be loaded.
  ///
  /// - Parameters:
  ///   - output: a file that takes the update body instead of the save.
  ///   - replacesOutput: whether that file is there already.
  package init(
    opening calendarID: String, of account: Account, output: String? = nil,
    replacesOutput: Bool = false, display: Display, today: CalendarDate, now: CalendarMoment
  ) {
    self.init(
      source: account.source(of: calendarID, output: output, replacesOutput: replacesOutput),
      of: account.id, display: display, account.terms, today: today, now: now)
    lookUps.accountName = account.id.name.isEmpty ? nil : account.id.name
  }

  /// Goes on with another document.
  mutating func replaceDocument(by new: CalendarDocument) {
    var new = new
    if let document { new.replaces(document) }
    new.schedules = lookUps.schedules.answer
    new.zone = document?.zone
    new.version = terms.version
    new.format = format
    document = new
  }

  private mutating func layOut() {
    defer { layout.revision = document?.revision }
    if layout.isFixed, layout.page == workspace.page.kind, document?.hasDocumentedKeys == true {
      return
    }
    layout =
      document.map {
        FormLayout(
          workspace.page.kind, of: $0, now: now, showsPast: dates.showsPast, after: layout)
      }
      ?? FormLayout(empty: workspace.page.kind)
  }

  /// Shows the calendar where it stands, without a copy.
  package mutating func look<Result>(_ body: (CalendarEditor) -> Result) -> Result { body(self) }

  /// Notes whether changes are kept in a draft.
  package mutating func note(keepsDraft: Bool) {
    if draftStatus.isKept != keepsDraft { draftStatus.isKept = keepsDraft }
  }

  /// Notes what is around the calendar; where no list is known yet, its own sub-account has one.
  mutating func note(_ around: Surroundings) {
    var around = around
    around.hasList = around.hasList || source.isService && locationID != nil
    if surroundings != around { surroundings = around }
  }

  package var size: Size { display.size }
  var theme: Theme { display.theme }
  var isASCII: Bool { display.isASCII }
  var usesMouse: Bool { display.usesMouse }
  var symbols: Symbols { display.symbols }
  var keymap: Keymap { display.keymap }
  var format: LocalFormat { display.format }
}

/// A line about what was just done.
package struct Status: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case plain, success
    /// What was asked for was not done, or not all of it.
    case problem
    /// What was asked for is done when it is asked for once more.
    case warning
  }
  package let text: String
  package let kind: Kind
}

/// Something that happened and stays in sight: what, and what to do.
struct Banner: Sendable, Hashable {
  enum Kind: Sendable, Hashable { case error, warning, success }
  var kind: Kind
  var title: String
  var details: [String] = []
  /// What to do about it.
  var advice: String?
  /// The answer as it came; it can be looked at.
  var raw: String?
  /// Whether all that it tells of stands at fields: it goes with the last of those messages.
  var isAboutFields = false

  /// All of it, to be read at leisure.
  var lines: [TextDialog.Line] {
    var lines = [TextDialog.Line(text: title, role: .heading)]
    lines += ([advice].compactMap { $0 } + details).map { TextDialog.Line(text: $0, hanging: 2) }
    guard let raw else { return lines }
    lines += [.init(text: ""), .init(text: "Answer of the service", role: .heading)]
    return lines + TextDialog.lines(raw)
  }
}
