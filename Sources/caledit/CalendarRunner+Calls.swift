import CalendarAPI
import CalendarModel
import Editor
import JSON

/// The calls of an open calendar; each runs in the background and tells the calendar what came.
extension CalendarRunner {
  mutating func load(_ request: Int) {
    call(request) { [id = source.calendarID] connection in
      .loaded(
        request,
        await result { () throws(ServiceError) in
          try await connection.connected().loadCalendar(id: id)
        })
    }
  }

  /// Lists something to choose from.
  func lookUp(_ kind: LookUp, _ location: String) {
    ask { connection in
      .lookedUp(
        kind,
        await result { () throws(ServiceError) in
          try await connection.connected().list(kind, locationID: location)
        })
    }
  }

  /// Finds the clock of a sub-account's time zone.
  ///
  /// - Parameter named: the zone that counts where the service does not say one.
  func lookUpZone(_ location: String, _ named: String?) {
    ask { [post] connection in
      let found = await result { () throws(ServiceError) in
        try await connection.connected().location(id: location)
      }
      if let name = try? found.get().name { post(.accountNamed(name)) }
      return .zoneFound(ZoneData.clock(found, orNamed: named))
    }
  }

  /// Asks what bookers are offered.
  func ask(_ request: FreeSlotsRequest) {
    ask { [id = source.calendarID] connection in
      .freeSlots(
        request.id,
        await result { () throws(ServiceError) in
          try await connection.connected().freeSlots(
            calendarID: id, from: request.from, to: request.to, timezone: request.timezone)
        })
    }
  }

  /// Asks whose schedules govern the calendar, and reads their time zones.
  func ask(_ request: ScheduleRequest) {
    ask { connection in
      .schedules(
        request.id,
        await result { () throws(ServiceError) in
          var list = try await connection.connected().schedules(
            locationID: request.locationID, calendarID: request.calendarID,
            userIDs: request.userIDs)
          for name in list.zoneNames.union(request.timezone.map { [$0] } ?? []) {
            list.zones[name] = ZoneData.zone(named: name)
          }
          return list
        })
    }
  }

  private func ask(_ body: @escaping @Sendable (Connection) async -> Message) {
    guard let connection = source.connection else { return }
    Task.detached { [post] in post(await body(connection)) }
  }

  // MARK: The history

  /// Lists the saves on record.
  func listHistory(_ clock: CalendarClock) {
    Task.detached { [post, history] in post(.historyListed(history?.list(clock) ?? [])) }
  }

  /// Reads the record of a save.
  func readHistory(_ save: PastSave) {
    guard let history else { return }
    Task.detached { [post] in post(.historyRead(save, history.read(save.id))) }
  }
}
