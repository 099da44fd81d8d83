import JSON

/// What a condition is about.
enum QuerySubject: Sendable, Hashable {
  /// A field, or several of which any counts.
  case fields([FieldPlace])
  case lookBusy
  case problems(QueryCondition.ProblemKind)
}

/// The names by which a query knows fields: labels, keys of the API page, and words that people use.
///
/// Names are compared by their letters: `slotDuration`, `Slot duration` and `slot-duration` are one.
enum QueryNames {
  struct Name: Sendable, Hashable {
    /// As it is suggested: "slot duration".
    let text: String
    let letters: FoldedText
    let subject: QuerySubject
  }

  /// What a name means; nil for none.
  ///
  /// - Parameter isSure: whether a sign behind it says that it is a field, so that words which stand
  ///   in many names of calendars count as well, and the beginning of a name where it is clear.
  static func subject(_ name: FoldedText, isSure: Bool) -> QuerySubject? {
    if let subject = byLetters[name] { return subject }
    guard isSure else { return nil }
    if let subject = synonyms[name] { return subject }
    // The beginning of "slot duration" counts, though "slot duration unit" begins like that too.
    let longer = all.filter { $0.letters.hasPrefix(name) }
    guard name.bytes.count > 2,
      let shortest = longer.min(by: { $0.letters.bytes.count < $1.letters.bytes.count }),
      longer.allSatisfy({ $0.letters.hasPrefix(shortest.letters) })
    else { return nil }
    return shortest.subject
  }

  /// What a whole name means, words that lead to one field only included; nil for none.
  static func subject(named name: FoldedText) -> QuerySubject? {
    byLetters[name] ?? synonyms[name]
  }

  /// The longest name, in typed words.
  static let longest = 7

  /// All names in the order of the screen, labels before keys; each once.
  static let all: [Name] = {
    var names: [Name] = []
    var seen: Set<FoldedText> = []
    func add(_ name: String, _ subject: QuerySubject) {
      // A comma would end the clause.
      let text = name.filter { $0 != "," && $0 != "›" }
        .split(separator: " ").joined(separator: " ")
      let letters = FoldedText(text).letters
      guard seen.insert(letters).inserted else { return }
      names.append(Name(text: text, letters: letters, subject: subject))
    }
    for (text, subject) in spoken { add(text, subject) }
    for place in FieldPlace.all + FieldPlace.stamps where place.keys.count == 1 {
      add(place.words, subject(of: place))
    }
    for place in FieldPlace.all where place.keys.count == 1 {
      add(place.keys[0], subject(of: place))
    }
    // A label that several have stands for all of them.
    let nested = FieldPlace.all.filter { $0.keys.count > 1 }
    let byLabel = Dictionary(grouping: nested) { FoldedText($0.field.label).letters }
    for place in nested {
      let places = byLabel[FoldedText(place.field.label).letters] ?? [place]
      add(place.field.label.lowercased(), .fields(places))
      add(place.words, .fields([place]))
      add(place.keys.joined(separator: "."), .fields([place]))
    }
    return names
  }()

  private static func subject(of place: FieldPlace) -> QuerySubject {
    place.keys == [CalendarKey.lookBusyConfig.rawValue] ? .lookBusy : .fields([place])
  }

  private static let byLetters = Dictionary(
    uniqueKeysWithValues: all.map { ($0.letters, $0.subject) })

  /// Words that the search finds fields by, where they lead to one field only.
  private static let synonyms: [FoldedText: QuerySubject] = {
    var subjects: [FoldedText: Set<QuerySubject>] = [:]
    for place in FieldPlace.all {
      for word in FoldedText(SearchSynonyms.of(place.keys)).words {
        subjects[word.letters, default: []].insert(subject(of: place))
      }
    }
    return subjects.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  /// Names that are neither labels nor keys, or that mean more than the field of that name.
  private static let spoken: [(String, QuerySubject)] = {
    typealias Path = [String]
    func top(_ key: CalendarKey) -> [Path] { [[key.rawValue]] }
    func inside(_ key: CalendarKey, _ keys: String...) -> Path { [key.rawValue] + keys }
    /// A key of a location, in the calendar and in its members.
    func ofLocations(_ key: LocationKey) -> [Path] {
      [
        inside(.locationConfigurations, key.rawValue),
        inside(.teamMembers, MemberKey.locationConfigurations.rawValue, key.rawValue),
      ]
    }
    let user = [inside(.teamMembers, MemberKey.userId.rawValue)]
    let fields: [(String, [Path])] = [
      (CalendarKey.name.rawValue, top(.name)), ("type", top(.calendarType)),
      ("state", top(.isActive)), ("status", top(.isActive)), ("group", top(.groupId)),
      ("form", top(.formId)), ("duration", top(.slotDuration)), ("interval", top(.slotInterval)),
      ("buffer", top(.slotBuffer)), ("notice", top(.allowBookingAfter)),
      ("horizon", top(.allowBookingFor)), ("seats", top(.appoinmentPerSlot)),
      (CalendarKey.recurring.rawValue, top(.enableRecurring)), ("repeats", top(.enableRecurring)),
      ("colour", top(.eventColor)), ("color", top(.eventColor)), ("member", user),
      ("team member", user), ("user", user), ("members", top(.teamMembers)),
      ("users", top(.teamMembers)), ("team", top(.teamMembers)),
      (LocationKey.location.rawValue, ofLocations(.kind) + ofLocations(.location)),
      (
        "locations",
        top(.locationConfigurations) + [
          inside(.teamMembers, MemberKey.locationConfigurations.rawValue)
        ]
      ),
      ("kind of location", ofLocations(.kind)), ("dates", top(.availabilities)),
      (DateEntryKey.date.rawValue, [inside(.availabilities, DateEntryKey.date.rawValue)]),
      ("weekdays", [inside(.openHours, WeekEntryKey.daysOfTheWeek.rawValue)]),
      ("updated", [[StampKey.dateUpdated.rawValue]]), ("created", [[StampKey.dateAdded.rawValue]]),
    ]
    let places = FieldPlace.all + FieldPlace.stamps
    let named = fields.map { name, paths in
      (name, QuerySubject.fields(paths.compactMap { path in places.first { $0.keys == path } }))
    }
    return named + QueryCondition.ProblemKind.allCases.map { ($0.rawValue, .problems($0)) }
  }()

  // MARK: What is near

  /// The names that come nearest to what was typed, best first, one for each subject.
  static func nearest(to typed: String, limit: Int = 3) -> [String] {
    let letters = FoldedText(typed).letters
    guard !letters.isEmpty, letters.bytes.count < 60 else { return [] }
    var subjects = Set(synonyms[letters].map { [$0] } ?? [])
    var near = all.filter { subjects.contains($0.subject) }.prefix(1).map(\.text)
    let allowed = max(2, letters.bytes.count / 3)
    let words = Set(FoldedText(typed).words.filter { $0.bytes.count > 2 })
    let scored = all.enumerated().compactMap { index, name -> (Int, Int, Name)? in
      let isPart = letters.bytes.count > 2 && name.letters.contains(letters)
      if let distance = isPart ? 1 : letters.distance(to: name.letters, limit: allowed) {
        return (distance, index, name)
      }
      // Of several words one may be right.
      let isShared = !words.isDisjoint(with: FoldedText(name.text).words)
      return isShared ? (allowed + 1, index, name) : nil
    }
    for (_, _, name) in scored.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) })
    where near.count < limit && subjects.insert(name.subject).inserted {
      near.append(name.text)
    }
    return near
  }
}

extension FoldedText {
  /// How many letters have to be added, left out, changed or swapped to make another text of it;
  /// nil where that are more than a limit.
  func distance(to other: FoldedText, limit: Int) -> Int? {
    let (a, b) = (bytes, other.bytes)
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    let distance = row[b.count]
    return distance <= limit ? distance : nil
  }
}
