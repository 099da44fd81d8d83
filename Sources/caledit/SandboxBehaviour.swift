import ArgumentParser
import Sandbox

/// The options that make a sandbox behave as some accounts do.
struct SandboxBehaviour: ParsableArguments {
  @Option(help: "What happens to properties that an update does not send: kept, or gone.")
  var put = SandboxOptions.PutReading.merge

  @Option(help: "What the answer to an update holds: the calendar, its id and name, what was sent.")
  var answer = SandboxOptions.PutAnswer.full

  @Option(
    help: ArgumentHelp(
      "What happens to hours that are sent while a schedule governs: they count, they are ignored, "
        + "or they are stored and the schedule is deleted."))
  var hours = SandboxOptions.GovernedHours.calendar

  @Option(
    help: ArgumentHelp(
      "How answers spell the URL of a redirect: formSubmitRedirectURL or formSubmitRedirectUrl."))
  var redirectSpelling = SandboxOptions.RedirectSpelling.page

  @Option(help: "What happens to keys in rows that the API page does not list.")
  var undocumented = SandboxOptions.NestedKeys.refuse

  @Option(help: "How the search for schedules is answered.")
  var schedules = SandboxOptions.ScheduleSearch.filtered

  @Option(help: "How the call for the sub-account is answered.")
  var location = SandboxOptions.LookupAnswer.allowed

  @Option(
    help: ArgumentHelp(
      "The time zone of the standard sub-account; none leaves it out.", valueName: "zone"))
  var timezone = "Europe/Berlin"

  @Option(help: "How lists, users, groups, forms, schedules and free slots are answered.")
  var lookups = SandboxOptions.LookupAnswer.allowed

  @Option(help: "The values of Version that calendar calls accept: both, 2021-04-15, or v3.")
  var versions = SandboxOptions.Versions.both

  @Option(help: "The status for a calendar that does not exist.")
  var unknownCalendar = SandboxOptions.UnknownCalendar.badRequest

  @Option(help: "The shape of refusals.")
  var errors = SandboxOptions.ErrorShape.plain

  @Option(
    help: ArgumentHelp(
      "Answer 429 to what a sub-account is asked beyond so many requests in 10 seconds; the "
        + "service allows 100. Without it there is no limit.", valueName: "requests"))
  var rateLimit: Int?

  @Option(
    help: "Which requests count: those of the last 10 seconds (sliding), or of intervals (fixed).")
  var rateWindow = SandboxOptions.RateLimit.Window.sliding

  func validate() throws {
    guard rateLimit ?? 1 > 0 else { throw ValidationError("--rate-limit must be 1 or more.") }
  }

  var options: SandboxOptions {
    var options = SandboxOptions(lookups: lookups)
    options.put = put
    options.answer = answer
    options.hours = hours
    options.redirectSpelling = redirectSpelling
    options.undocumented = undocumented
    options.schedules = schedules
    options.location = location
    options.timezone = timezone == "none" ? nil : timezone
    options.versions = versions
    options.unknownCalendar = unknownCalendar
    options.errors = errors
    options.rateLimit = rateLimit.map {
      SandboxOptions.RateLimit(requests: $0, window: rateWindow)
    }
    return options
  }
}

extension SandboxOptions.PutReading: ExpressibleByArgument {}
extension SandboxOptions.PutAnswer: ExpressibleByArgument {}
extension SandboxOptions.GovernedHours: ExpressibleByArgument {}
extension SandboxOptions.RedirectSpelling: ExpressibleByArgument {}
extension SandboxOptions.NestedKeys: ExpressibleByArgument {}
extension SandboxOptions.ScheduleSearch: ExpressibleByArgument {}
extension SandboxOptions.LookupAnswer: ExpressibleByArgument {}
extension SandboxOptions.Versions: ExpressibleByArgument {}
extension SandboxOptions.UnknownCalendar: ExpressibleByArgument {}
extension SandboxOptions.RateLimit.Window: ExpressibleByArgument {}
extension SandboxOptions.ErrorShape: ExpressibleByArgument {}
