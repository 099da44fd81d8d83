import JSON

/// Compares a body with its shape, and says what is wrong in the words of the service's validator.
struct ShapeChecker {
  private(set) var problems: [String] = []
  private let strictness: Strictness

  init(_ strictness: Strictness) { self.strictness = strictness }

  /// Checks an object; `path` is what stands in front of its messages, "" or "openHours.0.".
  mutating func check(_ object: JSONObject, _ shape: ObjectShape, at path: String = "") {
    var seen: Set<String> = []
    for key in object.keys
    where !shape.contains(key) && !strictness.takes(key, of: shape) && seen.insert(key).inserted {
      problems.append("\(path)property \(key) should not exist")
    }
    for property in shape.properties {
      let value = object[property.name]
      // An optional property may be null, as well as absent.
      if !property.isRequired, value == nil || value == .null { continue }
      check(value ?? .null, property.shape, named: property.name, at: path)
    }
  }

  private mutating func check(
    _ value: JSONValue, _ shape: Shape, named name: String, at path: String
  ) {
    var said: [String] = []
    defer { problems += said.map { "\(path)\(name) \($0)" } }
    func say(_ what: String) { said.append(what) }
    switch shape {
    case .string: if value.text == nil { say("must be a string") }
    case .email: checkText(value, say, "must be an email", TextForm.isEmail)
    case .url: checkText(value, say, "must be a URL address", TextForm.isURL)
    case .color: checkText(value, say, "must be a hexadecimal color", TextForm.isColor)
    case .date:
      if value.text.map(TextForm.isDate) != true {
        say("must be in the format of <YYYY-MM-DD>T00:00:00.000Z")
      }
    case .boolean: if value.bool == nil { say("must be a boolean value") }
    case .number(let min, let max):
      checkNumber(value, min: min, max: max, say)
    case .oneOf(var values):
      if name == "allowBookingAfterUnit", strictness.takesMinutesOfNotice {
        values.insert("mins", at: 0)
      }
      if value.text.map(values.contains) != true {
        say("must be one of the following values: \(values.joined(separator: ", "))")
      }
    case .oneOfNumbers(let values):
      // As the service reads them: numbers that round to the same double are the same.
      let number = value.number?.double
      if !values.contains(where: { Double($0) == number }) {
        say("must be one of the following values: \(values.joined(separator: ", "))")
      }
    case .numbers(let min, let max):
      guard let elements = value.array else { return say("must be an array") }
      checkEach(elements, named: name, at: path, min: min, max: max)
    case .object(let shape):
      guard let object = value.object else {
        problems.append("\(path)nested property \(name) must be either object or array")
        return
      }
      check(object, shape, at: "\(path)\(name).")
    case .objects(let shape):
      guard let elements = value.array else { return say("must be an array") }
      if elements.contains(where: { $0.object == nil }) {
        problems.append(
          "\(path)each value in nested property \(name) must be either object or array")
      }
      for (index, element) in elements.enumerated() {
        if let object = element.object { check(object, shape, at: "\(path)\(name).\(index).") }
      }
    }
  }

  /// An empty text stands for "none" in loaded calendars, so it is taken.
  private func checkText(
    _ value: JSONValue, _ say: (String) -> Void, _ message: String, _ isRight: (String) -> Bool
  ) {
    guard let text = value.text else { return say("must be a string") }
    if !text.isEmpty, !isRight(text) { say(message) }
  }

  private func checkNumber(
    _ value: JSONValue, min: Int?, max: Int?, _ say: (String) -> Void
  ) {
    guard let number = value.number?.double, number.isFinite else {
      return say("must be a number conforming to the specified constraints")
    }
    if let max, number > Double(max) { say("must not be greater than \(max)") }
    if let min, number < Double(min) { say("must not be less than \(min)") }
  }

  /// Checks a list of numbers; each message comes once, however many elements it is about.
  private mutating func checkEach(
    _ elements: [JSONValue], named name: String, at path: String, min: Int, max: Int
  ) {
    var said: [String] = []
    for element in elements {
      checkNumber(element, min: min, max: max) { if !said.contains($0) { said.append($0) } }
    }
    problems += said.map { "\(path)each value in \(name) \($0)" }
  }
}
