import JSON

/// A token must not get into a file, also where a calendar holds it in one of its texts.
extension Token {
  /// A text without this token and those before it.
  package func without(in text: String) -> String { redacted(text) }

  /// A value in which each text that held a token has a placeholder in its place.
  ///
  /// - Returns: the value, and where it is not what it was; the place of an object whose keys held
  ///   one.
  package func without(in value: JSONValue) -> (value: JSONValue, places: [JSONPath]) {
    let search = SecretSearch([secret] + former)
    let text = value.printed()
    // Nearly no calendar holds a token, and this is one pass.
    guard search.redacted(text, isCut: false) != text else { return (value, []) }
    var redaction = JSONRedaction(search: search)
    let clean = redaction.clean(value, at: .root)
    let rest = clean.printed()
    // Whatever else a token could be spelt across, it does not get out.
    guard search.redacted(rest, isCut: false) == rest else {
      return (.text(Token.placeholder), [.root])
    }
    return (clean, redaction.places)
  }
}

/// Walks a value and takes the secrets out of its texts.
private struct JSONRedaction {
  let search: SecretSearch
  var places: [JSONPath] = []

  mutating func clean(_ value: JSONValue, at path: JSONPath) -> JSONValue {
    switch value {
    case .null, .bool: return value
    case .number(let number):
      // A token may be nothing but digits.
      guard let text = replacement(of: number.spelling) else { return value }
      places.append(path)
      return .text(text)
    case .string(let string):
      let isSpelt = replacement(of: string.spelling) != nil
      guard let text = replacement(of: string.value) ?? (isSpelt ? Token.placeholder : nil) else {
        return value
      }
      places.append(path)
      return .text(text)
    case .array(let elements):
      return .array(elements.enumerated().map { clean($1, at: path.appending($0)) })
    case .object(let object):
      var hasSecretKey = false
      let members = object.members.map { member in
        guard let key = replacement(of: member.key) else {
          var member = member
          member.value = clean(member.value, at: path.appending(member.key))
          return member
        }
        hasSecretKey = true
        return JSONObject.Member(key: key, value: clean(member.value, at: path.appending(key)))
      }
      if hasSecretKey { places.append(path) }
      guard hasSecretKey || members.map(\.value) != object.members.map(\.value) else {
        return value
      }
      return .object(JSONObject(members))
    }
  }

  private func replacement(of text: String) -> String? {
    let clean = search.redacted(text, isCut: false)
    return clean == text ? nil : clean
  }
}
