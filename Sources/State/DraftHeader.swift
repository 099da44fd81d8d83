import CalendarModel
import JSON

/// What a draft says about itself, for the list of drafts.
package struct DraftHeader: Sendable, Hashable {
  package let source: DraftSource
  package let written: DraftTime
  /// The version of the program that wrote it.
  package let program: String
  /// The name of the calendar; nil when it has none.
  package let calendarName: String?
  /// How many properties differ from what was loaded.
  package let changeCount: Int

  init(_ draft: DocumentDraft, source: DraftSource, written: DraftTime, program: String) {
    self.source = source
    self.written = written
    self.program = program
    calendarName = (draft.current[key: "name"] ?? draft.base[key: "name"])?.text
    changeCount = draft.changeCount
  }

  // MARK: Coding

  var members: [JSONObject.Member] {
    var members: [JSONObject.Member] = [
      .init(key: "written", value: .text(written.text)),
      .init(key: "program", value: .text(program)),
      .init(key: "source", value: source.json),
    ]
    if let calendarName { members.append(.init(key: "calendarName", value: .text(calendarName))) }
    members.append(.init(key: "changes", value: .integer(changeCount)))
    return members
  }

  init(json: JSONValue) throws(UnusableDraft) {
    guard let source = json[key: "source"].flatMap(DraftSource.init(json:)) else {
      throw .part("source")
    }
    guard let written = json[key: "written"]?.text.flatMap(DraftTime.init(text:)) else {
      throw .part("written")
    }
    guard let program = json[key: "program"]?.text else { throw .part("program") }
    guard let changes = json[key: "changes"]?.int, changes >= 0 else { throw .part("changes") }
    self.source = source
    self.written = written
    self.program = program
    calendarName = json[key: "calendarName"]?.text
    changeCount = changes
  }
}
