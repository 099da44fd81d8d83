import Testing

@testable import CalendarModel

/// What `--only` and `--also` take, and what they say to everything else.
@Suite("Names of what is copied") struct CopyNameTests {
  @Test(
    arguments: [
      ("openHours", ["openHours"]),
      ("slot duration", ["slotDuration"]),
      ("duration", ["slotDuration"]), ("OPEN-HOURS", ["openHours"]),
    ] as [(String, Set<String>)])
  func chosen(_ word: String, _ keys: Set<String>) throws {
    var choices = CopyChoices([])
    try choices.choose(named: word)
    #expect(choices.keys == keys)
  }

  /// A word that names nothing, and what has to be among what is near.
  @Test(arguments: [
    ("hours", "openHours"), ("opnHours", "openHours"),
    ("dur", "slotDuration"), ("slot", "slots"), ("slotz", "slots"), ("locaton", "locations"),
    ("recuring", "recurring"), ("teem", "team"),
  ])
  func refusedWithWhatIsNear(_ word: String, _ near: String) throws {
    var choices = CopyChoices([])
    let mistake = #expect(throws: CalendarChanges.Mistake.self) {
      try choices.choose(named: word)
    }
    let message = try #require(mistake?.message)
    #expect(message.contains("Did you mean") && message.contains(near), "\(message)")
    #expect(choices.keys.isEmpty)
  }

  @Test(arguments: ["", " ", "🦆", "\u{0}", String(repeating: "x", count: 10_000)])
  func hostile(_ word: String) {
    var choices = CopyChoices([])
    let mistake = #expect(throws: CalendarChanges.Mistake.self) {
      try choices.choose(named: word)
    }
    #expect((mistake?.message ?? "").count < 300)
  }
}
