/// What line mode asks of what is shown: places by their numbers, actions, whole texts.
///
/// A screen has keys for all of it; where there are none, places have no arrows that lead to them.
package struct LineOrder: Sendable, Hashable {
  enum Work: Sendable, Hashable {
    /// Show the list of sections.
    case sections
    /// Open an entry of the list of sections, by its number there.
    case open(entry: Int)
    /// Give a line of the form the focus, by its number in the form.
    case focus(line: Int)
    /// Go to a field, a row or a day, wherever it is.
    case go(to: SearchIndex.Target)
    /// Type a text over the value of the line with the focus, and leave it.
    case type(String)
    /// Do an action.
    case act(ActionID)
    /// Choose what stands in the dialog on top, by the dialog's own number.
    ///
    /// - Parameter takes: whether what Enter does there follows.
    case choose(spot: Int, takes: Bool)
    /// Give the dialog on top a text instead of what is typed there.
    case answer(String)
    /// The input has ended: the program does too, and keeps the drafts.
    case end
  }

  let work: Work

  init(_ work: Work) { self.work = work }

  /// The input has ended.
  package static let end = LineOrder(.end)
}
