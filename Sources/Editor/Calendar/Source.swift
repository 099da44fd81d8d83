/// Where the calendar comes from and where it is saved to.
package struct Source: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The service at `origin`, as it is shown: its host.
    case service(calendarID: String, origin: String)
    /// The sandbox inside the process.
    case demo(calendarID: String)
    /// `-` is standard input, and standard output when it is saved.
    case file(path: String)
    /// None: the place of the list of calendars.
    case list
  }

  package let kind: Kind
  /// A file that takes the update body instead of the save.
  package let output: String?
  /// Whether that file is there already, and is replaced.
  package let replacesOutput: Bool

  package init(_ kind: Kind, output: String? = nil, replacesOutput: Bool = false) {
    self.kind = kind
    self.output = output
    self.replacesOutput = replacesOutput
  }

  var isFile: Bool { if case .file = kind { true } else { false } }

  /// The id that the calendar is asked for by; nil for a file.
  package var calendarID: String? {
    switch kind {
    case .service(let id, _), .demo(let id): id
    case .file, .list: nil
    }
  }

  var isService: Bool { if case .service = kind { true } else { false } }

  /// Whether the calendar came through a pipe, and goes on through one.
  var isStandardInput: Bool { kind == .file(path: "-") }

  /// The source in few words, for the title line.
  var label: String {
    switch kind {
    case .service(_, let origin): origin
    case .demo: "demo"
    case .file("-"): "standard input"
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .list: "list"
    }
  }

  /// What the source is called while it is loaded.
  var place: String {
    switch kind {
    case .service(let id, let origin): "calendar \(id) from \(origin)"
    case .demo(let id): "calendar \(id) from the sandbox"
    case .file(let path): path
    case .list: "Calendars"
    }
  }
}
