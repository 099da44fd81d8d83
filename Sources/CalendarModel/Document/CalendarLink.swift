/// Reads the id of a calendar from what people paste: the id itself, with blanks around it, or a link.
package enum CalendarLink {
  /// The reason why no id could be read.
  package enum Problem: Error, Sendable, Hashable {
    /// No part of the link can be the id of a calendar.
    case noID
    /// It is a booking link, which names the calendar by its slug.
    case slug(String)

    package var message: String {
      switch self {
      case .noID:
        "the link holds no calendar id; open the calendar's settings and copy that address"
      case .slug(let slug):
        "the link names the calendar by its slug “\(slug)”; its id is in the address of the "
          + "calendar's settings"
      }
    }
  }

  /// Reads the id.
  ///
  /// In a link, the id is the parameter `calendarId`, or the part of the path behind `calendars`,
  /// `calendar`, `booking` or `bookings`; it is never the id of the sub-account.
  /// - Returns: for a text that is not a link, the text without blanks around it, unchecked.
  package static func id(in text: String) throws(Problem) -> String {
    let text = trimmed(text)
    guard text.contains("/") else { return text }
    let (address, query) = split(text)
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if ["calendarid", "calendar_id"].contains(parts[0].lowercased()), parts.count == 2,
        isID(parts[1])
      {
        return String(parts[1])
      }
    }
    let steps = address.split(separator: "/")
    var slug: Substring?
    for (index, step) in steps.enumerated().dropLast() {
      let isBooking = ["booking", "bookings"].contains(step)
      guard isBooking || ["calendars", "calendar"].contains(step) else { continue }
      let rest = steps[(index + 1)...].prefix { !["location", "locations"].contains($0) }
      if let id = rest.first(where: isID) { return String(id) }
      if isBooking { slug = rest.last }
    }
    if let slug { throw .slug(String(slug)) }
    throw .noID
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    var text = text[...].drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    // People copy links together with the brackets or quotes around them.
    if text.count > 1, let first = text.first, let last = text.last,
      ["<>", "\"\"", "''", "“”"].contains(String([first, last]))
    {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  /// The address without its scheme, and the query, both without the fragment.
  private static func split(_ link: String) -> (address: Substring, query: Substring) {
    var rest = link[...]
    if let scheme = rest.firstIndex(of: ":"), rest[scheme...].hasPrefix("://") {
      rest = rest[rest.index(scheme, offsetBy: 3)...]
    }
    guard let mark = rest.firstIndex(of: "?") else {
      return (rest.prefix { $0 != "#" }, "")
    }
    return (rest[..<mark], rest[rest.index(after: mark)...].prefix { $0 != "#" })
  }

  /// Whether a part of a link looks like an id: letters and digits, about 20 of them; slugs are words.
  private static func isID(_ step: Substring) -> Bool {
    let scalars = step.unicodeScalars
    guard (15...40).contains(scalars.count) else { return false }
    return scalars.allSatisfy {
      ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
      && scalars.contains { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
  }
}
