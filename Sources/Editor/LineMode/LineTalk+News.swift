import CalendarModel
import TextUI

/// Saying what is new.
extension LineTalk {
  /// What was shown when it was said last.
  struct Told: Sendable {
    var shown: CalendarID?
    var isLoaded = false
    var page: PageKind?
    var isInList = false
    var focus: String?
    var line: [String] = []
    var status: Status?
    var banner: Banner?
    var request: Request?
    var dialog: DialogStack.ID?
    var speech: DialogSpeech?
    var counts = ""
    /// The texts that cannot be read and stay on their lines.
    var unfinished: [String] = []
    /// Why values cannot be read that were typed and stand in the calendar, such as a word for a number.
    var unreadable: [String] = []
    /// What was done last that can be undone, with how much there is.
    var step: (count: Int, title: String) = (0, "")
    /// Whether the line was chosen by somebody, so that it is said whole.
    var isChosen = false

    init() {}

    /// Whether what is new on the line or in the dialog says a sentence itself.
    func says(_ status: Status, after old: Told) -> Bool {
      if let speech {
        let before = old.dialog == dialog ? old.speech?.lines ?? [] : []
        return speech.lines.contains { $0 == status.text && !before.contains($0) }
      }
      return (focus != old.focus || line != old.line) && line.contains { $0.hasSuffix(status.text) }
    }

    init(_ app: App) {
      let calendar = app.calendar
      shown = app.shown
      isLoaded = calendar.document != nil
      page = calendar.workspace.page.kind
      isInList = calendar.workspace.isInList
      focus = calendar.focusedItem?.id
      line = calendar.focusedItem.map { LineTalk.words($0, calendar) } ?? []
      status = calendar.status
      banner = calendar.banner
      request = calendar.request
      dialog = calendar.dialogs.top?.id
      speech = calendar.dialogs.last?.speech(calendar)
      counts = LineTalk.problemCounts(calendar)
      unfinished = calendar.unfinished.texts.map(\.text) + LineTalk.unreadable(calendar)
      unreadable = (calendar.document?.validation.problems(under: .root) ?? [])
        .filter { $0.isOfWrongType && $0.severity == .error }.map(\.message)
      let steps = calendar.document?.undoSteps ?? []
      step = (steps.count, steps.last?.shownTitle ?? "")
    }
  }

  /// What is typed on the line with the focus, where it cannot be read.
  private static func unreadable(_ editor: CalendarEditor) -> [String] {
    guard let input = editor.input, input.isPending, let place = editor.placeOfInput,
      editor.problem(of: input.buffer.text, at: place) != nil
    else { return [] }
    return [input.buffer.text]
  }

  /// What line mode says first.
  package static let greeting =
    "caledit in line mode. \("help".inQuotes) says what can be typed, \("quit".inQuotes) ends."

  /// Where one is, after the program was stopped and goes on.
  package func wentOn(_ app: App) -> [String] {
    let calendar = app.calendar
    var lines = ["caledit goes on."]
    if let dialog = calendar.dialogs.last {
      lines.append(dialog.speech(calendar).title)
    } else if calendar.document != nil {
      lines += calendar.workspace.isInList ? [Self.inSections] : sayLine(calendar)
    }
    return lines.map(\.asSpoken)
  }

  private static let inSections = "You are in the list of sections."

  /// What has changed since it was said last.
  package mutating func news(of app: App) -> [String] { unspokenNews(of: app).map(\.asSpoken) }

  private mutating func unspokenNews(of app: App) -> [String] {
    let old = told
    let new = Told(app)
    let isAnswer = hasHeard
    (told, hasHeard) = (new, false)
    let calendar = app.calendar
    if isAnswer, firstRefusal == nil { firstRefusal = Self.refusal(old, new)?.asSpoken }
    var lines: [String] = []
    let hasEnded = new.request == nil ? old.request : nil
    if let request = new.request, request.id != old.request?.id || request.kind != old.request?.kind
    {
      lines.append(begins(request, app))
    }
    let isElsewhere = new.shown != old.shown || new.isLoaded != old.isLoaded
    if isElsewhere, new.isLoaded { lines += Self.title(calendar) }
    if let banner = new.banner, banner != old.banner { lines += Self.words(banner) }
    if let status = new.status, status != old.status, !new.says(status, after: old) {
      lines.append(status.text)
    }
    lines += Self.done(old, new)
    if let dialog = calendar.dialogs.last, let speech = new.speech {
      question = nil
      lines += newsOf(
        dialog, speech, old, new, isElsewhere: isElsewhere, isAnswer: isAnswer, app)
    } else if new.isLoaded, new.request == nil {
      lines += newsOfForm(old, new, isElsewhere: isElsewhere, app)
    }
    noteDialogs(new, isElsewhere: isElsewhere, calendar)
    if new.isLoaded, new.counts != old.counts, new.dialog == nil, !isElsewhere || old.isLoaded {
      lines.append(new.counts)
    }
    // Who opens something hears its lines now, or not at all.
    if new.isLoaded || new.dialog != nil, new.request == nil { listsForm = false }
    if let ended = hasEnded, lines.isEmpty { lines.append("\(ended.title): done.") }
    defer { afterthoughts = [] }
    lines += afterthoughts
    if isAnswer, lines.isEmpty, new.request == nil {
      lines += calendar.dialogs.last.map { sayAnswers(of: $0, app) } ?? ["Nothing has changed."]
    }
    if lines.isEmpty, !new.isLoaded, new.request == nil, new.dialog == nil, old.shown == nil {
      lines.append("No calendar is loaded.")
    }
    return lines
  }

  /// Why what was typed was not done, as the application sees it; nil where it was done.
  private static func refusal(_ old: Told, _ new: Told) -> String? {
    if new.unfinished.count > old.unfinished.count, let text = new.unfinished.last {
      return "\(text.inQuotes) cannot be read."
    }
    if new.shown == old.shown, new.unreadable.count > old.unreadable.count {
      return new.unreadable.first { !old.unreadable.contains($0) } ?? new.unreadable.last
    }
    guard let status = new.status, status != old.status, status.kind == .problem else { return nil }
    return status.text
  }

  /// Takes note of what the dialogs that are open have said.
  private mutating func noteDialogs(
    _ new: Told, isElsewhere: Bool, _ calendar: CalendarEditor
  ) {
    if isElsewhere { heardDialogs = [:] }
    heardDialogs = heardDialogs.filter { calendar.dialogs[$0.key] != nil }
    if let id = new.dialog { heardDialogs[id] = new.speech }
  }

  private mutating func newsOf(
    _ dialog: any Dialog, _ speech: DialogSpeech, _ old: Told, _ new: Told, isElsewhere: Bool,
    isAnswer: Bool, _ app: App
  ) -> [String] {
    if new.dialog != old.dialog || isElsewhere {
      let before = isElsewhere ? nil : new.dialog.flatMap { heardDialogs[$0] }
      return before.map { sayAgain(dialog, since: $0, app) } ?? say(dialog, app)
    }
    guard let before = old.speech, before != speech else { return [] }
    // What was asked for has come.
    if before.spots.isEmpty, !speech.spots.isEmpty { return say(dialog, app) }
    let news = speech.news(since: before, isAnswer: isAnswer)
    let selected = isAnswer ? speech.lines.filter { $0.hasSuffix(DialogSpeech.selected) } : []
    return said(news.isEmpty ? selected : news)
  }

  private mutating func newsOfForm(
    _ old: Told, _ new: Told, isElsewhere: Bool, _ app: App
  ) -> [String] {
    let calendar = app.calendar
    let isOtherPage = new.page != old.page || new.isInList != old.isInList || isElsewhere
    let wasAsked = old.dialog != nil
    let isNew = greeted.insert(app.shown).inserted
    if isNew, new.page == .overview, !new.isInList {
      return said(lines(of: calendar), page: Self.glance)
    }
    if listsForm || isNew || isOtherPage && new.isInList { return sayList(app) }
    if isOtherPage { return [sayPlace(calendar) + sayPosition(calendar)] + sayLine(calendar) }
    if new.isInList { return wasAsked ? [Self.inSections] : [] }
    if new.focus != old.focus || new.line != old.line || wasAsked || old.isChosen {
      var lines = sayLine(calendar)
      if question != nil, let line = calendar.focusedItem, let document = calendar.document {
        let help = line.context(document, calendar).help
        if !help.isEmpty { lines.append(help) }
        if !hasExplained {
          hasExplained = true
          lines.append(
            "Type the new value; an empty line keeps the old one. Commands begin with a full stop "
              + "here: .back asks no more.")
        }
      }
      return lines
    }
    return []
  }

  /// What was done to a row, where neither the line nor a sentence says it: that it was deleted, added
  /// or moved.
  private static func done(_ old: Told, _ new: Told) -> [String] {
    guard new.shown == old.shown, old.isLoaded, new.step.count == old.step.count + 1,
      new.status == nil, !new.step.title.contains("→")
    else { return [] }
    return ["\(new.step.title)."]
  }

  private func begins(_ request: Request, _ app: App) -> String {
    let calendar = app.calendar
    let listed = app.placeShown.flatMap { app.accounts.name(of: $0) }
    let name = calendar.document?.current[.name]?.text ?? listed
    let what =
      request.kind == .save
      ? calendar.changesInWords : name.map { Wording.quoted($0) } ?? calendar.source.place
    switch request.kind {
    case .wait(let seconds), .pause(let seconds): return "\(request.title): \(seconds) seconds."
    default: break
    }
    return "\(request.title): \(what)."
  }

  static func words(_ banner: Banner) -> [String] {
    let mark =
      switch banner.kind {
      case .error: "Error: "
      case .warning: "Warning: "
      case .success: ""
      }
    return [mark + banner.title] + banner.details + [banner.advice].compactMap { $0 }
      + (banner.raw == nil ? [] : ["\("show report".inQuotes) says the answer of the service."])
  }
}
