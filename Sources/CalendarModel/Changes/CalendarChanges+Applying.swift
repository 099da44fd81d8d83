import JSON

extension CalendarChanges {
  /// Makes all changes as one step, or none.
  ///
  /// The edits are those that the forms make. What is so already stays; where all is, there is no
  /// step.
  /// - Throws: for a row that the calendar does not have, a name that nothing has, a unit that the
  ///   calendar's version does not take, and a value that cannot be changed in parts. Nothing is
  ///   changed then.
  package func apply(to document: inout CalendarDocument) throws(Mistake) {
    if isEmpty { return }
    document.close()
    var work = ChangeWork(document)
    try work.make(changes)
    let steps = work.steps
    guard let first = steps.first else { return }
    let title: StepTitle =
      steps.count == 1
      ? StepTitle(in: document.format) { $0 == .standard ? first.title : first.shownTitle }
      : StepTitle(ChangeWording.title(labels))
    document.perform(steps.flatMap(\.edits), title: title, focus: first.focus)
    document.close()
  }

  /// The labels of the properties that are changed, each once.
  private var labels: [String] {
    var labels: [String] = []
    for change in changes {
      let label = CalendarSchema.field(change.place.topKey)?.label ?? change.place.topKey
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}
