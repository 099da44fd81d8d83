import CalendarModel
import JSON

/// What a run does where something is to be decided; the same for all its calendars.
package struct BatchPolicy: Sendable, Hashable {
  /// Whose value stays where others changed, since the plan, what the plan changes.
  package enum Conflicts: String, Sendable, Hashable, CaseIterable {
    /// The calendar stays as it is.
    case stop
    /// The planned value.
    case mine
    /// The value that others saved.
    case theirs
  }

  package var conflicts: Conflicts
  /// Whether values that break the rules are sent all the same.
  package var force: Bool
  /// Whether hours are sent though a schedule governs them.
  package var hoursAnyway: Bool
  /// Whether a calendar is loaded after each save, also where the answer showed it whole.
  package var verifies: Bool
  /// Whether nothing is ever sent.
  package var isReadOnly: Bool

  package init(
    conflicts: Conflicts = .stop, force: Bool = false, hoursAnyway: Bool = false,
    verifies: Bool = false, isReadOnly: Bool = false
  ) {
    (self.conflicts, self.force, self.hoursAnyway) = (conflicts, force, hoursAnyway)
    (self.verifies, self.isReadOnly) = (verifies, isReadOnly)
  }

  // MARK: Coding

  private enum Key: String, NamedKey { case conflicts, force, hoursAnyway, verify, readOnly }

  package var json: JSONValue {
    Key.object([
      .conflicts: .text(conflicts.rawValue), .force: .bool(force),
      .hoursAnyway: .bool(hoursAnyway), .verify: .bool(verifies), .readOnly: .bool(isReadOnly),
    ])
  }

  /// Reads a policy; nil where a part is missing, so that nothing is sent that nobody agreed to.
  package init?(_ json: JSONValue) {
    guard
      let conflicts = json[member: Key.conflicts]?.text.flatMap(Conflicts.init(rawValue:)),
      let force = json[member: Key.force]?.bool,
      let hoursAnyway = json[member: Key.hoursAnyway]?.bool,
      let verifies = json[member: Key.verify]?.bool,
      let isReadOnly = json[member: Key.readOnly]?.bool
    else { return nil }
    self.init(
      conflicts: conflicts, force: force, hoursAnyway: hoursAnyway, verifies: verifies,
      isReadOnly: isReadOnly)
  }
}

/// How the updates of one account are sent.
package struct BatchAccount: Sendable, Hashable {
  /// What becomes of nested keys that no document lists, inside what is sent.
  package enum Undocumented: String, Sendable, Hashable, CaseIterable {
    /// They are left out; the service may lose them.
    case leaveOut
    /// They are sent; a service that refuses them refuses the update.
    case send
    /// They are sent, and left out once the service refuses them.
    case sendOrLeaveOut
  }

  /// What becomes of what an update does not name, as far as it is known.
  package enum Unnamed: String, Sendable, Hashable, CaseIterable {
    /// Nobody has seen it being lost.
    case unknown
    /// An update lost it, so that none is sent that names less than the whole calendar.
    case lost
    /// Whether it was lost or not, somebody wants such updates to be sent.
    case risked
  }

  /// The id of the sub-account; nil where it is not known.
  package var locationID: String?
  package var scope: UpdateScope
  package var undocumented: Undocumented
  package var unnamed: Unnamed

  package init(
    locationID: String? = nil, scope: UpdateScope = .changed,
    undocumented: Undocumented = .sendOrLeaveOut, unnamed: Unnamed = .unknown
  ) {
    (self.locationID, self.scope) = (locationID, scope)
    (self.undocumented, self.unnamed) = (undocumented, unnamed)
  }

  /// How the updates of an account are sent by what its user set and what was learnt of it.
  ///
  /// - Parameter risks: whether updates that name less than the whole calendar are sent also where one
  ///   lost what it did not name.
  package init(
    locationID: String?, setting: UpdateSetting, habits: AccountHabits, risks: Bool = false
  ) {
    let scope: UpdateScope =
      switch setting {
      case .auto: habits.sendsWhole == true ? .whole : .changed
      case .changed: .changed
      case .whole: .whole
      }
    let undocumented: Undocumented =
      switch habits.sendsUndocumented {
      case nil: .sendOrLeaveOut
      case true?: .send
      case false?: .leaveOut
      }
    self.init(
      locationID: locationID, scope: scope, undocumented: undocumented,
      unnamed: risks ? .risked : habits.losesUnnamed == true ? .lost : .unknown)
  }

  /// Whether nothing is sent, because it would lose what it does not name.
  package var holdsBack: Bool { scope == .changed && unnamed == .lost }

  // MARK: Coding

  private enum Key: String, NamedKey { case location, scope, undocumented, unnamed }

  package var json: JSONValue {
    var members: [JSONObject.Member] = []
    if let locationID {
      members.append(.init(key: Key.location.rawValue, value: .text(locationID)))
    }
    members.append(.init(key: Key.scope.rawValue, value: .text(scope.rawValue)))
    members.append(.init(key: Key.undocumented.rawValue, value: .text(undocumented.rawValue)))
    if unnamed != .unknown {
      members.append(.init(key: Key.unnamed.rawValue, value: .text(unnamed.rawValue)))
    }
    return .object(JSONObject(members))
  }

  /// Reads it; nil where a part is missing.
  package init?(_ json: JSONValue) {
    guard let scope = json[member: Key.scope]?.text.flatMap(UpdateScope.init(rawValue:)),
      let undocumented = json[member: Key.undocumented]?.text.flatMap(Undocumented.init(rawValue:))
    else { return nil }
    self.init(
      locationID: json[member: Key.location]?.text, scope: scope, undocumented: undocumented,
      unnamed: json[member: Key.unnamed]?.text.flatMap(Unnamed.init(rawValue:)) ?? .unknown)
  }
}
