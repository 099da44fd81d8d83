import CalendarModel
import CalendarWork
import JSON

/// What there is to say of the update that is sent, besides the changes.
extension ReviewLines {
  /// What is known of the sub-account, before it happens once more.
  static let loss =
    "An update in this sub-account lost what it did not name. Before this one is sent, you are asked "
    + "whether it names the whole calendar."

  static func warning(_ unrecorded: FileFailure?) -> [Line] {
    guard let unrecorded else { return [] }
    return [
      Line(text: "Not in the history", role: .warning),
      Line(
        text: "This save gets no record, and cannot be restored later: \(unrecorded.reason) "
          + "(\(unrecorded.path)).", role: .text),
    ]
  }

  static func sentAlong(_ body: UpdateBody) -> [Line] {
    guard !body.sentAlong.isEmpty else { return [] }
    return [Line(text: "Sent too, unchanged", role: .hint)]
      + body.sentAlong.map { key in
        Line(
          text: "\(label(key)): the service refuses the change without it.", role: .text,
          target: JSONPath([.key(key)]))
      }
  }

  static func doubts(_ body: UpdateBody) -> [Line] {
    guard !body.doubts.isEmpty else { return [] }
    return [Line(text: "In doubt", role: .warning)]
      + body.doubts.map { Line(text: $0, role: .text) }
  }

  static func cannotUnset(_ body: UpdateBody, _ document: CalendarDocument) -> [Line] {
    guard !body.cannotUnset.isEmpty else { return [] }
    return [Line(text: "Cannot be unset", role: .warning)]
      + body.cannotUnset.map { key in
        Line(
          text: "\(label(key)): an update cannot unset it; the service keeps "
            + "\(kept(key, document)). Whether null clears it is not documented.",
          role: .text, target: JSONPath([.key(key)]))
      }
  }

  private static func label(_ key: String) -> String { CalendarSchema.field(key)?.label ?? key }

  /// What the service keeps of a property that is unset.
  private static func kept(_ key: String, _ document: CalendarDocument) -> String {
    Wording.value(
      document.loaded(JSONPath([.key(key)])), of: CalendarSchema.field(key), in: document.format)
  }

  /// What is left out because a text in it cannot be read.
  static func unreadable(_ body: UpdateBody, _ settings: SaveSettings) -> [Line] {
    let keys = body.keptOut.filter(settings.keysAsLoaded.contains)
    guard !keys.isEmpty else { return [] }
    return [Line(text: "Left out, because it cannot be read", role: .warning)]
      + keys.map { Line(text: label($0), role: .text, target: JSONPath([.key($0)])) }
  }

  /// What else is in an update that names the whole calendar.
  static func others(_ body: UpdateBody, _ settings: SaveSettings) -> [Line] {
    var lines: [Line] = []
    if !body.alsoSent.isEmpty, !settings.checks {
      lines.append(
        Line(
          text: "This save does not check first: it overwrites what others changed meanwhile.",
          role: .warning))
    }
    if !body.alsoSent.isEmpty {
      lines.append(
        Line(
          text: "Also sent, unchanged: \(Wording.counted(body.alsoSent.count, "property"))",
          role: .hint))
      lines.append(
        Line(text: body.alsoSent.map(label).joined(separator: ", "), role: .hint))
    }
    let governed = body.keptOut.filter(settings.keysKeptOut.contains)
    if !governed.isEmpty {
      let labels = governed.map(label).joined(separator: ", ")
      lines.append(
        Line(text: "Left out, because a schedule governs them: \(labels)", role: .hint))
    }
    return lines
  }

  /// What governs the hours that are sent, or why that is not known.
  static func governed(_ body: UpdateBody, of document: CalendarDocument) -> [Line] {
    let keys = body.json.object?.keys ?? []
    let governing = document.governing
    let doubt = governing.doubt(changedKeys: keys).map { Line(text: $0, role: .warning) }
    guard let key = governing.keysNeedingAgreement(among: keys).first else {
      return [doubt].compactMap { $0 }
    }
    let head = Line(text: "Schedules govern these hours", role: .warning, target: key.path)
    return [head] + governing.agreement(changedKeys: keys).map { Line(text: $0, role: .text) }
      + [doubt].compactMap { $0 }
  }

  /// What becomes of the keys in rows that an update leaves out or that no document lists: what is
  /// sent, what could be, and what never can be.
  static func nested(
    _ body: UpdateBody, of document: CalendarDocument, asks: Bool
  ) -> [Line] {
    func part(_ title: String, _ paths: [JSONPath], _ consequence: String) -> [Line] {
      guard !paths.isEmpty else { return [] }
      return [Line(text: title, role: .warning)] + places(paths, document)
        + [Line(text: consequence, role: .hint)]
    }
    let optional = Set(body.undocumented)
    return part(
      "Undocumented, will be sent", body.kept, "The service may refuse them (422).")
      + part(
        asks ? "Undocumented; the save asks whether to send" : "Undocumented, will not be sent",
        body.undocumented,
        asks
          ? "Left out, the service may lose them." : "The service may lose them; they can be sent.")
      + part(
        "Never sent, as only the service gives them",
        body.leftOut.filter { !optional.contains($0) }, "The service may lose them.")
  }

  /// Keys that stand in no document, each once with the number of rows that have it.
  private static func places(_ paths: [JSONPath], _ document: CalendarDocument) -> [Line] {
    var names: [String] = []
    var places: [String: [JSONPath]] = [:]
    for path in paths {
      let name = path.keys.joined(separator: ".")
      if places[name] == nil { names.append(name) }
      places[name, default: []].append(path)
    }
    return names.map { name in
      let found = places[name] ?? []
      let text =
        found.count == 1
        ? "\(found[0]) (\(document.place(found[0].parent)))" : "\(name), in \(found.count) rows"
      return Line(text: text, role: .text, target: found.first?.parent)
    }
  }
}
