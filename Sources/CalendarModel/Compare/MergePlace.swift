import JSON

/// Where the merge is: in words, by identity, and in both calendars.
struct MergePlace {
  /// Keys, and rows by what they are known by.
  private(set) var steps: [String]
  private(set) var words: [String]
  /// Where it stands in mine; the list, in a row that mine has not.
  private(set) var mine: JSONPath
  /// Where it stands in theirs; the list, in a row that they have not.
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

  /// - Parameter object: what the member stands in, for its label.
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

  /// Days of the week, which stand in no row of their own.
  func days(_ days: [Int]) -> MergePlace {
    var place = self
    place.steps.append(days.map(String.init).joined())
    place.words.append(days.count == 1 ? Wording.weekday(days[0]) : Wording.weekdays(days))
    return place
  }
}
