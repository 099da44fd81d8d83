/// The words of an answer with an error, for telling what its status leaves open.
///
/// The service words one refusal in several ways, so that case, punctuation and the words in
/// between do not count.
struct AnswerWords {
  private let words: [String]

  init(_ texts: [ErrorText]) { words = texts.flatMap { Self.words(of: $0.text) } }

  /// The words in small letters; `authClass` and `invalid_token` are two words each.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isAfterSmall = false
    for scalar in text.unicodeScalars where scalar != "'" && scalar != "’" {
      let isCapital = ("A"..."Z").contains(scalar)
      let isSmall = ("a"..."z").contains(scalar)
      let isPart = isCapital || isSmall || ("0"..."9").contains(scalar)
      if !isPart || isCapital && isAfterSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word += String(scalar).lowercased() }
      isAfterSmall = isSmall
    }
    return word.isEmpty ? words : words + [word]
  }

  private func has(_ any: String...) -> Bool { words.contains { any.contains($0) } }

  /// Whether the words stand one after the other.
  private func has(phrase: String...) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }

  // MARK: What they are about

  /// A token of the agency, which cannot read calendars; the service speaks of its class or its
  /// type.
  var isAboutAgencyToken: Bool {
    has("authclass") || has(phrase: "auth", "class") || has(phrase: "user", "type")
      || has("agency", "company") && has("token", "tokens", "level")
  }

  /// The header `Version`.
  var isAboutVersion: Bool {
    has("version", "versions")
      && has(
        "header", "api", "invalid", "wrong", "unsupported", "supported", "missing", "required",
        "must", "unknown", "accepted", "allowed", "deprecated", "retired", "sunset")
  }

  /// A path that the server does not know.
  var isAboutRoute: Bool {
    has("route", "routes", "endpoint") && has("no", "not", "unknown", "unsupported", "cannot")
  }

  /// A scope that the token lacks.
  var isAboutScope: Bool {
    has("scope", "scopes")
      || has("insufficient") && has("permission", "permissions", "privileges")
  }

  /// A sub-account that the token does not reach.
  var isAboutLocation: Bool {
    let isNamed =
      has("location", "locations", "locationid", "subaccount", "subaccounts")
      || has(phrase: "sub", "account")
    return isNamed && has("access", "belong", "belongs", "authorized", "permission", "permissions")
  }

  /// A token that is none, or is none any more.
  var isAboutToken: Bool {
    has("token", "tokens", "jwt", "bearer")
      && has("invalid", "expired", "malformed", "revoked", "missing", "required")
      && !has("json", "unexpected")
  }

  /// A calendar that does not exist, and not something else that an update names.
  var isAboutUnknownCalendar: Bool {
    let isMissing =
      has(phrase: "not", "found") || has(phrase: "not", "find") || has(phrase: "not", "exist")
      || has("unknown", "doesnt", "cannot", "couldnt") || has(phrase: "no", "calendar")
      || has(phrase: "no", "such") || has(phrase: "not", "be", "found")
    return has("calendar") && isMissing
      && !has(
        "group", "groups", "user", "users", "form", "forms", "contact", "team", "member", "members",
        "appointment", "slot", "slots", "schedule", "schedules", "resource", "service", "event")
  }
}
