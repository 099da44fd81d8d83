import Foundation

/// The vendor's page "Update Calendar", where it stands beside the checkout, read as it is printed.
struct VendorPage {
  /// A property as the page lists it; nesting cannot be seen there, only the order.
  struct Property: Equatable {
    var name = ""
    var type = ""
    var isRequired = false
    var isDeprecated = false
    /// Run together, as the page prints them.
    var choices = ""
    var defaultValue: String?
    var example: String?
    var max: String?
  }

  let request: [Property]
  let answer: [Property]

  static let shared: VendorPage? = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appending(path: "shared/update-calendar.txt")
    return (try? String(contentsOf: file, encoding: .utf8)).flatMap { VendorPage(text: $0) }
  }()

  init?(text: String) {
    let lines = text.components(separatedBy: .newlines)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard let body = lines.firstIndex(of: "Body"), let answers = lines.firstIndex(of: "Responses"),
      let end = lines.firstIndex(of: "Unprocessable Entity")
    else { return nil }
    request = Self.properties(lines[(body + 1)..<answers])
    // The first one of the answer is the calendar around all others.
    answer = Array(Self.properties(lines[(answers + 1)..<end]).dropFirst())
  }

  private static let types: Set = [
    "string", "number", "boolean", "object", "array[object]", "array[number]",
  ]

  private static func properties(_ lines: ArraySlice<String>) -> [Property] {
    var found: [Property] = []
    for (line, next) in zip(lines, Array(lines.dropFirst()) + [""]) {
      if types.contains(next) {
        found.append(Property(name: line, type: next))
      } else if let last = found.indices.last {
        switch line {
        case "required": found[last].isRequired = true
        case "deprecated": found[last].isDeprecated = true
        case "Allowed value:", "Allowed values:": found[last].choices = next
        case "Default:": found[last].defaultValue = next
        case "Example:": found[last].example = next
        case _ where line.hasPrefix("<= "): found[last].max = String(line.dropFirst(3))
        default: break
        }
      }
    }
    return found
  }
}
