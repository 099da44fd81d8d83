import CalendarAPI
import CalendarModel
import JSON

/// What dialogs ask for.
enum DialogCommand: Sendable {
  /// Do an action.
  ///
  /// - Parameter asked: whether the dialog was the question about it.
  case perform(ActionID, asked: Bool = false)
  case decide(SaveDecision)
  case say(String, Status.Kind = .plain)
  case open(any Dialog)
  /// Ask something of the application.
  case app(AppRequest)

  /// Put a text into the clipboard.
  ///
  /// - Parameter name: what it is, in the sentence about it.
  case copy(String, as: String)
  /// Write a text to a file.
  ///
  /// - Parameter replaces: whether a file that is there is replaced.
  case write(WrittenText, to: String, replaces: Bool = false)

  // MARK: Going somewhere

  /// Go to where a property is edited.
  case go(to: JSONPath)
  case goToWeekday(Int)
  case goToSection(Section)
  /// Go back to a recent place.
  case goBack(to: JSONPath)
  case goToHours(SlotPreview.Day)

  // MARK: Changing the calendar

  /// End the step of undo that typing has begun.
  case closeStep
  case edit(JSONPath, JSONValue?, typing: Bool = false)
  /// Give a number and its unit other values.
  case give(QuantityField, JSONValue?, unit: JSONValue?)
  /// Put a choice into a list of choices, or take it out.
  case toggle(Choice, JSONPath, of: [Choice])
  case addMember(String, to: JSONPath, at: Int)
  case addLocation(LocationKind, to: JSONPath, at: Int)
  case copyHours(of: Int, to: [Int])
  case stateType(CalendarType?)
  /// Answer a prompt with what was typed.
  case answer(Prompt, String)
  /// Undo the last steps.
  case undo(steps: Int)

  // MARK: Saving and drafts

  /// Leave a change out of the update.
  case takeBack(ReviewLine)
  /// Go on with a merge after everything was chosen.
  case resolve(
    CalendarMerge, [CalendarMerge.Conflict.ID: CalendarMerge.Side], ConflictDialog.Purpose)
  /// Go back from a merge without having chosen.
  case giveUpMerge(ConflictDialog.Purpose)
  case recover(DocumentDraft)
  case discardDraft
  case useToken(Token, goesOn: Bool)
  case show(PastSave)

  // MARK: Preview

  /// Ask the service for the slots of a week.
  ///
  /// - Parameter again: whether what it answered before is forgotten first.
  case askForSlots(of: CalendarDate, again: Bool = false)
}
