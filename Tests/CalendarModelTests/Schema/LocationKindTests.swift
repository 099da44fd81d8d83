import CalendarModel
import JSON
import Testing

/// Kinds of meeting locations, and what their place is.
@Suite("Location kinds")
struct LocationKindTests {
  @Test func kindsAreThoseOfTheSchema() throws {
    let field = try #require(CalendarSchema.field(at: "locationConfigurations.kind"))
    guard case .choice(let choices) = field.type else { return }
    #expect(
      Set(LocationKind.allCases.map { JSONValue.text($0.rawValue) }) == Set(choices.map(\.value)))
    for kind in LocationKind.allCases { #expect(kind.label != kind.rawValue) }
  }

  @Test func labelsByKind() {
    let labels = LocationKind.allCases.map { $0.place.label }
    #expect(labels == ["Text", nil, nil, "Phone number", "Phone number", "Address", "Text", nil])
    #expect(MeetingPlace(kind: "custom", location: "Room 4") == .text)
    #expect(MeetingPlace(kind: "custom", location: " HTTPS://x") == .link)
    #expect(MeetingPlace(kind: "zoom", location: nil) == .link)
    #expect(MeetingPlace(kind: "other", location: "www.example.com") == .link)
    #expect(MeetingPlace(kind: nil, location: nil) == .text)
    #expect(MeetingPlace(kind: "physical", location: "https://x") == .address)
  }

  /// A kind is unsupported exactly where the rules complain of it.
  @Test func supportAgreesWithTheRules() {
    for type in CalendarType.allCases {
      for kind in LocationKind.allCases {
        let document = Calendars.document(
          Calendars.full([
            "calendarType": .text(type.rawValue),
            "locationConfigurations": [["kind": .text(kind.rawValue)]],
          ]))
        let isRefused = !document.problems("location.conferenceInEvent").isEmpty
        #expect((kind.reasonUnsupported(in: type) != nil) == isRefused, "\(type) \(kind)")
        let withPlace = Calendars.document(
          Calendars.full([
            "locationConfigurations": [["kind": .text(kind.rawValue), "location": "x"]]
          ]))
        #expect(
          (kind.place == .notApplicable)
            == !withPlace.problems("location.notApplicable").isEmpty)
      }
    }
    #expect(LocationKind.zoomConference.reasonUnsupported(in: nil) == nil)
    #expect(LocationKind.reasonUnknown(for: nil) != nil)
    #expect(LocationKind.reasonUnknown(for: .event) == nil)
  }

  @Test func warningsAboutPlaces() {
    #expect(MeetingPlace.phoneNumber.warning(for: "+1 445 555 0132") == nil)
    #expect(MeetingPlace.phoneNumber.warning(for: "call me") != nil)
    #expect(MeetingPlace.link.warning(for: "https://example.com/a") == nil)
    #expect(MeetingPlace.link.warning(for: "www.example.com") != nil)
    #expect(MeetingPlace.address.warning(for: "anything") == nil)
    #expect(MeetingPlace.notApplicable.warning(for: "x") != nil)
    for place in MeetingPlace.allCases { #expect(place.warning(for: "  ") == nil) }
  }
}
