import JSON

/// Who takes the bookings, and where people meet.
extension SummaryFacts {
  private var members: [JSONValue] { rows(.teamMembers) }

  private func name(_ member: JSONValue) -> String {
    RowSummary.name(of: member, .teamMember, names: names)
  }

  private func isPrimary(_ member: JSONValue) -> Bool {
    member[member: MemberKey.isPrimary] == true
  }

  var who: String {
    if let odd = noList(.teamMembers) { return odd }
    let members = members
    if members.isEmpty {
      return type?.teamSize.allows(0) == false ? "No team members yet" : "No team members"
    }
    // Primary members come first, so that they are among those named.
    let primary = members.filter(isPrimary).prefix(Self.shown).map { "\(name($0)) (primary)" }
    let others = members.filter { !isPrimary($0) }.prefix(Self.shown).map(name)
    let text = listed(Array((primary + others).prefix(Self.shown)), of: members.count)
    guard type == .roundRobin, let distribution = choice(.eventType) else { return text }
    return "\(text); \(distribution.prefix(1).lowercased() + distribution.dropFirst())"
  }

  private var locations: [JSONValue] { rows(.locationConfigurations) }

  private func locations(of member: JSONValue) -> [JSONValue] {
    member[member: MemberKey.locationConfigurations]?.array ?? []
  }

  /// Whether only members have locations.
  var isWhereSetPerMember: Bool {
    locations.isEmpty && members.contains { !locations(of: $0).isEmpty }
  }

  private func place(_ location: JSONValue) -> String {
    RowSummary.name(of: location, .location)
  }

  var location: String {
    if !locations.isEmpty {
      return listed(locations.prefix(Self.shown).map(place), of: locations.count)
    }
    let having = members.filter { !locations(of: $0).isEmpty }
    if having.isEmpty { return noList(.locationConfigurations) ?? "No meeting location" }
    let named = having.prefix(Self.shown).map { member in
      let places = locations(of: member)
      return "\(name(member)): \(listed(places.prefix(1).map(place), of: places.count))"
    }
    return named.joined(separator: "; ")
      + (having.count > named.count ? "; \(having.count - named.count) more" : "")
  }
}
