/// Reads the id of a calendar from what people paste: the id itself, with blanks around it, or a link.
package enum CalendarLink {
  /// The reason why no id could be read.
  package enum Problem: Error, Sendable, Hashable {
    /// No part of the link can be the id of a calendar.
    case noID
    /// It is a booking link, which names the calendar by its slug.
    case slug(String)
    /// The link is one of something else, such as "a calendar group", whose id it holds.
    case other(String)

    package var message: String {
      switch self {
      case .noID: "the link holds no calendar id; \(Self.wayToID)"
      case .slug(let slug):
        "the link names the calendar by its slug \"\(slug)\", which is not an id; \(Self.wayToID)"
      case .other(let thing): "the link leads to \(thing), not to a calendar; \(Self.wayToID)"
      }
    }

    private static let wayToID = "open the calendar's settings and copy that address"
  }

  /// Reads the id.
  ///
  /// Taken from a link are the parameter `calendarId`, and the part of the path that follows
  /// `calendars`, `calendar`, `booking` or `bookings`; never the id of the sub-account, and never
  /// that of something else that calendars have, such as a group.
  /// - Returns: a text that is not a link without the blanks around it, checked no further.
  package static func id(in text: String) throws(Problem) -> String {
    let link = PastedLink(text)
    guard link.isLink else { return link.text }
    for (name, value) in link.parameters
    where ["calendarid", "calendar_id"].contains(name.lowercased()) && isID(value) {
      return String(value)
    }
    var problem: Problem?
    for path in link.paths {
      do {
        return try id(onPath: path)
      } catch {
        problem = problem == nil || problem == .noID ? error : problem
      }
    }
    throw problem ?? .noID
  }

  private static func id(onPath steps: [Substring]) throws(Problem) -> String {
    var problem = Problem.noID
    for (index, step) in steps.enumerated() {
      let name = step.lowercased()
      let rest = steps[(index + 1)...].prefix { !locations.contains($0.lowercased()) }
      switch name {
      case "calendars", "calendar":
        let other = rest.lazy.compactMap { others[$0.lowercased()] }.first
        let id = rest.prefix { others[$0.lowercased()] == nil }.first(where: isID)
        if let id { return String(id) }
        if let other { problem = .other(other) }
      case "booking":
        if let id = rest.first(where: isID) { return String(id) }
        if let slug = rest.last { problem = .slug(String(slug)) }
      case "bookings", "appointment":
        // A slug may be as long as an id, but has no capital letters.
        let id = rest.first { isID($0) && $0.contains(where: \.isUppercase) }
        if let id { return String(id) }
        if let slug = rest.last { problem = .slug(String(slug)) }
      case "group", "groups", "form", "survey":
        if problem == .noID, steps[..<index].last == "widget" {
          problem = .other(others[name] ?? "a \(name)")
        }
      default: break
      }
    }
    throw problem
  }

  /// The step in front of the id of a sub-account.
  private static let locations: Set<String> = ["location", "locations"]

  /// What the API and the app have below `calendars` that is no calendar.
  private static let others = [
    "group": "a calendar group", "groups": "a calendar group", "events": "an appointment",
    "appointments": "an appointment", "schedule": "a schedule", "schedules": "a schedule",
    "resources": "a room or a device", "service-menu": "a service menu",
  ]

  /// Whether a part of a link looks like an id: letters and digits, about 20 of them; slugs are words.
  package static func isID(_ step: some StringProtocol) -> Bool {
    let scalars = step.unicodeScalars
    guard (15...40).contains(scalars.count) else { return false }
    return scalars.allSatisfy {
      ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
      && scalars.contains { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
  }
}

extension String {
  /// Whether it looks like an id that the service gives, and not like a name.
  package var looksLikeID: Bool {
    CalendarLink.isID(self) && contains(where: \.isNumber) && contains(where: \.isUppercase)
  }
}
