import JSON

/// Reads the name of a place: `slot duration`, `openHours.mon-fri`, `teamMembers['Jonas Berg'].priority`.
struct ChangePlaceReader {
  let today: CalendarDate

  typealias Mistake = CalendarChanges.Mistake

  /// The longest name that is read, in scalars.
  static let longest = 1000

  func place(_ name: String) throws(Mistake) -> ChangePlace {
    if name.unicodeScalars.count > Self.longest { throw Mistake(ChangeWording.tooLong) }
    var reader = CharacterReader(name)
    reader.skipBlanks()
    let first = Self.segment(&reader)
    var (place, field) = try top(first, isRow: reader.peek() == "[", name)
    var isRow = false
    while !reader.isAtEnd {
      if reader.skip("[") {
        let (text, isQuoted) = try Self.selector(&reader, name)
        guard !isRow, case .list(let type) = field.type else {
          throw Mistake(ChangeWording.noRows(field.label))
        }
        (place, isRow) = (try row(text, isQuoted, type, place), true)
        reader.skipBlanks()
        continue
      }
      guard reader.skip(".") || reader.skip("›") else {
        throw Mistake(ChangeWording.noName(name, near: []))
      }
      if !isRow, let type = field.objectType, type == .openHours || type == .availability,
        place.isTopLevel
      {
        (place, isRow) = (try days(&reader, type, place), true)
        continue
      }
      let segment = Self.segment(&reader)
      guard let type = field.objectType else {
        throw Mistake(ChangeWording.noParts(field.label, segment))
      }
      if case .list = field.type, !isRow {
        throw Mistake(
          ChangeWording.hasParts(
            field.label,
            Self.example(place, segment, reader.text(reader.index..<reader.characters.count))))
      }
      if place.days != nil {
        // The hours of a weekday are all there is of it.
        guard try member(segment, type, place).key == WeekEntryKey.hours.rawValue else {
          throw Mistake(ChangeWording.noParts(place.words, segment))
        }
        continue
      }
      field = try member(segment, type, place)
      if place.hasSeveralDates, field.key != DateEntryKey.hours.rawValue {
        throw Mistake(ChangeWording.oneDate(place.words))
      }
      (place, isRow) = (place.appending(.key(field.key)), false)
    }
    return place
  }

  /// How a row is named where only its number or nothing was: `teamMembers[1].priority` for
  /// `teamMembers.1.priority` and `teamMembers.priority`.
  private static func example(_ place: ChangePlace, _ segment: String, _ rest: String) -> String {
    guard !segment.isEmpty, segment.allSatisfy(CharacterReader.isDigit) else {
      return "\(place.text)[1].\(ChangeWording.plain(segment))"
    }
    // Programs count from 0.
    let number = Int(segment).map { max(1, $0) } ?? 1
    return "\(place.text)[\(number)]\(ChangeWording.plain(rest))"
  }

  // MARK: Parts of a text

  /// What stands up to the next dot or bracket.
  private static func segment(_ reader: inout CharacterReader) -> String {
    let start = reader.index
    reader.skip { !"[.›".contains($0) }
    return reader.text(from: start).trimmed
  }

  /// What stands in brackets, behind the opening one.
  private static func selector(
    _ reader: inout CharacterReader, _ name: String
  ) throws(Mistake) -> (text: String, isQuoted: Bool) {
    reader.skipBlanks()
    var text: String
    let quote = reader.peek()
    let isQuoted = quote == "'" || quote == "\""
    if isQuoted, let quote {
      let start = reader.index
      reader.index += 1
      while let next = reader.peek(), next != quote {
        reader.index += next == "\\" && quote == "\"" ? 2 : 1
      }
      guard reader.skip(quote) else { throw Mistake(ChangeWording.notClosed(name)) }
      text = reader.text(from: start)
      if quote == "'" {
        text = String(text.dropFirst().dropLast())
      } else {
        guard let decoded = (try? JSONDocument(parsing: text))?.value.text else {
          throw Mistake(ChangeWording.badQuotes)
        }
        text = decoded
      }
      reader.skipBlanks()
    } else {
      let start = reader.index
      reader.skip { $0 != "]" }
      text = reader.text(from: start).trimmed
    }
    guard reader.skip("]") else { throw Mistake(ChangeWording.notClosed(name)) }
    return (text, isQuoted)
  }

  // MARK: Fields

  /// The property that a name begins with.
  ///
  /// - Parameter isRow: whether a row is named behind it, so that a property of rows means its list.
  private func top(
    _ segment: String, isRow: Bool, _ name: String
  ) throws(Mistake) -> (ChangePlace, Field) {
    let places = ChangeNames.places(segment)
    let tops = places.filter { $0.keys.count == 1 }
    if tops.count == 1 { return (ChangePlace(tops[0].keys[0]), tops[0].field) }
    if places.isEmpty {
      throw Mistake(
        ChangeWording.noName(segment.isEmpty ? name : segment, near: ChangeNames.near(segment)))
    }
    if isRow, let key = places[0].keys.first, places.allSatisfy({ $0.keys == places[0].keys }),
      let list = CalendarSchema.field(key)
    {
      return (ChangePlace(key), list)
    }
    // Where no list stands on the way there is but one of it.
    let single = places.filter { place in
      place.keys.indices.dropLast().allSatisfy { depth in
        if case .object? = FieldPlace.at(place.keys.prefix(depth + 1).joined(separator: "."))?
          .field.type
        {
          true
        } else {
          false
        }
      }
    }
    guard places.count == 1, single.count == 1 else {
      let examples = places.prefix(3).map { place in
        place.keys.enumerated().map { depth, key in
          depth < place.keys.count - 1 ? "\(key)[1]" : key
        }.joined(separator: ".")
      }
      throw Mistake(ChangeWording.ofRows(segment, examples))
    }
    var place = ChangePlace(single[0].keys[0])
    for key in single[0].keys.dropFirst() { place = place.appending(.key(key)) }
    return (place, single[0].field)
  }

  /// A property of an object or of a row.
  private func member(
    _ segment: String, _ type: ObjectType, _ place: ChangePlace
  ) throws(Mistake) -> Field {
    if let field = ChangeNames.member(segment, of: type, in: place) { return field }
    let letters = FoldedText(segment).letters
    if type.answerOnlyKeys.contains(where: { FoldedText($0).letters == letters }) {
      throw Mistake(ChangeWording.answerOnly(segment))
    }
    throw Mistake(
      ChangeWording.noMember(segment, of: type, near: ChangeNames.near(segment, of: type)))
  }

  // MARK: Rows

  private func row(
    _ text: String, _ isQuoted: Bool, _ type: ObjectType, _ place: ChangePlace
  ) throws(Mistake) -> ChangePlace {
    if !isQuoted, !text.isEmpty, text.allSatisfy(CharacterReader.isDigit) {
      guard let number = Int(text), number > 0, number < 1_000_000 else {
        throw Mistake(ChangeWording.fromOne)
      }
      return place.appending(.row(.number(number)))
    }
    if type == .openHours { return place.appending(.days(try weekdays(text))) }
    if type == .availability, let dates = try? dates(text) {
      return place.appending(.dates(dates))
    }
    if text.isEmpty || type.rows == .ranges { throw Mistake(ChangeWording.fromOne) }
    return place.appending(.row(.text(text)))
  }

  /// The weekdays or dates that stand behind the name of a list, with what dots there are in them.
  private func days(
    _ reader: inout CharacterReader, _ type: ObjectType, _ place: ChangePlace
  ) throws(Mistake) -> ChangePlace {
    let start = reader.index
    let rest = reader.text(start..<reader.characters.count)
    var ahead = reader
    let segment = Self.segment(&ahead)
    if let field = ChangeNames.member(segment, of: type, in: place) {
      throw Mistake(ChangeWording.hasParts(place.words, "\(place.text)[1].\(field.key)"))
    }
    if type == .openHours {
      reader = ahead
      return place.appending(.days(try weekdays(segment)))
    }
    let dateError: Mistake
    do throws(Mistake) {
      let all = try dates(rest)
      reader.index = reader.characters.count
      return place.appending(.dates(all))
    } catch {
      dateError = error
    }
    // A property of the entry stands behind the last dot.
    guard let dot = rest.lastIndex(of: "."),
      ChangeNames.member(String(rest[rest.index(after: dot)...]), of: type, in: place) != nil
    else { throw dateError }
    let named = rest[..<dot]
    reader.index = start + named.count
    return place.appending(.dates(try dates(String(named))))
  }

  private func weekdays(_ text: String) throws(Mistake) -> [Int] {
    guard let days = QueryValues.weekdays(text), !days.isEmpty else {
      throw Mistake(ChangeWording.noDay(text))
    }
    return days.sorted()
  }

  private func dates(_ text: String) throws(Mistake) -> [CalendarDate] {
    do throws(HoursError) {
      return try QueryValues.dates(text, today: today)
    } catch {
      throw Mistake(error.message, column: error.place.lowerBound + 1)
    }
  }
}
