import CalendarModel
import Testing

@testable import Editor

/// The draft of a session in which the slot duration and the name were changed.
func leftDraft() throws -> DocumentDraft {
  var model = makeModel()
  model.visit("name")
  model.press("End \"!\"")
  model.visit("slotDuration")
  model.press("Ctrl-U 4 5")
  return try #require(model.draft)
}
