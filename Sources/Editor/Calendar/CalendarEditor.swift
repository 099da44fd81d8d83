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
  /// Whether nothing may be sent.
  let isReadOnly: Bool
  /// What is around it in the application.
  var surroundings = Surroundings()
  /// The calendar that this one is compared with.
  var comparison: CalendarComparison?
  /// Where the focus is to go when the calendar has come.
  var arrival: JSONPath?
  /// The screen that it is shown on; the application says how everything looks there.
  var display: Display
  /// The calendar; nil until it is loaded.
  package internal(set) var document: CalendarDocument? {
    didSet {
      // While it is changed it is out of its place for a moment, and most keys change nothing.
      guard let document, document.revision != laidOutRevision else { return }
      layOut()
    }
  }
  /// Whether a draft was found and it is not decided yet what becomes of it.
  package internal(set) var isDraftUndecided = false
  /// Whether changes are kept in a draft while they are not saved.
  package var keepsDraft = false
  /// Whether the token can be read again from where it came.
  package var tokenOrigin = TokenOrigin.readable
  /// Why the draft cannot be written.
  package internal(set) var draftProblem: FileFailure?
  var workspace = Workspace() {
    didSet { if workspace.page.kind != layout.page { layOut() } }
  }
  /// The dates that are chosen in the section of the date-specific hours.
  var dates: DateChooser {
    didSet { if dates.showsPast != oldValue.showsPast { layOut() } }
  }
  /// The lines of the form that is open; every key asks for them many times.
  private(set) var layout = FormLayout(empty: Workspace.entries[0])
  /// The revision of the document that the lines are of.
  private var laidOutRevision: Int?
  /// The field that is being typed into.
  var input: Input?
  /// What stands where in the form; made before each drawing.
  var frame = FormFrame()
  /// What was typed while a call is under way.
  var ahead = TypedAhead()
  /// Where the user was.
  var visited = VisitedPlaces()
  /// What was typed on other lines and cannot be read.
  var unfinished = UnfinishedTexts()
  /// What was typed lately to choose by its beginning.
  var typeahead = ""
  /// Where a walk through the problems stands.
  var problemStop: ProblemStop?
  /// What lies over the workspace, the topmost last.
  var dialogs = DialogStack()
  /// The call that is under way.
  package internal(set) var request: Request?
  var lastRequestID = 0
  /// The save that is under way, or wanted, and what the last one left.
  var saves = SaveState()
  /// What updates name.
  let updateSetting: UpdateSetting
  /// The version of the calls that the service gets.
  package let version: APIVersion
  /// What is remembered of the sub-account.
  var habits = AccountHabits()
  /// The call that is done again when the token was read again, or the time is up.
  var putOff: Request.Kind?
  /// How long loading waits when the service asks for it.
  var patience = PatientCalls()
  /// Whether the calendar is loaded again before each save.
  let checksBeforeSaving: Bool
  /// What the service said of single fields.
  var serverProblems = ServerProblems()
  /// What the service lists for choosing by name.
  var lookUps = LookUps()
  /// A JSON that was edited and cannot be taken over as it is.
  var refusedEdit: RefusedEdit?
  /// What happened, until it is put away.
  var banner: Banner? {
    didSet { if let banner { lastReport = banner } }
  }
  /// What happened last, also when it is put away or is longer than its room.
  var lastReport: Banner?
  /// What was clicked last, until a key is pressed.
  var lastClick: Clicked?
  /// The key that came last, when it came amid characters that no hand has typed.
  var burst: KeyBurst?
  /// One line about what was just done, until the next key.
  package internal(set) var status: Status?
  /// What the service offers bookers now.
  var offeredSlots = OfferedSlots()
  /// Whose schedules govern the calendar.
  var schedules = ScheduleLookUp()
  /// The time by the clock of the calendar, or of this machine, when it was last looked at.
  var now: CalendarMoment
  var today: CalendarDate { now.date }
  /// What the sub-account is called; nil while that is not known.
  var accountName: String?
  /// Whose clock that is.
  var zone = CalendarZone.machine(why: nil)
  /// The save of the history that was shown last.
  var pastSave: PastSave?

  /// Makes an editor without a calendar.
  ///
  /// - Parameter now: the time; the beginning of today where it is left out.
  package init(
    source: Source, of account: AccountID? = nil, display: Display, isReadOnly: Bool = false,
    checksBeforeSaving: Bool = true, updates: UpdateSetting = .auto,
    version: APIVersion = .dated, today: CalendarDate,
    now: CalendarMoment? = nil
  ) {
    self.source = source
    self.account = account
    self.isReadOnly = isReadOnly
    self.display = display
    self.checksBeforeSaving = checksBeforeSaving
    updateSetting = updates
    self.version = version
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
      of: account.id, display: display,
      isReadOnly: account.isReadOnly, checksBeforeSaving: account.checksBeforeSaving,
      updates: account.updates, version: account.version, today: today, now: now)
    tokenOrigin = account.tokenOrigin
    accountName = account.id.name.isEmpty ? nil : account.id.name
  }

  /// Goes on with another document.
  mutating func replaceDocument(by new: CalendarDocument) {
    var new = new
    if let document { new.replaces(document) }
    new.schedules = schedules.answer
    new.zone = document?.zone
    new.version = version
    new.format = format
    document = new
  }

  private mutating func layOut() {
    laidOutRevision = document?.revision
    if layout.isFixed, layout.page == workspace.page.kind, document?.hasDocumentedKeys == true {
      return
    }
    layout =
      document.map {
        FormLayout(workspace.page.kind, of: $0, showsPast: dates.showsPast, after: layout)
      }
      ?? FormLayout(empty: workspace.page.kind)
  }

  /// Shows the calendar where it stands, without a copy.
  package mutating func look(_ body: (CalendarEditor) -> Void) { body(self) }

  package var size: Size { display.size }
  var theme: Theme { display.theme }
  var isASCII: Bool { display.isASCII }
  var usesMouse: Bool { display.usesMouse }
  var symbols: Symbols { display.symbols }
  var keymap: Keymap { display.keymap }
  var format: LocalFormat { display.format }

  /// The path of the field or row that has the focus; for tests and for the cursor in a draft.
  package var focusedPath: String? { focusedItem?.path?.description }
}

/// A line about what was just done.
package struct Status: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case plain, success, problem }
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

  /// All of it, to be read at leisure.
  var lines: [TextDialog.Line] {
    var lines = [TextDialog.Line(text: title, role: .heading)]
    lines += ([advice].compactMap { $0 } + details).map { TextDialog.Line(text: $0, hanging: 2) }
    guard let raw else { return lines }
    lines += [.init(text: ""), .init(text: "Answer of the service", role: .heading)]
    return lines + TextDialog.lines(raw)
  }
}
