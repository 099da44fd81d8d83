/// What an open calendar knows of the application around it.
package struct Surroundings: Sendable, Hashable {
  /// Whether there is a list of calendars to go to.
  var hasList = false
  /// Whether the list has been opened, so that it is what lies behind the sections.
  var isListOpen = false
  /// Which of the open calendars this is, counted from 1; 0 for the list.
  var position = 1
  /// How many calendars are open.
  var count = 1
  /// How many of the others are changed.
  var changedOthers = 0
  /// Whether a calendar, or the list, was on the screen before.
  var hasPrevious = false
  /// The run that changes many calendars: how far it is, or that its results wait; nil for none.
  var run: Run?

  enum Run: Sendable, Hashable {
    /// How many calendars are done, of how many: "24/40".
    case underWay(String)
    case ended
  }

  /// Whether this is the place that shows the list.
  var isHome = false
}
