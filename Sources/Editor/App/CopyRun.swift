import CalendarModel
import JSON
import TextUI

/// Settings that are being copied to calendars: these are loaded, what would change is shown, and with
/// a yes it becomes edits in each.
struct CopyRun: Sendable {
  let plan: CopyPlan
  /// The calendars, those included that were open before.
  let targets: [CalendarID]
  /// Those that were opened for it.
  let opened: Set<CalendarID>
  /// Where the answer is asked for.
  let asksAt: CalendarID
  var isAsked = false
}

extension App {
  /// The weekly hours of a calendar beside its name: in few columns, or in words.
  var weekInList: (ListedCalendar) -> String {
    let format = calendar.format
    return calendar.display.isSpoken ? { $0.weekInWords(format) } : { $0.week(WeekGlance(format)) }
  }

  /// Asks which calendar to copy from.
  mutating func chooseCopySource() -> [AppEffect] {
    if let effects = waitForList(.copyFrom) { return effects }
    let section = calendar.sectionOfFocus
    calendar.dialogs.append(
      CopyPartnersDialog(
        .source(beginningWith: section), accounts, but: placeShown, week: weekInList))
    return []
  }

  /// Asks what others get of this calendar.
  mutating func chooseCopies() -> [AppEffect] {
    if let effects = waitForList(.useForOthers) { return effects }
    calendar.dialogs.append(
      CopySettingsDialog(.toOthers, beginningWith: calendar.sectionOfFocus))
    return []
  }

  /// Goes on when the settings are chosen.
  mutating func copy(_ choices: CopyChoices, _ direction: CopyDirection) -> [AppEffect] {
    switch direction {
    case .toOthers:
      calendar.dialogs.append(
        CopyPartnersDialog(.targets(choices), accounts, but: placeShown, week: weekInList))
      return []
    case .from(let place, let name):
      guard let source = source(at: place) else {
        calendar.say("\(name) is not in the list any more.", .problem)
        return []
      }
      beginCopy(CopyPlan(from: source, choices: choices), to: [shown], opened: [])
      return askAboutCopy()
    }
  }

  /// Opens the calendars that settings go to; when all are there, what would change is shown.
  mutating func copy(_ choices: CopyChoices, to places: [ListedPlace]) -> [AppEffect] {
    guard let document = calendar.document else { return [] }
    let plan = CopyPlan(from: document, choices: choices)
    let here = shown
    let before = Set(order)
    var effects: [AppEffect] = []
    for place in places { effects += open(place.calendarID, of: place.account) }
    show(here)
    let targets = places.compactMap(id)
    beginCopy(plan, to: targets, opened: Set(targets).subtracting(before))
    calendar.say("Loading \(Wording.counted(targets.count, "calendar")) to copy to…")
    return effects + askAboutCopy()
  }

  private mutating func beginCopy(
    _ plan: CopyPlan, to targets: [CalendarID], opened: Set<CalendarID>
  ) {
    copying = CopyRun(plan: plan, targets: targets, opened: opened, asksAt: shown)
  }

  /// Shows what would change once every target has come, or failed to.
  ///
  /// Where the calendar is closed that asks, nothing is copied.
  mutating func askAboutCopy() -> [AppEffect] {
    guard let run = copying else { return [] }
    guard isOpen(run.asksAt) else { return dropCopy() }
    guard !run.isAsked,
      run.targets.allSatisfy({ !isOpen($0) || self[$0].request == nil })
    else { return [] }
    copying?.isAsked = true
    var lines: [String] = []
    var changes = 0
    for id in run.targets where isOpen(id) {
      guard let document = self[id].document else {
        lines.append("\(self[id].title): not loaded. \(self[id].banner?.title ?? "")")
        continue
      }
      let report = run.plan.report(for: document)
      changes += report.changed.count
      lines.append("\(self[id].title): \(report.headline)")
      lines += report.sentences.map { "  \($0)" }
    }
    if run.asksAt != shown { show(run.asksAt) }
    // What was said of the loading is over.
    self[run.asksAt].status = nil
    self[run.asksAt].dialogs.append(
      ConfirmDialog(
        changes == 0 ? "Nothing to copy" : "Copy these settings?", lines: lines,
        answers: changes == 0
          ? [.init(key: "k", text: "Back", request: .dropCopy)]
          : [
            .init(key: "c", text: "Copy; nothing is saved yet", request: .applyCopy),
            .init(key: "k", text: "Copy nothing", request: .dropCopy),
          ], leaving: [.app(.dropCopy)]))
    return []
  }

  /// Makes the copies edits of the targets.
  mutating func applyCopy() -> [AppEffect] {
    guard let run = copying else { return [] }
    copying = nil
    var changed = 0
    var effects: [AppEffect] = []
    for id in run.targets where isOpen(id) && self[id].document != nil {
      var report: CopyReport?
      self[id].change(.root) { report = run.plan.apply(to: &$0) }
      if report?.changed.isEmpty == false {
        changed += 1
        self[id].say(
          "\(Wording.counted(report?.changed.count ?? 0, "setting")) copied from another calendar.")
      } else if run.opened.contains(id) {
        effects.append(.close(id, keepsDraft: false))
      }
    }
    let isHere = run.targets == [shown]
    let key = display.keymap.hint(isHere ? .review : .saveAll)?.key ?? ""
    calendar.say(
      isHere
        ? "Copied; \(key) reviews it."
        : "Copied to \(Wording.counted(changed, "calendar")); \(key) reviews and saves them.",
      .success)
    return effects
  }

  /// Copies nothing, and closes what was opened for it.
  mutating func dropCopy() -> [AppEffect] {
    guard let run = copying else { return [] }
    copying = nil
    calendar.say("Nothing was copied.")
    return run.opened.filter { isOpen($0) && !self[$0].hasUnsavedWork }
      .sorted { $0.number < $1.number }
      .map { .close($0, keepsDraft: self[$0].draftStatus.isUndecided) }
  }

  // MARK: Calendars

  /// Where the calendar that is shown is listed.
  var placeShown: ListedPlace? { place(of: shown) }

  func place(of id: CalendarID) -> ListedPlace? {
    guard let account = self[id].account, let calendar = self[id].source.calendarID else {
      return nil
    }
    return ListedPlace(account: account, calendarID: calendar)
  }

  func id(of place: ListedPlace) -> CalendarID? {
    order.first { self.place(of: $0) == place }
  }

  /// A calendar as it is edited where it is open, or as it is listed.
  private func source(at place: ListedPlace) -> JSONValue? {
    if let id = id(of: place), let document = self[id].document { return document.current }
    return accounts[place.account]?.calendars.first { $0.id == place.calendarID }?.json
  }

  /// Asks for the list of calendars where it has not come; what was asked for goes on then.
  ///
  /// - Returns: nil where the list is there.
  mutating func waitForList(_ request: AppRequest) -> [AppEffect]? {
    adopt(calendar)
    guard accounts.canList else {
      calendar.say("The sub-account is not known, so its calendars cannot be listed.", .problem)
      return []
    }
    if accounts.entries.contains(where: { $0.state == .loaded }) { return nil }
    calendar.say("Loading the list of calendars…")
    afterListing = request
    return askForListed()
  }

  /// Goes on with what waited for the list.
  mutating func goOnAfterListing() -> [AppEffect] {
    guard let request = afterListing, !accounts.shown.contains(where: { $0.state == .asked }) else {
      return []
    }
    afterListing = nil
    guard accounts.entries.contains(where: { $0.state == .loaded }) else {
      calendar.say("The list of calendars did not come; the list says why.", .problem)
      return []
    }
    return perform(request, from: shown)
  }
}

extension CalendarEditor {
  /// The section that is shown; nil in the overview and among all fields.
  var sectionOfFocus: Section? {
    if case .section(let section)? = workspace.pages.first?.kind { section } else { nil }
  }
}
