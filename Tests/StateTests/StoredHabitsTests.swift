import CalendarAPI
import CalendarWork
import Glibc
import Testing

@testable import State

@Suite struct StoredHabitsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func folder() throws -> StateFolder {
    try StateFolder(making: scratch.root + "/habits")
  }

  private let other = "https://other.example/v2"

  @Test func nothingIsKnownAtFirst() throws {
    #expect(try StoredHabits(in: folder()).habits(for: .live, location: "L") == AccountHabits())
  }

  @Test func theNextRunKnowsEachAccountByItself() throws {
    let folder = try folder()
    let base = try BaseURL(other)
    let first = StoredHabits(in: folder)
    first.remember(AccountHabits(sendsWhole: true), for: .live, location: "L")
    first.remember(AccountHabits(sendsUndocumented: false), for: .live, location: "M \"ä")
    first.remember(AccountHabits(sendsWhole: false), for: base, location: "L")
    let next = StoredHabits(in: folder)
    #expect(next.habits(for: .live, location: "L") == AccountHabits(sendsWhole: true))
    #expect(
      next.habits(for: .live, location: "M \"ä") == AccountHabits(sendsUndocumented: false))
    #expect(next.habits(for: base, location: "L") == AccountHabits(sendsWhole: false))
    #expect(next.habits(for: base, location: "M \"ä") == AccountHabits())
  }

  @Test func whatIsNotNamedStays() throws {
    let folder = try folder()
    // Both are open before either of them writes.
    let (one, two) = (StoredHabits(in: folder), StoredHabits(in: folder))
    _ = (one.habits(for: .live, location: "L"), two.habits(for: .live, location: "L"))
    one.remember(AccountHabits(sendsWhole: true), for: .live, location: "L")
    two.remember(AccountHabits(sendsUndocumented: true), for: .live, location: "L")
    two.remember(AccountHabits(sendsWhole: false), for: .live, location: "M")
    for habits in [one, two, StoredHabits(in: folder)] {
      #expect(
        habits.habits(for: .live, location: "L")
          == AccountHabits(sendsWhole: true, sendsUndocumented: true))
      #expect(habits.habits(for: .live, location: "M") == AccountHabits(sendsWhole: false))
    }
    one.remember(AccountHabits(sendsWhole: false), for: .live, location: "L")
    two.remember(AccountHabits(losesUnnamed: true), for: .live, location: "L")
    #expect(
      StoredHabits(in: folder).habits(for: .live, location: "L")
        == AccountHabits(sendsWhole: false, sendsUndocumented: true, losesUnnamed: true))
    two.remember(AccountHabits(losesUnnamed: false), for: .live, location: "L")
    #expect(StoredHabits(in: folder).habits(for: .live, location: "L").losesUnnamed == false)
  }

  @Test func manyAtOnceLoseNothing() async throws {
    let folder = try folder()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          StoredHabits(in: folder, mostTries: 20_000).remember(
            AccountHabits(sendsWhole: number % 2 == 0), for: .live, location: "L\(number)")
        }
      }
    }
    let known = StoredHabits(in: folder)
    for number in 0..<12 {
      #expect(
        known.habits(for: .live, location: "L\(number)")
          == AccountHabits(sendsWhole: number % 2 == 0))
    }
  }

  @Test func onlyItsUserCanReadTheFile() throws {
    let folder = try folder()
    StoredHabits(in: folder).remember(
      AccountHabits(sendsWhole: true), for: .live, location: "L")
    #expect(Scratch.mode(folder.path + "/habits.json") == 0o600)
    #expect(FolderListing.names(in: folder.path).filter { !$0.hasPrefix(".") } == ["habits.json"])
  }

  @Test(arguments: ["", "{", "[1]", "{\"https://a.example\": 1, \"x\": {}}"])
  func anUnreadableFileCountsAsEmpty(_ text: String) throws {
    let folder = try folder()
    try AtomicFile.write(text, to: folder.path + "/habits.json")
    let habits = StoredHabits(in: folder)
    #expect(habits.habits(for: .live, location: "L") == AccountHabits())
    habits.remember(AccountHabits(sendsWhole: true), for: .live, location: "L")
    #expect(
      StoredHabits(in: folder).habits(for: .live, location: "L")
        == AccountHabits(sendsWhole: true))
  }

  @Test func whatCannotBeWrittenIsKnownUntilTheEnd() throws {
    let folder = try folder()
    mkdir(folder.path + "/habits.json", 0o700)
    for habits in [StoredHabits(in: folder), StoredHabits(in: nil)] {
      habits.remember(AccountHabits(sendsUndocumented: true), for: .live, location: "L")
      #expect(
        habits.habits(for: .live, location: "L") == AccountHabits(sendsUndocumented: true))
    }
    #expect(StoredHabits(in: folder).habits(for: .live, location: "L") == AccountHabits())
  }
}
