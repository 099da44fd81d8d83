/// What rules know besides the value that they judge.
struct RuleContext: Sendable, Hashable {
  /// The calendar's type; nil when neither the calendar nor the user says it.
  let calendarType: CalendarType?
  let today: CalendarDate
  /// Whether a schedule is known to govern the calendar.
  var isGoverned = false
  /// The version of the calls that the service gets.
  var version = APIVersion.dated
  /// How times are said in messages.
  var format = LocalFormat.standard
}
