import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import TextUI

/// What an open calendar is told: answers to what it asked for, and news.
package enum Message: Sendable {
  /// An event of the terminal, while the calendar is on the screen.
  case terminal(TerminalEvent)
  /// Something that line mode asks for, while the calendar is shown.
  case line(LineOrder)
  /// A calendar came; the number is that of the request.
  case loaded(Int, Result<LoadedCalendar, ServiceError>)
  case saved(Int, Result<SavedCalendar, ServiceError>)
  /// A list to choose from came, or did not; nobody waits for it.
  case lookedUp(LookUp, Result<[LookUpResult], ServiceError>)
  /// What bookers are offered came, or did not; the number is that of the request.
  case freeSlots(Int, Result<OfferedStarts, ServiceError>)
  /// Whose schedules govern the calendar came, or did not; the number is that of the request.
  case schedules(Int, Result<ScheduleList, ServiceError>)
  /// What time it is by the clock of the calendar, or of this machine while that is not known.
  case clock(CalendarMoment)
  /// The clock of the calendar's time zone was found, or why not.
  case zoneFound(Result<CalendarClock, ZoneFailure>)
  /// What the sub-account of the calendar is called.
  case accountNamed(String)
  /// The saves of this calendar that are on record, the newest first.
  case historyListed([PastSave])
  /// A record was read, or why it cannot be.
  case historyRead(PastSave, Result<PastSave.Contents, FileFailure>)
  /// What became of a save of which nobody saw the end, by a look at the calendar, in a sentence.
  case saveSettled(String, isSaved: Bool)
  /// A save could not be recorded.
  case historyFailed(FileFailure)
  /// The file of the calendar was read again, or could not be; in words.
  case fileRead(FileReading, Result<JSONValue, FileFailure>)
  /// A file was written, or could not be.
  case written(Result<FileWritten, FileFailure>)
  /// A text that goes to a file of its own was written, or not.
  case textWritten(WrittenText, path: String, TextWriting)
  /// A text came back from the user's editor, or did not.
  case edited(EditRequest, Result<String, EditFailure>)
  /// A text could not be put into the clipboard.
  case notCopied(CopyFailure)
  /// A draft of this calendar was found; its age in words.
  case draftFound(DocumentDraft, age: String)
  /// The draft could not be written, and why; nil when it can be again.
  case draftFailed(FileFailure?)
  /// The token was read again, or a typed one is in use; or why it could not be, in words.
  case tokenRead(Int, failure: String?)
  /// The time that the service asked to wait is over; the number is that of the request.
  case waited(Int)
  /// What is remembered of the sub-account.
  case habits(AccountHabits)
  /// A second more has passed since the request that is under way began.
  case secondPassed
}

/// A file that was written.
package enum FileWritten: Sendable, Hashable {
  case calendar(path: String, JSONValue)
  case body(path: String)
}

/// What the file of a calendar is read again for.
package enum FileReading: Sendable, Hashable, CaseIterable {
  /// To begin anew with what it holds.
  case load
  /// To put it together with the changes that are not saved.
  case merge
  /// To see, before it is written, whether somebody else changed it.
  case check
}

/// Why a file could not be read or written.
package struct FileFailure: Error, Sendable, Hashable {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// What an open calendar wants done outside of it.
package enum Effect: Sendable, Equatable {
  case load(request: Int)
  case save(request: Int, body: JSONValue)
  /// List what can be chosen by name in a sub-account.
  case lookUp(LookUp, locationID: String)
  /// Find the time zone of a sub-account.
  ///
  /// - Parameter named: the zone that the calendar itself names, for when the service does not say.
  case lookUpZone(locationID: String, named: String?)
  /// A save has ended: what the service holds after it, as far as it was seen, and what became of it,
  /// in words.
  ///
  /// - Parameters:
  ///   - notes: what else belongs into its record, in sentences.
  ///   - mayArrive: whether what was sent may be carried out after all.
  case saveEnded(
    after: JSONValue?, outcome: String, notes: [String] = [], mayArrive: Bool = false)
  /// List the saves of this calendar that are on record.
  case listHistory
  /// Read the record of a save.
  case readHistory(PastSave)
  /// Ask the service what it offers bookers now.
  case freeSlots(FreeSlotsRequest)
  /// Ask the service whose schedules govern the calendar.
  case schedules(ScheduleRequest)
  /// Say what time it is.
  case readClock
  /// Let so many seconds pass, counted from now.
  case wait(request: Int, seconds: Int)
  case cancel(request: Int)
  /// Say what is remembered of a sub-account.
  case recallHabits(locationID: String)
  /// Remember something about a sub-account.
  case rememberHabits(AccountHabits, locationID: String)
  /// Remove the draft of this calendar.
  case discardDraft
  /// Read the token again from where it came from, for the calls that follow.
  case readToken(request: Int)
  /// Use a token that was typed, for the calls that follow; it prints as a placeholder.
  case useToken(request: Int, Token)
  /// Read the file of the calendar again.
  case readFile(FileReading)
  /// Write the whole calendar back to its file.
  case writeCalendar(JSONValue)
  /// Write the update body to the output file.
  case writeBody(JSONValue)
  /// Write a text to a file that somebody named.
  ///
  /// - Parameter replaces: whether a file that is there is replaced.
  case writeText(WrittenText, path: String, replaces: Bool)
  /// Let the user edit a text in the editor of the environment.
  case editText(EditRequest)
  /// Put a text into the clipboard of the user's terminal.
  case copy(String)
  /// Use the mouse or leave it to the terminal, whichever is not done now; for the application.
  case switchMouse
  /// Show other colours; for the application.
  case switchTheme
  /// Use the mouse, or leave it to the terminal.
  case mouse(Bool)
  /// Stop the program as the shell does with Ctrl-Z.
  case suspend
  /// Send the whole screen again.
  case repaint
  /// Something that the application does.
  case app(AppRequest)
  /// End the program; the draft is removed unless it is kept for the next start.
  case quit(status: Int32, keepsDraft: Bool)
}
