import Testing

@testable import CalendarModel

/// Ids as people paste them.
@Suite struct CalendarLinkTests {
  private static let id = "ocQHyuzHvysMo5N5VsXc"
  private static let location = "ve9EPM428h8vShlRW1KT"

  @Test(arguments: [
    id, " \(id)", "\(id)\n", "\t\(id) \u{A0}",
    "https://api.leadconnectorhq.com/widget/booking/\(id)",
    "https://api.leadconnectorhq.com/widget/bookings/\(id)?x=1#top",
    " <https://api.leadconnectorhq.com/widget/booking/\(id)> ",
    "link.example.com/widget/booking/\(id)/",
    "https://app.gohighlevel.com/v2/location/\(location)/settings/calendars/\(id)",
    "https://app.gohighlevel.com/v2/location/\(location)/calendars/view/\(id)?tab=2",
    "https://app.gohighlevel.com/v2/location/\(location)/calendars/settings?calendarId=\(id)&a=b",
    "https://services.leadconnectorhq.com/calendars/\(id)/free-slots",
    "https://services.leadconnectorhq.com/calendars/\(id)?locationId=\(location)",
  ])
  func holdsAnID(text: String) throws {
    #expect(try CalendarLink.id(in: text) == Self.id)
  }

  @Test(arguments: [
    "https://app.gohighlevel.com/v2/location/\(location)", "https://example.com",
    "https://app.gohighlevel.com/v2/location/\(location)/calendars",
    "https://app.gohighlevel.com/v2/calendars/location/\(location)", "/", "//", "a/b",
    "https://services.leadconnectorhq.com/calendars/?locationId=\(location)",
    "https://example.com/\(id)",
  ])
  func holdsNone(text: String) {
    #expect(throws: CalendarLink.Problem.noID) { try CalendarLink.id(in: text) }
  }

  @Test func aSlugIsNamed() {
    #expect(throws: CalendarLink.Problem.slug("intro-call")) {
      try CalendarLink.id(
        in: "https://api.leadconnectorhq.com/widget/bookings/intro-call?x=\(Self.id)")
    }
  }

  /// What is not a link is the caller's to judge.
  @Test(arguments: ["", "c1", "../", "drafts", "a b", "📅"].filter { !$0.contains("/") })
  func anythingElseIsLeft(text: String) throws {
    #expect(try CalendarLink.id(in: " \(text) ") == text)
  }
}
