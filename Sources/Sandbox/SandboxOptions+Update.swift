extension SandboxOptions {
  /// What becomes of the documented properties that an update does not name.
  package enum PutReading: String, Sendable, Hashable, CaseIterable {
    /// They are kept.
    case merge
    /// They are gone. What the API page does not document stays: the id, the type, the version.
    case replace
  }

  /// What the answer to an update holds.
  package enum PutAnswer: String, Sendable, Hashable, CaseIterable {
    /// The whole calendar as it is stored.
    case full
    /// `id`, `locationId` and `name` only.
    case short
    /// The id, and what was sent, as it was sent: also where something else is stored.
    case echo
  }

  /// How answers spell the URL of a redirect; an update must spell it `formSubmitRedirectURL`.
  package enum RedirectSpelling: String, Sendable, Hashable, CaseIterable {
    /// `formSubmitRedirectURL`, as the API page has it.
    case page
    /// `formSubmitRedirectUrl`.
    case service
  }

  /// What happens to keys in the rows of an update that the API page does not list and that rows of
  /// loaded calendars have: `selected`, `isZoomAdded`, `meetingId` and others.
  ///
  /// A row that is sent without them loses them either way.
  package enum NestedKeys: String, Sendable, Hashable, CaseIterable {
    /// The update is answered 422 with `property selected should not exist`.
    case refuse
    /// They are taken back.
    case accept
  }
}
