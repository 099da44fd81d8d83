import CalendarModel

/// How a calendar is saved.
package struct SaveSettings: Sendable, Hashable {
  /// Where a calendar is kept.
  package enum Holder: Sendable, Hashable {
    /// The service takes an update of what is changed.
    case service
    /// A file is written whole.
    case file
  }

  package var holder: Holder
  /// Whether the calendar is loaded again first, to see whether somebody else changed it.
  package var checks: Bool
  /// What the body of the update names.
  package var scope: UpdateScope
  /// Whether nested keys that no document lists go out inside what is sent.
  package var sendsUndocumented: Bool
  /// Properties that must not be sent: hours that a schedule governs.
  package var keysKeptOut: Set<String>
  /// Properties whose change must not be sent, because a text in it cannot be read.
  package var keysAsLoaded: Set<String>

  package init(
    holder: Holder = .service, checks: Bool = true, scope: UpdateScope = .changed,
    sendsUndocumented: Bool = false, keysKeptOut: Set<String> = [],
    keysAsLoaded: Set<String> = []
  ) {
    self.holder = holder
    self.checks = checks
    self.scope = scope
    self.sendsUndocumented = sendsUndocumented
    self.keysKeptOut = keysKeptOut
    self.keysAsLoaded = keysAsLoaded
  }
}

extension UpdateBody {
  /// Makes the body that a save with these settings sends.
  package init(_ document: CalendarDocument, _ settings: SaveSettings) {
    self.init(
      document, scope: settings.scope, keepsUndocumented: settings.sendsUndocumented,
      without: settings.keysKeptOut, asLoaded: settings.keysAsLoaded)
  }
}
