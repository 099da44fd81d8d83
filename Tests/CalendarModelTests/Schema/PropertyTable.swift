import Foundation
import Testing

/// One line of Resources/request-properties.txt.
struct Property: Sendable, CustomTestStringConvertible {
  let path: String
  let type: String
  let isRequired: Bool
  let isDeprecated: Bool
  let isOnPage: Bool
  let hasNullChoice: Bool
  let choices: [String]
  let defaultValue: String?
  let answerDefault: String?
  let max: String?
  let range: String?

  var keys: [String] { path.components(separatedBy: ".") }
  var name: String { keys.last ?? "" }
  var testDescription: String { path }

  init(line: String) {
    let words = line.split(separator: " ").map(String.init)
    func value(_ name: String) -> String? {
      words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
    path = words.first ?? ""
    type = words.count > 1 ? words[1] : ""
    let notes = Set(words.dropFirst(2))
    isRequired = notes.contains("required")
    isDeprecated = notes.contains("deprecated")
    isOnPage = !notes.contains("api")
    hasNullChoice = notes.contains("null-choice")
    choices = value("enum")?.components(separatedBy: "|") ?? []
    defaultValue = value("default")
    answerDefault = value("answer-default")
    max = value("max")
    range = value("range")
  }

  static let all: [Property] = {
    guard let file = Bundle.module.url(forResource: "Resources", withExtension: nil),
      let text = try? String(
        contentsOf: file.appending(path: "request-properties.txt"), encoding: .utf8)
    else { return [] }
    return text.components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map { Property(line: $0) }
  }()
}
