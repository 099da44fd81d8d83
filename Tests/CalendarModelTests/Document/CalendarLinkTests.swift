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

  /// Each kind of link that holds an id, in each way that people paste links.
  private static let links = [
    "services.leadconnectorhq.com/calendars/ID", "services.leadconnectorhq.com/calendars/ID/",
    "services.leadconnectorhq.com/calendars/ID/free-slots",
    "services.leadconnectorhq.com/calendars/ID/notifications",
    "api.leadconnectorhq.com/widget/booking/ID", "api.leadconnectorhq.com/widget/bookings/ID",
    "book.example.com/widget/booking/ID/",
    "app.gohighlevel.com/v2/location/LOC/calendars/ID",
    "app.gohighlevel.com/v2/location/LOC/calendars/view/ID",
    "app.gohighlevel.com/v2/location/LOC/settings/calendars/ID/availability",
    "app.gohighlevel.com/v2/location/LOC/calendar/ID",
    "crm.agency.example/location/LOC/calendars/ID",
    "APP.GoHighLevel.com/V2/Location/LOC/Calendars/ID", "localhost:8080/calendars/ID/free-slots",
    "127.0.0.1:8080/api/calendars/ID",
  ]
  private static let schemes = ["", "https://", "http://", "HTTPS://"]
  private static let ends = [
    "", "?a=b", "#top", "?locationId=LOC&x=LOC", "?x#y?z", "#/LOC?a=b", "/?a=b", "?",
  ]
  private static let surroundings: [(String, String)] = [
    ("", ""), ("  ", " "), ("\t", "\n"), ("\u{A0}", "\u{FEFF}"), ("\u{200B}", "\u{200B}"),
    ("<", ">"), (" “", "” "), ("(", ")"), ("", "."), ("(", ")."), ("'", "',"), ("`", "`"),
    ("<iframe src=\"", "\" style=\"width:100%\" id=\"x\"></iframe>"),
    ("curl '", "' -H 'Version: 2021-04-15'"), ("[Book](", ")"),
  ]

  @Test(arguments: links) func everyWayToPasteALinkHoldsTheID(_ link: String) {
    for scheme in Self.schemes {
      for end in Self.ends {
        for (before, after) in Self.surroundings {
          // Without a scheme it is clear where a link begins only when nothing stands before it.
          if scheme.isEmpty, before.contains("=") || before.contains("(") || before.contains("curl")
          {
            continue
          }
          let text =
            before
            + (scheme + link + end).replacing("LOC", with: Self.location)
            .replacing("ID", with: Self.id) + after
          #expect((try? CalendarLink.id(in: text)) == Self.id, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    "https://app.gohighlevel.com/calendars?calendarId=\(id)", "?calendarId=\(id)",
    "/?calendar_id=\(id)",
    "https://app.gohighlevel.com/#/v2/location/\(location)/calendars/\(id)",
    "https://app.gohighlevel.com/#/calendars?calendarId=\(id)", "\(id)?x=1", "\(id)#top",
    "https://services.leadconnectorhq.com/calendars/65f0c1a2b3d4e5f601234567/free-slots",
  ])
  func theIDMayStandElsewhere(text: String) throws {
    let expected = text.contains("65f0") ? "65f0c1a2b3d4e5f601234567" : Self.id
    #expect(try CalendarLink.id(in: text) == expected)
  }

  /// The id of something else is not taken for that of a calendar.
  @Test(arguments: [
    ("services.leadconnectorhq.com/calendars/groups/\(id)", "a calendar group"),
    ("services.leadconnectorhq.com/calendars/events/appointments/\(id)", "an appointment"),
    ("services.leadconnectorhq.com/calendars/appointments/\(id)/notes", "an appointment"),
    ("services.leadconnectorhq.com/calendars/schedules/\(id)", "a schedule"),
    ("services.leadconnectorhq.com/calendars/resources/rooms/\(id)", "a room or a device"),
    ("api.leadconnectorhq.com/widget/group/\(id)", "a calendar group"),
    ("api.leadconnectorhq.com/widget/groups/our-team", "a calendar group"),
    ("api.leadconnectorhq.com/widget/form/\(id)", "a form"),
  ])
  func anotherThingIsNamed(_ link: String, _ thing: String) {
    for text in [link, "https://\(link)", " https://\(link)?locationId=\(Self.location)#x "] {
      #expect(throws: CalendarLink.Problem.other(thing), "\(text)") {
        try CalendarLink.id(in: text)
      }
    }
    #expect(CalendarLink.Problem.other(thing).message.contains("\(thing), not to a calendar"))
  }

  /// A slug has small letters only, however long it is.
  @Test(arguments: [
    "intro-call", "introcall2026withanna", "abcdefghijklmnopqrst", "30min", "a1b2c3d4e5f6a7b8c9d0",
  ])
  func aSlugIsNoID(_ slug: String) {
    for link in ["api.leadconnectorhq.com/widget/bookings/", "x.example/widget/appointment/team/"] {
      for text in [link + slug, "https://\(link)\(slug)/?x=1#y"] {
        #expect(throws: CalendarLink.Problem.slug(slug), "\(text)") {
          try CalendarLink.id(in: text)
        }
      }
    }
    #expect(CalendarLink.Problem.slug(slug).message.contains("by its slug \"\(slug)\""))
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
