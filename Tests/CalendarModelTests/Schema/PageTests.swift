import CalendarModel
import Testing

@Suite(
  "The table of properties against the vendor's page",
  .enabled(if: VendorPage.shared != nil, "../shared/update-calendar.txt is missing"))
struct PageTests {
  /// Both ways at once: one more or one less on either side shifts the lists.
  @Test func sameProperties() throws {
    let page = try #require(VendorPage.shared).request
    let table = Property.all.filter(\.isOnPage)
    #expect(page.count == 75)
    #expect(table.map(\.name) == page.map(\.name))
  }

  @Test func sameTypesLimitsAndDefaults() throws {
    let page = try #require(VendorPage.shared).request
    for (row, printed) in zip(Property.all.filter(\.isOnPage), page) {
      #expect(row.name == printed.name)
      #expect(row.type == printed.type, "\(row.path)")
      #expect(row.isRequired == printed.isRequired, "\(row.path)")
      #expect(row.isDeprecated == printed.isDeprecated, "\(row.path)")
      #expect(row.choices.joined() == printed.choices, "\(row.path)")
      #expect(row.defaultValue == printed.defaultValue, "\(row.path)")
      #expect(row.max == printed.max, "\(row.path)")
    }
  }

  @Test func sameExamples() throws {
    let page = try #require(VendorPage.shared).request
    for (row, printed) in zip(Property.all.filter(\.isOnPage), page) {
      guard let example = printed.example else { continue }
      let field = CalendarSchema.flat.first { $0.keys == row.keys }?.field
      #expect(field?.example == example, "\(row.path)")
    }
  }

  @Test func defaultsOfTheAnswer() throws {
    let answer = try #require(VendorPage.shared).answer
    for row in Property.all where row.keys.count == 1 {
      let printed = answer.first { $0.name == row.name }?.defaultValue
      if row.defaultValue == nil { #expect(row.answerDefault == printed, "\(row.path)") }
    }
  }

  @Test func onlyInTheAnswerIsReadOnly() throws {
    let page = try #require(VendorPage.shared)
    let answerOnly = Set(page.answer.map(\.name)).subtracting(page.request.map(\.name))
    // `availabilities[].id` has the same name; the calendar's own id is in the answer alone.
    #expect(
      answerOnly.union(["id"]) == Set(CalendarSchema.all.filter(\.isReadOnly).map(\.key)))
    #expect(page.answer.contains { $0.name == "id" && $0.isRequired })
  }
}
