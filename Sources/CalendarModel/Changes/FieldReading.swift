import JSON

/// Reads a value of a calendar by the name of its field.
package enum FieldReading {
  /// A value, as `get` shows it.
  package struct Value: Sendable, Hashable {
    /// Where it stands, in words: "Slot duration", "Team members › Ana › Priority".
    package let label: String
    /// The name of the place, as `set` takes it.
    package let name: String
    /// As it stands in the JSON; nil where it is absent.
    package let json: JSONValue?
    /// What it means, in a few words: "45 min", "unset", "2 team members".
    package let words: String
    /// The rows of a list one by one, in words: "Jonas Berg: priority High, primary yes"; empty for
    /// everything else, and where the words say all of them.
    package var rows: [String] = []
  }

  /// Whether a name means a field, a row, a weekday or a date, whether a calendar has it or not.
  package static func isName(_ name: String, today: CalendarDate) -> Bool {
    (try? ChangePlaceReader(today: today).place(name)) != nil
  }

  /// The value of a field, a row, a weekday or a date.
  ///
  /// - Throws: for a name that means nothing, and for a row that the calendar does not have.
  package static func value(
    named name: String, in document: CalendarDocument, today: CalendarDate
  ) throws(CalendarChanges.Mistake) -> Value {
    if let value = document.current[key: name], CalendarSchema.field(name) == nil {
      // What no document lists can be read all the same.
      return Value(label: name, name: name, json: value, words: Wording.value(value))
    }
    let place = try ChangePlaceReader(today: today).place(name)
    if let days = place.days { return value(of: days, place, document) }
    if let dates = place.datesOfHours, place.rowType != nil || dates.count > 1 {
      return value(of: dates, place, document)
    }
    let path = try RowFinder(document).path(of: place)
    let json = document[path]
    let words: String =
      if path.count == 1, let key = CalendarKey(rawValue: place.topKey), json != nil {
        self.words(key, document)
      } else if let type = place.rowType {
        RowSummary.text(of: json ?? .null, type, names: document.names, in: document.format)
      } else {
        Wording.value(json, of: place.field, names: document.names, in: document.format)
      }
    return Value(
      label: Wording.place(path, in: document.current, names: document.names), name: place.text,
      json: json, words: words, rows: rows(of: json, place, document))
  }

  /// The rows of a list in words, in their order.
  private static func rows(
    of json: JSONValue?, _ place: ChangePlace, _ document: CalendarDocument
  ) -> [String] {
    guard place.rowType == nil, case .list(let type)? = place.field?.type, type.rows != .ranges,
      let rows = json?.array
    else { return [] }
    // The days of the week are said together.
    if type == .openHours, document.weekHours.isEditable { return [] }
    let wording = MergeWording(names: document.names, format: document.format)
    return rows.map { row in
      var text = RowSummary.name(of: row, type, names: document.names, in: document.format)
      if type == .teamMember {
        let content = wording.content(of: row, type)
        if !content.isEmpty { text += ": " + content }
      }
      return text + (type.isDeleted(row) ? " (deleted)" : "")
    }
  }

  private static func words(_ key: CalendarKey, _ document: CalendarDocument) -> String {
    switch key {
    case .openHours where document.weekHours.isEditable && !document.weekHours.isEmpty:
      let week = document.weekHours
      return WeekHours.grouped(document.format.weekdays) { week[$0].ranges }.map { group in
        "\(Wording.weekdays(group.days, in: document.format)) "
          + HoursText.format(group.value, in: document.format)
      }
      .joined(separator: "; ")
    case .recurring: return RecurrenceSentence.rule(document.current[.recurring])
    default:
      if QuantityField(key.rawValue) != nil { return Wording.value(of: key, in: document.current) }
      return Wording.value(
        document.current[key], of: CalendarSchema.field(key), names: document.names,
        in: document.format)
    }
  }

  private static func value(
    of days: [Int], _ place: ChangePlace, _ document: CalendarDocument
  ) -> Value {
    let week = document.weekHours
    let format = document.format
    let groups = WeekHours.grouped(format.sorted(days)) { week[$0].ranges }
    let words = groups.map { group in
      let hours = HoursText.format(group.value, in: format)
      return groups.count == 1 ? hours : "\(Wording.weekdays(group.days, in: format)) \(hours)"
    }
    let json: JSONValue? =
      groups.count == 1
      ? .array(groups[0].value.map(\.json))
      : .array(
        days.map { day in
          WeekEntryKey.object([
            .daysOfTheWeek: [.integer(day)], .hours: .array(week[day].ranges.map(\.json)),
          ])
        })
    return Value(
      label: place.words, name: place.text, json: json, words: words.joined(separator: "; "))
  }

  private static func value(
    of dates: [CalendarDate], _ place: ChangePlace, _ document: CalendarDocument
  ) -> Value {
    let list = document[DateIndex.path]?.array ?? []
    let rows = dates.compactMap { date in
      document.dateHours.effectiveRow(on: date).map { list[$0] }
    }
    let words = dates.map { date in
      let hours =
        switch document.dateState(of: date) {
        case .none, .deleted: "unset"
        case .closed: "closed"
        case .open(let ranges): HoursText.format(ranges, in: document.format)
        }
      return dates.count == 1 ? hours : "\(date) \(hours)"
    }
    return Value(
      label: place.words, name: place.text,
      json: dates.count == 1 ? rows.first : .array(rows), words: words.joined(separator: "; "))
  }
}
