import JSON

/// The body of the PUT: the documented top-level properties whose value differs from what was
/// loaded, and what the service refuses them without, or all of them (``UpdateScope``); API page,
/// "Body".
package struct UpdateBody: Sendable {
  /// The object to send.
  package let json: JSONValue
  /// Whether it names what was changed, or everything.
  package let scope: UpdateScope
  /// The nested members that are not sent: those of answers alone, and those that no document lists
  /// unless they are to be kept.
  package let leftOut: [JSONPath]
  /// What of ``leftOut`` could be sent: no document lists it, and it is not known to be refused.
  package let undocumented: [JSONPath]
  /// The nested members that no document lists and that are sent all the same.
  package let kept: [JSONPath]
  /// The properties that were loaded and are unset now: an update cannot take them away.
  package let cannotUnset: [String]
  /// The properties that are sent unchanged, because the service refuses another one without them.
  package let sentAlong: [String]
  /// The properties that are sent unchanged, because everything is (``UpdateScope/whole``).
  package let alsoSent: [String]
  /// The properties that are kept out of the body, though they would be in it.
  package let keptOut: [String]
  /// The properties in which only parts are changed that are not sent.
  package let heldBack: [String]
  /// What the service may refuse although nothing in the calendar is wrong, in sentences.
  package let doubts: [String]
  /// Which of the document's rows each row of a sent list is; lists that are sent row by row are not
  /// in it.
  private let rows: [String: [Int?]]

  /// Whether there is nothing to send that was changed.
  package var isEmpty: Bool { changedCount == 0 }

  /// The properties that are sent as they were loaded.
  package var unchangedKeys: Set<String> { Set(sentAlong + alsoSent) }

  /// How many of the properties that are sent were changed.
  package var changedCount: Int {
    (json.object?.count ?? 0) - sentAlong.count - alsoSent.count
  }

  /// Makes the body.
  ///
  /// - Parameters:
  ///   - scope: whether it names what was changed, or everything.
  ///   - keepsUndocumented: whether nested keys that no document lists go out as they are, inside
  ///     the properties that are sent. The service may refuse them (422), or lose them when they are
  ///     left out. At the top level they are never sent.
  ///   - keysKeptOut: properties that must not be in it, such as hours that a schedule governs.
  package init(
    _ document: CalendarDocument, scope: UpdateScope = .changed, keepsUndocumented: Bool = false,
    without keysKeptOut: Set<String> = []
  ) {
    var members: [JSONObject.Member] = []
    var taker = DocumentedParts(keepsUndocumented: keepsUndocumented)
    var cannotUnset: [String] = []
    var sentAlong: [String] = []
    var alsoSent: [String] = []
    var keptOut: [String] = []
    var heldBack: [String] = []
    var doubts: [String] = []
    var rows: [String: [Int?]] = [:]
    for field in CalendarSchema.all where !field.isReadOnly {
      let isModified = document.validation.modifiedKeys.contains(field.key)
      guard let value = document.current[key: field.key] else {
        if isModified { cannotUnset.append(field.key) }
        continue
      }
      let isNeeded = !isModified && document.needs(field, value)
      let isAlsoSent =
        !isModified && !isNeeded && scope == .whole
        && (!value.isNull || field.hasNullChoice)
      guard isModified || isNeeded || isAlsoSent else { continue }
      if keysKeptOut.contains(field.key) {
        keptOut.append(field.key)
        continue
      }
      var documented = taker.part(of: value, field, at: JSONPath([.key(field.key)]))
      // Only objects and lists hold parts that are not sent.
      let loaded =
        field.objectType == nil
        ? nil
        : document.base[key: field.key].map { loaded in
          var others = DocumentedParts(keepsUndocumented: keepsUndocumented)
          return others.part(of: loaded, field, at: .root)
        }
      if field.key == DateIndex.path.topKey {
        let dates = SentDates(documented, loaded: loaded)
        (documented, rows[field.key]) = (dates.list, dates.documentRows)
        doubts += dates.doubts
      }
      // Where only keys that are not sent have changed, or ids that the service gives, there is
      // nothing to send.
      let isSame = isModified && loaded.map { documented.isEquivalent(to: $0) } ?? false
      if isSame { heldBack.append(field.key) }
      if isSame, scope == .changed { continue }
      if field.objectType?.primaryMark != nil, document.calendarType?.needsPrimary == true {
        documented = documented.sayingWhoIsPrimary
      }
      if isNeeded { sentAlong.append(field.key) }
      if isAlsoSent || isSame { alsoSent.append(field.key) }
      members.append(.init(key: field.key, value: documented))
    }
    json = .object(JSONObject(members))
    self.scope = scope
    leftOut = taker.leftOut
    kept = taker.kept
    undocumented = taker.withheld
    self.cannotUnset = cannotUnset
    self.sentAlong = sentAlong
    self.alsoSent = alsoSent
    self.keptOut = keptOut
    self.heldBack = heldBack
    self.doubts = doubts
    self.rows = rows
  }

  /// Where in the document a place of the body stands, as a message of the service names it.
  ///
  /// - Returns: the list, for a row that the document does not have.
  package func documentPath(of path: JSONPath) -> JSONPath {
    guard let key = path.topKey, let row = path.row, let rows = rows[key] else { return path }
    guard rows.indices.contains(row), let place = rows[row] else { return JSONPath([.key(key)]) }
    var mapped = path
    mapped.components[1] = .index(place)
    return mapped
  }
}

extension CalendarDocument {
  /// Whether a property that is not changed has to go along with one that is.
  fileprivate func needs(_ field: Field, _ value: JSONValue) -> Bool {
    guard let companion = field.companion, !value.isNull else { return false }
    return validation.modifiedKeys.contains(companion.key)
      && current[key: companion.key] == companion.value
  }
}

extension JSONValue {
  /// A team in which every member says whether it is the primary one, which the service asks of a
  /// collective calendar; API page, `teamMembers[].isPrimary`.
  fileprivate var sayingWhoIsPrimary: JSONValue {
    guard case .array(let members) = self else { return self }
    return .array(
      members.map { member in
        guard case .object(var object) = member, object[member: MemberKey.isPrimary] == nil else {
          return member
        }
        object[member: MemberKey.isPrimary] = false
        return .object(object)
      })
  }
}
