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
      let steps = calendar.document?.undoSteps ?? []
      step = (steps.count, steps.last?.shownTitle ?? "")
    }
  }

  /// What line mode says first.
  package mutating func begin(_ app: App) -> [String] {
    [
      "caledit in line mode. \("help".inQuotes) says what can be typed, \("quit".inQuotes) ends."
    ] + news(of: app)
  }

  /// What has changed since it was said last.
  package mutating func news(of app: App) -> [String] { unspokenNews(of: app).map(\.asSpoken) }

  private mutating func unspokenNews(of app: App) -> [String] {
    let old = told
    let new = Told(app)
    let isAnswer = hasHeard
    (told, hasHeard) = (new, false)
    let calendar = app.calendar
    var lines: [String] = []
    let hasEnded = new.request == nil ? old.request : nil
    if let request = new.request, request.id != old.request?.id || request.kind != old.request?.kind
    {
      lines.append(begins(request, calendar))
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
      if new.dialog != old.dialog || isElsewhere {
        lines += said(say(dialog, app))
      } else if let before = old.speech, before != speech {
        let news = speech.news(since: before, isAnswer: isAnswer)
        let selected =
          isAnswer ? speech.lines.filter { $0.hasSuffix(DialogSpeech.selected) } : []
        lines += said(news.isEmpty ? selected : news)
      }
    } else if new.isLoaded, new.request == nil {
      lines += newsOfForm(old, new, isElsewhere: isElsewhere, app)
    }
    if new.isLoaded, new.counts != old.counts, new.dialog == nil, !isElsewhere || old.isLoaded {
      lines.append(new.counts)
    }
    // Who opens something hears its lines now, or not at all.
    if new.isLoaded || new.dialog != nil, new.request == nil { listsForm = false }
    if let ended = hasEnded, lines.isEmpty { lines.append("\(ended.title): done.") }
    if isAnswer, lines.isEmpty, new.request == nil {
      lines += calendar.dialogs.last.map { sayAnswers(of: $0, app) } ?? ["Nothing has changed."]
    }
    if lines.isEmpty, !new.isLoaded, new.request == nil, new.dialog == nil, old.shown == nil {
      lines.append("No calendar is loaded.")
    }
    return lines
  }

  private mutating func newsOfForm(
    _ old: Told, _ new: Told, isElsewhere: Bool, _ app: App
  ) -> [String] {
    let calendar = app.calendar
    let isOtherPage = new.page != old.page || new.isInList != old.isInList || isElsewhere
    let wasAsked = old.dialog != nil
    let isNew = greeted.insert(app.shown).inserted
    if listsForm || isNew || isOtherPage && new.isInList { return sayList(app) }
    if isOtherPage { return [sayPlace(calendar)] + sayLine(calendar) }
    if new.isInList { return wasAsked ? ["You are in the list of sections."] : [] }
    if new.focus != old.focus || new.line != old.line || wasAsked || old.isChosen {
      var lines = sayLine(calendar)
      if question != nil, let line = calendar.focusedItem, let document = calendar.document {
        let help = line.context(document, calendar).help
        if !help.isEmpty { lines.append(help) }
        if !hasExplained {
          hasExplained = true
          lines.append("Type the new value; an empty line keeps it, and .back types no value.")
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

  private func begins(_ request: Request, _ calendar: CalendarEditor) -> String {
    let what = request.kind == .save ? calendar.changesInWords : calendar.source.place
    if case .wait(let seconds) = request.kind { return "\(request.title): \(seconds) seconds." }
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
