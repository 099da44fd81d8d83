import JSON

/// What copying one field would change.
struct CopyProposal {
  enum Kind {
    case same
    /// Why it stays, in a sentence.
    case skip(String)
    case edits([Edit])
  }

  var kind: Kind
  var warnings: [String] = []

  init(_ edits: [Edit], warnings: [String] = []) {
    kind = edits.isEmpty ? .same : .edits(edits)
    self.warnings = warnings
  }

  init(skip reason: String) { kind = .skip(reason) }
}

/// Works out field by field what copying changes in a calendar, without regard to what rules say of
/// the whole.
struct CopyProposer {
  let source: JSONValue
  let target: CalendarDocument
  let dates: CopyChoices.Dates

  init(_ plan: CopyPlan, _ target: CalendarDocument) {
    source = plan.source
    dates = plan.choices.dates
    self.target = target
  }

  func proposal(_ field: Field) -> CopyProposal {
    let path = JSONPath([.key(field.key)])
    guard let value = source[path] else {
      return target[path] == nil ? CopyProposal([]) : CopyProposal(skip: CopyWording.absent)
    }
    if areEquivalent(value, target[path]), field.objectType == nil, QuantityField(field.key) == nil
    {
      return CopyProposal([])
    }
    if let reason = typeReason(field) ?? accountReason(field) { return CopyProposal(skip: reason) }
    switch CalendarKey(rawValue: field.key) {
    case .availabilities?: return dateHours(value)
    case .openHours?: return weekHours(value, field)
    default: break
    }
    if let reason = mistake(in: value, field) { return CopyProposal(skip: reason) }
    if let quantity = QuantityField(field.key) { return self.quantity(value, quantity) }
    let new = value.adopted(over: target[path], field)
    // The documented parts decide: what no document lists stays as it is.
    let isSame = target[path].map { field.isSamePart(new, $0) } ?? false
    return CopyProposal(isSame ? [] : [.set(path, new)], warnings: accountWarnings(field))
  }

  // MARK: Reasons

  /// What is wrong with a value of the source by itself, in a sentence.
  func mistake(in value: JSONValue, _ field: Field) -> String? {
    var checker = ValueChecker(context: context)
    checker.check(value, of: field)
    return checker.problems.first { $0.severity == .error }.map {
      CopyWording.broken($0.message)
    }
  }

  /// The rules about the type judge the whole, later.
  var context: RuleContext {
    RuleContext(
      calendarType: nil, today: target.validation.today, version: target.version,
      format: target.format)
  }

  /// Why a calendar of the target's type has no use for a field.
  private func typeReason(_ field: Field) -> String? {
    guard let type = target.calendarType, let control = field.switchedBy,
      control.key == CalendarKey.calendarType.rawValue
    else { return nil }
    return control.reason(type.json, CalendarSchema.field(.calendarType))
  }

  /// Whether both calendars are known to belong to different sub-accounts.
  private var isOtherAccount: Bool {
    guard let from = source[.locationId]?.unlessBlank?.text,
      let to = target.current[.locationId]?.unlessBlank?.text
    else { return false }
    return from != to
  }

  /// Why an id of another sub-account means nothing here.
  private func accountReason(_ field: Field) -> String? {
    guard isOtherAccount, case .text(.id) = field.type, source[key: field.key]?.isBlank == false
    else { return nil }
    return CopyWording.otherAccount(field.label)
  }

  private func accountWarnings(_ field: Field) -> [String] {
    isOtherAccount && field.objectType == .teamMember ? [CopyWording.otherUsers] : []
  }

  // MARK: Numbers with units

  /// Copies a number with what its unit means: a unit that is not there is the usual one.
  private func quantity(_ value: JSONValue, _ quantity: QuantityField) -> CopyProposal {
    let path = JSONPath([.key(quantity.number.key)])
    let unitPath = JSONPath([.key(quantity.unit.key)])
    let unit = source[unitPath]?.unlessBlank
    guard let number = value.number else {
      return CopyProposal(areEquivalent(value, target[path]) ? [] : [.set(path, value)])
    }
    if let unit, let reason = mistake(in: unit, quantity.unit) { return CopyProposal(skip: reason) }
    guard let from = unit == nil ? quantity.usualUnit : TimeUnit(reading: unit) else {
      return CopyProposal(skip: CopyWording.unknownUnit(unit))
    }
    let present = target[unitPath]?.unlessBlank
    let to = present == nil ? quantity.usualUnit : TimeUnit(reading: present)
    var edits: [Edit] = []
    var copied = number
    if to != from, !quantity.isUnitFixed { edits.append(.set(unitPath, unit ?? from.json)) }
    if to != from, quantity.isUnitFixed {
      let typed = Quantity(number, from.rawValue).description
      do throws(QuantityError) {
        let held = quantity.unitText(in: target.current)
        copied = try quantity.parse(typed, present: held).number
      } catch {
        return CopyProposal(skip: CopyWording.fixedUnit(error.message))
      }
    }
    if !areEquivalent(.number(copied), target[path]) { edits.append(.set(path, .number(copied))) }
    return CopyProposal(edits)
  }

  // MARK: Weekly hours

  private func weekHours(_ value: JSONValue, _ field: Field) -> CopyProposal {
    if let reason = mistake(in: value, field) { return CopyProposal(skip: reason) }
    let path = WeekHours.path
    guard value.array != nil else {
      return CopyProposal(areEquivalent(value, target[path]) ? [] : [.set(path, value)])
    }
    let (week, old) = (WeekHours(value), WeekHours(target[path]))
    let oddities =
      week.oddities.map { $0.message(in: target.format) }
      + week.days.flatMap { $0.oddities(in: target.format) }
    if let oddity = oddities.first { return CopyProposal(skip: CopyWording.broken(oddity)) }
    guard old.isEditable, old.oddities.isEmpty, !(target[path]?.isNull ?? true) else {
      let isSame = areEquivalent(target[path], value)
      return CopyProposal(isSame ? [] : [.set(path, field.documentedPart(of: value))])
    }
    let hours = Dictionary(uniqueKeysWithValues: week.days.map { ($0.weekday, $0.ranges) })
    return CopyProposal(old.changes(setting: hours))
  }
}
