import JSON

/// The body of the PUT: the documented top-level properties whose value differs from what was
/// loaded, and what the service refuses them without, or all of them (``UpdateScope``); API page,
/// "Body".
package struct UpdateBody: Sendable {
  /// The object to send.
  package private(set) var json: JSONValue = [:]
  /// Whether it names what was changed, or everything.
  package let scope: UpdateScope
  /// The nested members that are not sent: those of answers alone, and those that no document lists
  /// unless they are to be kept.
  package private(set) var leftOut: [JSONPath] = []
  /// What of ``leftOut`` could be sent: no document lists it, and it is not known to be refused.
  package private(set) var undocumented: [JSONPath] = []
  /// The nested members that no document lists and that are sent all the same.
  package private(set) var kept: [JSONPath] = []
  /// The properties that were loaded and are unset now: an update cannot take them away.
  package private(set) var cannotUnset: [String] = []
  /// The properties that are sent unchanged, because the service refuses another one without them.
  package private(set) var sentAlong: [String] = []
  /// The properties that are sent unchanged, because everything is (``UpdateScope/whole``).
  package private(set) var alsoSent: [String] = []
  /// The properties that are kept out of the body, though they would be in it.
  package private(set) var keptOut: [String] = []
  /// The properties in which only parts are changed that are not sent.
  package private(set) var heldBack: [String] = []
  /// What the service may refuse although nothing in the calendar is wrong, and what cannot go along,
  /// in sentences.
  package private(set) var doubts: [String] = []
  /// Which of the document's rows each row of a sent list is; lists that are sent row by row are not
  /// in it.
  private var rows: [String: [Int?]] = [:]

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
  ///   - keysAsLoaded: properties whose change must not be in it, because it cannot be read: where
  ///     everything is named, they go out as they were loaded.
  package init(
    _ document: CalendarDocument, scope: UpdateScope = .changed, keepsUndocumented: Bool = false,
    without keysKeptOut: Set<String> = [], asLoaded keysAsLoaded: Set<String> = []
  ) {
    self.scope = scope
    var parts = DocumentedParts(keepsUndocumented: keepsUndocumented)
    var members: [JSONObject.Member] = []
    for field in CalendarSchema.all where !field.isReadOnly {
      let isAsLoaded = keysAsLoaded.contains(field.key)
      if let value = value(
        of: field, in: document, without: keysKeptOut, isAsLoaded: isAsLoaded, &parts)
      {
        members.append(.init(key: field.key, value: value))
      }
    }
    json = .object(JSONObject(members))
    (leftOut, kept, undocumented) = (parts.leftOut, parts.kept, parts.withheld)
  }

  /// What is sent of a property; nil where it is not sent.
  ///
  /// Notes why it is sent, or is not.
  private mutating func value(
    of field: Field, in document: CalendarDocument, without keysKeptOut: Set<String>,
    isAsLoaded: Bool, _ parts: inout DocumentedParts
  ) -> JSONValue? {
    let isChanged = document.validation.modifiedKeys.contains(field.key)
    if isAsLoaded, isChanged { keptOut.append(field.key) }
    let isModified = isChanged && !isAsLoaded
    let source = isAsLoaded ? document.base : document.current
    guard var value = source[key: field.key] else {
      if isModified { cannotUnset.append(field.key) }
      return nil
    }
    let isNeeded = !isModified && document.needs(field, value)
    let isAlsoSent =
      !isModified && !isNeeded && scope == .whole && (!value.isNull || field.hasNullChoice)
    guard isModified || isNeeded || isAlsoSent else { return nil }
    if keysKeptOut.contains(field.key) {
      if !keptOut.contains(field.key) { keptOut.append(field.key) }
      return nil
    }
    if isAlsoSent {
      guard let carried = field.carried(value, in: document.version) else {
        doubts.append(
          "\(field.label): left out of the update of the whole calendar, because the service does not "
            + "take \(value.printed()) there.")
        return nil
      }
      value = carried
    }
    var documented = parts.part(of: value, field, at: JSONPath([.key(field.key)]))
    let loaded = parts.loadedPart(of: field, in: document)
    if field.key == DateIndex.path.topKey {
      let dates = SentDates(documented, loaded: loaded)
      (documented, rows[field.key]) = (dates.list, dates.documentRows)
      doubts += dates.doubts
    }
    // Where only keys that are not sent have changed, or ids that the service gives, there is
    // nothing to send.
    let isSame = isModified && loaded.map { documented.isEquivalent(to: $0) } ?? false
    if isSame { heldBack.append(field.key) }
    if isSame, scope == .changed { return nil }
    if field.objectType?.primaryMark != nil, document.calendarType?.needsPrimary == true {
      documented = documented.sayingWhoIsPrimary
    }
    if isNeeded { sentAlong.append(field.key) }
    if isAlsoSent || isSame { alsoSent.append(field.key) }
    return documented
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

extension DocumentedParts {
  /// What would have been sent of an object or a list as it was loaded; nil for other properties,
  /// which hold no parts that are not sent.
  fileprivate func loadedPart(of field: Field, in document: CalendarDocument) -> JSONValue? {
    guard field.objectType != nil, let loaded = document.base[key: field.key] else { return nil }
    var others = DocumentedParts(keepsUndocumented: keepsUndocumented)
    return others.part(of: loaded, field, at: .root)
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
