import CalendarAPI
import Testing

@testable import caledit

/// The one table of exit statuses.
@Suite struct ExitStatusTests {
  typealias Status = caledit.ExitStatus

  @Test func numbers() {
    #expect(Status.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 64, 65, 69, 74, 77])
    #expect(Set(Status.allCases.map(\.meaning)).count == Status.allCases.count)
  }

  @Test(
    arguments: [
      (.unauthorized, .token), (.forbidden, .token), (.missingScope, .token),
      (.otherAccount, .token),
      (.agencyToken, .token), (.transport(.timedOut(seconds: 1)), .unreachable),
      (.server(status: 502), .unreachable),
      (.rateLimited(retryAfterSeconds: 3), .unreachable),
      (.redirected(location: nil), .unreachable),
      (.badRequest, .refused), (.invalid, .refused), (.versionRefused, .refused),
      (.noSuchRoute, .refused), (.unexpected(status: 418), .refused),
      (.foreignCalendar(its: "a", own: "b"), .refused), (.notFound, .failure),
      (.otherCalendar(asked: "a", got: "b"), .failure), (.unreadable(why: "x"), .failure),
      (.unusableID(".."), .usage),
    ] as [(ServiceError.Kind, Status)])
  func ofCalls(kind: ServiceError.Kind, status: Status) {
    #expect(Status(kind) == status)
  }

  @Test func ofSome() {
    let troubles = Troubles()
    #expect(troubles.status(done: 0) == .done && troubles.status(done: 3) == .done)
    troubles.note(Failure("a", status: .token))
    troubles.note(Failure("b", status: .unreachable))
    #expect(troubles.status(done: 0) == .token && troubles.status(done: 1) == .partly)
    #expect(troubles.problems.map(\.status) == [77, 69])
  }
}
