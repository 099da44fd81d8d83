import CalendarModel
import JSON

/// What a form shows.
enum PageKind: Sendable, Hashable {
  /// The calendar at a glance.
  case overview
  case section(Section)
  case allFields
  /// One row of a list.
  case row(JSONPath)
}

/// The place where somebody works: the section list, and the forms opened from it.
struct Workspace: Sendable {
  /// A form with its cursor.
  struct Page: Sendable {
    let kind: PageKind
    /// The number of the line with the focus.
    var focus = 0
    /// The number of the first line shown.
    var top = 0
    /// The number of the first line shown beside the month.
    var listTop = 0
  }

  /// What the section list offers.
  static let entries: [PageKind] =
    [.overview] + Section.allCases.map(PageKind.section) + [.allFields]

  /// Whether the section list has the focus.
  var isInList = false
  /// The number of the chosen entry.
  var entry = 0
  /// The form of the entry and the rows opened from it, one in the other.
  var pages: [Page] = [Page(kind: entries[0])]

  var page: Page {
    get { pages[pages.count - 1] }
    set { pages[pages.count - 1] = newValue }
  }

  mutating func choose(entry: Int) {
    self.entry = entry
    pages = [Page(kind: Self.entries[entry])]
  }
}

extension PageKind {
  var title: String {
    switch self {
    case .overview: "Overview"
    case .section(let section): section.title
    case .allFields: "All fields"
    case .row: ""
    }
  }

  var help: String {
    switch self {
    case .overview: "The calendar at a glance. Enter goes to the section of a line."
    case .section(let section): section.help
    case .allFields: "Every property in one list."
    case .row: ""
    }
  }
}
