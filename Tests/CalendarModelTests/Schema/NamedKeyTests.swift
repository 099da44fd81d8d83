import Foundation
import JSON
import Testing

@testable import CalendarModel

/// The keys of the calendar's JSON are spelt in the enumerations of the schema and nowhere else.
@Suite("Keys with names")
struct NamedKeyTests {
  static let keys = Set(
    CalendarKey.allCases.map(\.rawValue) + MemberKey.allCases.map(\.rawValue)
      + LocationKey.allCases.map(\.rawValue) + WeekEntryKey.allCases.map(\.rawValue)
      + DateEntryKey.allCases.map(\.rawValue) + HourKey.allCases.map(\.rawValue)
      + RecurringKey.allCases.map(\.rawValue) + LookBusyKey.allCases.map(\.rawValue)
      + NotificationKey.allCases.map(\.rawValue))

  /// Words that are no keys of a calendar where they stand, by the files in which they do.
  static let otherUses: [String: [String]] = [
    // Names of facts, nouns and key hints, and words that people type.
    "isPrimary": ["CalendarModel/Rules/Facts/MemberFacts.swift"],
    "location": [
      "CalendarModel/Schema/ObjectType+Table.swift", "CalendarModel/Document/CalendarLink.swift",
      "CalendarModel/Document/Lookalike.swift",
    ],
    "date": [
      "CalendarModel/Schema/ObjectType+Table.swift",
      "CalendarModel/Summary/SummaryFacts+Hours.swift",
      "CalendarModel/Typing/HoursWording.swift", "CalendarModel/Copying/CopyWording.swift",
      // A kind of rule of a schedule.
      "CalendarModel/Calendar/Schedule+Reading.swift",
    ],
    "deleted": [
      "CalendarModel/Compare/Merger+Rows.swift", "CalendarModel/Review/DateDifference.swift",
    ],
    "hours": ["CalendarModel/Typing/HoursScanner.swift"],
    "id": [
      "Editor/Lines/Field/FieldFacts.swift", "CalendarModel/Document/JSONValue+CalendarID.swift",
    ],
    "type": ["Editor/Dialogs/", "CalendarModel/Listing/Query/QueryNames.swift"],
    "enabled": ["CalendarModel/Listing/Query/QueryValues.swift"],
    // Keys of other answers of the service, by which a file is recognised.
    "userId": ["CalendarModel/Document/Lookalike.swift"],
    "name": ["CalendarModel/Document/Lookalike.swift"],
    // The raw values.
    "_id": [
      "CalendarModel/Schema/ObjectKeys.swift", "CalendarModel/Document/JSONValue+CalendarID.swift",
      "CalendarModel/Calendar/Schedule+Reading.swift",
    ],
    "LookBusyPercentage": ["CalendarModel/Schema/ObjectKeys.swift"],
  ]

  @Test func noOtherPlaceSpellsThem() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    var count = 0
    for module in ["CalendarModel", "Editor"] {
      let folder = sources.appending(path: module)
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".swift") {
        let file = "\(module)/\(name)"
        count += 1
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let spelt = Self.keys(in: text).filter { key in
          !(Self.otherUses[key] ?? []).contains { file.hasPrefix($0) }
        }
        #expect(spelt.isEmpty, "\(file)")
      }
    }
    #expect(count > 300)
  }

  /// The literals of a source that are a key, or a path made of keys.
  static func keys(in source: String) -> [String] {
    source.split(separator: "\n").flatMap { line -> [String] in
      guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { return [] }
      return line.matches(of: /"([A-Za-z_.\[\]0-9]+)"/).map { String($0.output.1) }.filter { text in
        let names = JSONPath(text).keys
        return !names.isEmpty && names.allSatisfy(Self.keys.contains)
      }
    }
  }

  @Test func theSearchFindsThem() {
    #expect(Self.keys(in: #"let a = row["userId"]"#) == ["userId"])
    #expect(Self.keys(in: #"at: "lookBusyConfig.enabled""#) == ["lookBusyConfig.enabled"])
    #expect(Self.keys(in: #"x("openHours[1].hours", "date")"#) == ["openHours[1].hours", "date"])
    #expect(Self.keys(in: #"/// "date""#).isEmpty)
    #expect(Self.keys(in: #""a date", "userid", "x.date", "", "1""#).isEmpty)
  }

  /// The enumerations have what the schema has, and what only answers have.
  @Test func theyAreThoseOfTheSchema() {
    #expect(Set(CalendarKey.allCases.map(\.rawValue)) == Set(CalendarSchema.all.map(\.key)))
    func check<Key: NamedKey>(_: Key.Type, _ type: ObjectType) {
      let fields = type.fields.map(\.key) + type.answerOnlyKeys
      #expect(Set(Key.allCases.map(\.rawValue)) == Set(fields), "\(type.noun)")
      #expect(type.fields.allSatisfy { Key(rawValue: $0.key) != nil })
    }
    check(MemberKey.self, .teamMember)
    check(LocationKey.self, .location)
    check(WeekEntryKey.self, .openHours)
    check(DateEntryKey.self, .availability)
    check(HourKey.self, .hour)
    check(RecurringKey.self, .recurring)
    check(LookBusyKey.self, .lookBusy)
    check(NotificationKey.self, .notification)
  }

  /// The hours of the week and of dates are one property in two objects.
  @Test func hoursAreSpeltAlike() {
    #expect(DayHours.key.rawValue == DateEntryKey.hours.rawValue)
  }
}
