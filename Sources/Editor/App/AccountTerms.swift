import CalendarModel
import CalendarWork

/// How the calendars of a sub-account are loaded and saved, as its profile or the arguments say.
package struct AccountTerms: Sendable, Hashable {
  /// Whether nothing may be sent.
  package let isReadOnly: Bool
  /// Whether a calendar is loaded again before each save.
  package let checksBeforeSaving: Bool
  /// What updates name.
  package let updates: UpdateSetting
  /// The version of the calls that the service gets.
  package let version: APIVersion
  /// Whether the token can be read again from where it came.
  var tokenOrigin: TokenOrigin

  package init(
    isReadOnly: Bool = false, checksBeforeSaving: Bool = true, updates: UpdateSetting = .auto,
    version: APIVersion = .dated, tokenOrigin: TokenOrigin = .readable
  ) {
    self.isReadOnly = isReadOnly
    self.checksBeforeSaving = checksBeforeSaving
    self.updates = updates
    self.version = version
    self.tokenOrigin = tokenOrigin
  }
}
