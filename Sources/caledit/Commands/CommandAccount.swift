import CalendarAPI
import CalendarModel
import UserConfiguration

/// A sub-account that a command looks in: how it is reached, and what it was asked.
///
/// Each has a connection of its own with its own token; what is asked for more than once is asked of
/// the service once.
struct CommandAccount: Sendable {
  /// The name of its profile; empty without one.
  let name: String
  /// Nil for a sub-account of the sandbox.
  let profile: Profile?
  let connection: Connection
  /// The address of the service; nil for the sandbox, of which nothing is kept.
  let base: BaseURL?
  /// Its id; nil where nobody said it, and then its calendars cannot be listed.
  let location: String?
  /// Whether nothing may be sent.
  let isReadOnly: Bool
  private let list: AskedOnce<Result<CalendarListing, ServiceError>>
  private let people: AskedOnce<Result<[LookUpResult], ServiceError>>
  private let groupList: AskedOnce<Result<[LookUpResult], ServiceError>>
  private let formList: AskedOnce<Result<[LookUpResult], ServiceError>>
  private let scheduleList: AskedOnce<Result<ScheduleList, ServiceError>>
  private let place: AskedOnce<Result<SubAccount, ServiceError>>

  init(
    _ name: String, profile: Profile?, _ connection: Connection, base: BaseURL?,
    location: String?, isReadOnly: Bool = false
  ) {
    (self.name, self.profile, self.connection) = (name, profile, connection)
    (self.base, self.location, self.isReadOnly) = (base, location, isReadOnly)
    func once<Value: Sendable>(
      _ ask: @escaping @Sendable (CalendarService, String) async throws(ServiceError) -> Value
    ) -> AskedOnce<Result<Value, ServiceError>> {
      AskedOnce {
        await result { () throws(ServiceError) in
          guard let location else { throw .notReached(Self.noLocation) }
          return try await ask(try await connection.connected(), location)
        }
      }
    }
    list = once { (service, id) throws(ServiceError) in
      try await service.calendarList(locationID: id)
    }
    people = once { (service, id) throws(ServiceError) in try await service.users(locationID: id) }
    groupList = once { (service, id) throws(ServiceError) in
      try await service.groups(locationID: id)
    }
    formList = once { (service, id) throws(ServiceError) in
      try await service.forms(locationID: id)
    }
    scheduleList = once { (service, id) throws(ServiceError) in
      try await service.schedules(locationID: id)
    }
    place = once { (service, id) throws(ServiceError) in try await service.location(id: id) }
  }

  static let noLocation =
    "nobody says which sub-account it is; write location in the profile, or give --location"

  /// What messages call it: its profile, or the id of the sub-account.
  var title: String { name.isEmpty ? location ?? "the service" : name }

  // MARK: What it has

  /// Its calendars, in the order of the service; asked for once.
  func listing() async throws(ServiceError) -> CalendarListing { try await list.value.get() }

  /// Its users; asked for once.
  func users() async throws(ServiceError) -> [LookUpResult] { try await people.value.get() }

  /// The groups of its calendars; asked for once.
  func groups() async throws(ServiceError) -> [LookUpResult] { try await groupList.value.get() }

  /// Its forms; asked for once.
  func forms() async throws(ServiceError) -> [LookUpResult] { try await formList.value.get() }

  /// All its schedules, where the service lists them without a user; asked for once.
  func schedules() async throws(ServiceError) -> ScheduleList { try await scheduleList.value.get() }

  /// The names of its users, groups and forms by id; those that cannot be asked for are left out.
  ///
  /// - Parameter withForms: whether the forms are asked for as well, which takes a request more for
  ///   each fifty of them.
  func names(withForms: Bool = false) async -> [String: String] {
    Self.names(in: await lists(withForms: withForms))
  }

  /// The same for what ``lists(withForms:)`` has.
  static func names(in lists: [LookUp: [LookUpResult]]) -> [String: String] {
    let all = LookUp.allCases.flatMap { lists[$0] ?? [] }
    return Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Its users, groups and forms; a kind that cannot be asked for is not in it.
  ///
  /// - Parameter withForms: as for ``names(withForms:)``.
  func lists(withForms: Bool = false) async -> [LookUp: [LookUpResult]] {
    async let users = people.value
    async let groups = groupList.value
    var lists: [LookUp: [LookUpResult]] = [:]
    lists[.users] = try? await users.get()
    lists[.groups] = try? await groups.get()
    if withForms { lists[.forms] = try? await formList.value.get() }
    return lists
  }

  /// Its time zone; nil where it is not known, by name or by its data on this machine.
  func zone() async -> NamedZone? {
    guard let name = try? await place.value.get().timezone, let offsets = ZoneData.zone(named: name)
    else { return nil }
    return NamedZone(name: name, offsets: offsets)
  }

  /// What the service says of the schedules for a calendar.
  ///
  /// - Parameter location: the sub-account of the calendar, where the profile names none.
  func schedules(
    for calendarID: String, users: [String], location itsLocation: String? = nil
  ) async -> ScheduleAnswer {
    if location != nil, case .success(let all) = await scheduleList.value {
      return .listed(all.asked(about: calendarID).withZones)
    }
    guard let location = location ?? itsLocation else {
      return .unknown(reason: "nobody says which sub-account it is")
    }
    do throws(ServiceError) {
      let list = try await connection.connected().schedules(
        locationID: location, calendarID: calendarID, userIDs: users)
      return .listed(list.withZones)
    } catch {
      return .unknown(reason: error.title)
    }
  }
}

extension ScheduleList {
  /// With the time zones of its schedules, as far as this machine knows them.
  var withZones: ScheduleList {
    var list = self
    for name in zoneNames { list.zones[name] = ZoneData.zone(named: name) }
    return list
  }
}
