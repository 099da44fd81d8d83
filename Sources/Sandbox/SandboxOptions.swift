#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a sandbox behaves.
///
/// The live service does not behave the same for every account; each option is one of the ways that
/// integrators report. The defaults are what most of them see.
package struct SandboxOptions: Sendable {
  // MARK: Paths, versions and tokens

  package var routes: Routes
  package var missingRouteAnswer: MissingRouteAnswer
  package var versions = Versions.both
  /// The only token that opens the standard sub-account; nil means every token that is not empty.
  package var acceptedToken: String?
  package var otherCalendar = OtherCalendar.forbidden
  /// The longest body that is taken, in bytes; a longer one is answered 413.
  package var maxBodySize: Int

  // MARK: What an update does

  package var put = PutReading.merge
  package var answer = PutAnswer.full
  package var hours = GovernedHours.calendar
  package var redirectSpelling = RedirectSpelling.page
  package var undocumented = NestedKeys.refuse

  // MARK: Around the calendar

  package var lookups: LookupAnswer
  /// How the sub-account itself is answered, where `lookups` allows it.
  package var location = LookupAnswer.allowed
  /// The time zone of the standard sub-account; see ``SandboxAccount/timezone``.
  package var timezone: String? = "Europe/Berlin"
  /// How the search for schedules is answered, where `lookups` allows it.
  package var schedules = ScheduleSearch.filtered
  /// Forms besides those that the standard sub-account has, for paging.
  package var extraForms: Int

  // MARK: Errors and time

  package var unknownCalendar = UnknownCalendar.badRequest
  package var errors = ErrorShape.plain
  /// The instant that dates are counted from, in seconds since 1970; nil is the clock's.
  package var now: Int?
  /// The limit of every sub-account; nil refuses nothing, and answers have the headers all the same.
  package var rateLimit: RateLimit?
  /// Is told of each request as it comes, and whether it is refused because there are too many.
  package var onRequest: (@Sendable (SandboxRequest, _ isRefused: Bool) -> Void)?

  package init(
    routes: Routes = .both, missingRouteAnswer: MissingRouteAnswer = .notFound,
    lookups: LookupAnswer = .allowed, acceptedToken: String? = nil,
    maxBodySize: Int = 2 * 1024 * 1024, extraForms: Int = 0, now: Int? = nil
  ) {
    self.routes = routes
    self.missingRouteAnswer = missingRouteAnswer
    self.lookups = lookups
    self.acceptedToken = acceptedToken
    self.maxBodySize = maxBodySize
    self.extraForms = extraForms
    self.now = now
  }

  /// The instant that dates are counted from, or that of the clock, in seconds since 1970.
  var instant: Int { now ?? Int(time(nil)) }
}
