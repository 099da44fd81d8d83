import JSON

/// The place that a merge is looking at: its name, its identity, and its path in both calendars.
struct MergePlace {
  /// The path, with the user, id or date of a row instead of its number.
  private(set) var steps: [String]
  private(set) var words: [String]
  /// The path in mine; inside a row that mine does not have, the path of the list.
  private(set) var mine: JSONPath
  /// The path in theirs; inside a row that theirs does not have, the path of the list.
  private(set) var theirs: JSONPath
  private var isInMine = true
  private var isInTheirs = true

  let section: Section

  init(_ field: Field) {
    steps = [field.key]
    words = [field.label]
    mine = JSONPath([.key(field.key)])
    theirs = mine
    section = CalendarSchema.section(of: field.key) ?? .general
  }

  var label: String { words.joined(separator: " › ") }

  /// - Parameter object: the object that has the member; the label can depend on it.
  func member(_ key: String, _ field: Field?, of object: JSONValue?) -> MergePlace {
    var place = self
    place.steps.append(key)
    place.words.append(field?.label(in: object) ?? key)
    if isInMine { place.mine = mine.appending(key) }
    if isInTheirs { place.theirs = theirs.appending(key) }
    return place
  }

  func row(_ row: RowAlignment.Row, id: String, name: String) -> MergePlace {
    var place = self
    place.steps.append(id)
    place.words.append(name)
    if isInMine, let index = row.mine { place.mine = mine.appending(index) }
    if isInTheirs, let index = row.theirs { place.theirs = theirs.appending(index) }
    place.isInMine = isInMine && row.mine != nil
    place.isInTheirs = isInTheirs && row.theirs != nil
    return place
  }

  /// Days of the week, which are not rows of their own.
  func days(_ days: [Int], in format: LocalFormat) -> MergePlace {
    var place = self
    place.steps.append(days.sorted().map(String.init).joined())
    place.words.append(
      days.count == 1 ? Wording.weekday(days[0]) : Wording.weekdays(days, in: format))
    return place
  }
}
