import CalendarAPI
import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import State

/// Runs of several calendars that are killed at any request, and gone on with by their journals.
@Suite struct KilledRunTests {
  /// A service of several calendars that stores what it is sent.
  private struct World {
    var held: [String: JSONValue] = [:]
    var puts: [String: Int] = [:]
    /// How many requests may be made until the program is killed; nil for all.
    var budget: Int?
    /// Whether the request that kills the program is carried out.
    var carriesOutLast = false

    /// - Returns: whether the program lives on.
    mutating func spend() -> Bool {
      guard let left = budget else { return true }
      budget = left - 1
      return left > 0
    }

    mutating func put(_ body: JSONValue, to id: String) {
      var object = held[id]?.object ?? JSONObject()
      for member in body.object?.members ?? [] { object[member.key] = member.value }
      held[id] = .object(object)
      puts[id, default: 0] += 1
    }
  }

  private static let today = CalendarDate(daysSinceEpoch: 20_786)
  private static let ids = ["c0", "c1", "c2", "c3"]

  private static let context = BatchContext(
    work: .copy(
      from: ["id": "s", "notes": "new", "alertEmail": "a@b.example"],
      CopyChoices(["notes"])), today: today)

  private static func calendar(_ id: String) -> JSONValue {
    ["id": .text(id), "name": .text("Calendar \(id)"), "notes": id == "c2" ? "new" : "old"]
  }

  /// Does what is left of a run.
  ///
  /// - Returns: whether it lived to the end.
  private func work(_ journal: RunJournal, _ world: inout World, at now: DraftTime) throws -> Bool {
    for left in journal.left() {
      let plan = try journal.planned(at: left.index)
      var run = CalendarRun(
        plan, in: Self.context, resuming: try journal.sent(of: left.index),
        sentSecondsAgo: left.sentAt.map { now.seconds - $0.seconds } ?? 0)
      var step = run.begin()
      while case .request(let request) = step {
        let id = plan.target.calendarID
        switch request {
        case .put(let body):
          let sending = try #require(run.sending)
          try journal.sending(sending.update, of: left.index, at: now)
          guard world.spend() else {
            if world.carriesOutLast { world.put(body, to: id) }
            return false
          }
          world.put(body, to: id)
          // It may die before the answer is there.
          guard world.spend() else { return false }
          step = run.saved(
            .success(SavedCalendar(calendar: world.held[id], route: .documented, status: 200)))
        case .check, .look:
          guard world.spend() else { return false }
          step = run.loaded(.success(LoadedCalendar(calendar: world.held[id] ?? .null)))
        default: step = run.again()
        }
      }
      guard case .ended(let outcome) = step, world.spend() else { return false }
      try journal.ended(outcome, of: left.index, at: now)
    }
    return true
  }

  @Test(arguments: 0..<18, [false, true])
  func everyCalendarIsPutOnce(_ budget: Int, _ carriesOutLast: Bool) throws {
    let scratch = try Scratch()
    let store = RunStore(in: try StateFolder(making: scratch.root + "/state"))
    var world = World()
    for id in Self.ids { world.held[id] = Self.calendar(id) }
    (world.budget, world.carriesOutLast) = (budget, carriesOutLast)
    let begun = DraftTime(seconds: 1_795_381_440)
    let header = RunHeader(
      work: Self.context.work, policy: BatchPolicy(), today: Self.today,
      accounts: [.init(name: "work", base: .live, sending: BatchAccount())], who: "ana",
      begun: begun, program: "1.0")
    let journal = try store.begin(header, without: [])
    for id in Self.ids {
      try journal.add(
        PlannedCalendar(
          BatchTarget(account: "work", calendarID: id, title: id), Self.calendar(id),
          isComplete: true, schedules: .notAsked, in: Self.context))
    }
    let isWhole = try work(journal, &world, at: begun)
    journal.release()
    world.budget = nil
    let next = try store.open(journal.id, without: [])
    #expect(isWhole == next.left().isEmpty)
    #expect(try work(next, &world, at: DraftTime(seconds: begun.seconds + 60)))
    #expect(next.left().isEmpty)
    for id in Self.ids {
      #expect(world.puts[id] == (id == "c2" ? nil : 1), "\(id)")
      #expect(world.held[id]?[key: "notes"] == "new")
    }
    let codes = try Self.ids.indices.compactMap { try next.outcome(of: $0)?.code }
    #expect(codes.count == 4 && codes[2] == .unchanged)
    #expect(codes.allSatisfy { [.saved, .found, .unchanged].contains($0) })
  }
}
