import CalendarModel
import JSON
import Testing

/// How many slots "look busy" hides, and how that is said.
@Suite("Look busy")
struct LookBusyEffectTests {
  @Test(arguments: [
    (40, 18, 7), (0, 18, 0), (100, 18, 18), (150, 18, 18), (-5, 18, 0), (50, 1, 1), (49, 1, 0),
    (50, 3, 2), (33.3, 3, 1), (70, 5, 4), (10, 0, 0), (29, 50, 15),
  ])
  func hiddenSlots(_ percentage: Double, _ count: Int, _ hidden: Int) {
    let effect = LookBusyEffect(isOn: true, percentage: percentage)
    #expect(effect.hidden(of: count) == hidden)
    #expect(LookBusyEffect(isOn: false, percentage: percentage).hidden(of: count) == 0)
  }

  @Test func moreHidesNotFewer() {
    for count in 0...60 {
      var last = 0
      for percentage in stride(from: 0.0, through: 100, by: 0.5) {
        let hidden = LookBusyEffect(isOn: true, percentage: percentage).hidden(of: count)
        #expect(hidden >= last && hidden <= count)
        last = hidden
      }
      #expect(last == count)
    }
  }

  @Test func lookBusyInWords() {
    func effect(_ text: String) -> LookBusyEffect { LookBusyEffect(config: Calendars.parse(text)) }
    let on = effect(#"{"enabled": true, "LookBusyPercentage": 40}"#)
    #expect(on.text(of: 18) == "7 of 18 slots hidden")
    #expect(on.text(of: 1) == "0 of 1 slot hidden")
    #expect(on.percentageText == "40 %")
    #expect(
      effect(#"{"enabled": false, "LookBusyPercentage": 40}"#).text(of: 18)
        == "off, all 18 slots shown")
    #expect(effect(#"{"enabled": true}"#).text(of: 18) == "on, but no percentage is set")
    #expect(effect(#"{"enabled": true, "LookBusyPercentage": "12.5"}"#).percentageText == "12.5 %")
    let odd = effect(#"{"enabled": true, "LookBusyPercentage": "many"}"#)
    #expect(odd.text(of: 18) == "on, but the percentage is \"many\" (not a number)")
    #expect(odd.hidden(of: 18) == 0)
    #expect(effect(#"{"enabled": "maybe"}"#).oddSwitch == #""maybe" (neither yes nor no)"#)
    #expect(!LookBusyEffect(config: nil).isOn)
    #expect(!effect("3").isOn)
    #expect(effect("3").oddSwitch == "3 (not understood)")
  }

  /// A number that came as a text is that number, for everybody who asks.
  @Test func textsAreRead() {
    func effect(_ enabled: JSONValue, _ share: JSONValue?) -> LookBusyEffect {
      var config = JSONObject([.init(key: "enabled", value: enabled)])
      config["LookBusyPercentage"] = share
      return LookBusyEffect(config: .object(config))
    }
    for share in 0...100 {
      #expect(effect(true, .text("\(share)")) == effect(true, .integer(share)))
      #expect(effect("true", .integer(share)) == effect(true, .integer(share)))
      #expect(effect(true, .text("\(share)")).hidden(of: 100) == share)
      #expect(effect("false", .integer(share)).hidden(of: 100) == 0)
    }
    for blank in [nil, .null, "", " "] as [JSONValue?] {
      #expect(effect(true, blank).share == .notSet)
      #expect(effect(true, blank).hidden(of: 100) == 0)
    }
  }
}
