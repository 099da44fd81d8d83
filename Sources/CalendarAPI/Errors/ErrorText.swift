import JSON

/// One text of a body with an error, and the place in the request that the body names beside it.
///
/// The service puts its texts under `message`: one text, a list of texts, or an object with a
/// `message` of its own, nested as often as errors were passed on (section 8). Some of its parts
/// list the errors of their validator instead, as objects with `property`, `constraints` and
/// `children`.
struct ErrorText: Equatable {
  var text: String
  var place: JSONPath?

  init(_ text: String, at place: JSONPath? = nil) {
    self.text = text
    self.place = place
  }

  /// Every text of a body; what is not about an error is left out.
  static func all(inBody body: JSONValue) -> [ErrorText] {
    switch body {
    case .string, .array: all(in: body, within: .root)
    case .object(let object): all(in: object, within: .root) ?? []
    default: []
    }
  }

  /// The texts of a part of a body; a part that has none is a text as it is written.
  ///
  /// - Parameter parent: the place that the part is within.
  private static func all(in value: JSONValue, within parent: JSONPath) -> [ErrorText] {
    switch value {
    case .null: []
    case .string(let text): text.value.isEmpty ? [] : [ErrorText(text.value)]
    case .array(let elements): elements.flatMap { all(in: $0, within: parent) }
    case .object(let object):
      object.isEmpty
        ? [] : all(in: object, within: parent) ?? [ErrorText(value.printed())]
    case .bool, .number: [ErrorText(value.printed())]
    }
  }

  /// The texts of an object; nil where it has none of the members that hold some.
  private static func all(in object: JSONObject, within parent: JSONPath) -> [ErrorText]? {
    if let texts = ofValidator(object, within: parent) { return texts }
    var texts = ["message", "messages"].flatMap { all(in: object[$0] ?? .null, within: parent) }
    // A summary in "message" does not replace the list that it sums up.
    for text in all(in: object["errors"] ?? .null, within: parent) where !texts.contains(text) {
      texts.append(text)
    }
    for key in ["error_description", "error", "msg"] where texts.isEmpty {
      texts = all(in: object[key] ?? .null, within: parent)
    }
    guard !texts.isEmpty else { return nil }
    if let name = object["property"]?.text ?? object["field"]?.text, !name.isEmpty {
      let place = parent.appending(JSONPath(name))
      for index in texts.indices where texts[index].place == nil { texts[index].place = place }
    }
    return texts
  }

  // MARK: Errors of the validator

  /// The texts of an error of the validator and of the errors below it; nil for any other object.
  ///
  /// The constraints name the property only. The path in front of them is written as the service
  /// writes it in a list of texts.
  private static func ofValidator(
    _ object: JSONObject, within parent: JSONPath
  ) -> [ErrorText]? {
    let (constraints, children) = (object["constraints"], object["children"])
    guard let property = object["property"]?.text, constraints != nil || children != nil else {
      return nil
    }
    let place = JSONPath(
      parent.components + [Int(property).map(JSONPath.Component.index) ?? .key(property)])
    let own = (constraints?.object?.members.map(\.value) ?? [constraints ?? .null])
      .flatMap { all(in: $0, within: .root) }
      .map { ErrorText(dotted(parent, $0.text), at: place) }
    let below = all(in: children ?? .null, within: place)
    let texts = own + below
    return texts.isEmpty
      ? [ErrorText(JSONValue.object(object).printed(), at: place)] : texts
  }

  private static func dotted(_ parent: JSONPath, _ text: String) -> String {
    let path = parent.components.map { step in
      switch step {
      case .key(let key): key + "."
      case .index(let index): "\(index)."
      }
    }.joined()
    return text.hasPrefix(path) ? text : path + text
  }
}
