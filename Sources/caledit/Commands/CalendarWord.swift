import CalendarModel
import State

/// What names calendars on the command line or in a list of them.
struct CalendarWord: Sendable {
  enum Kind: Sendable, Hashable {
    /// A calendar in a file.
    case file(path: String)
    /// A calendar on standard input.
    case standardInput
    /// An id that a link holds, or that looks like nothing but an id.
    case id(String)
    /// A name, a slug or an id; or else something that may be a file that is not there.
    case name(String)
    /// All calendars of a group, by its name or id.
    case group(String)
  }

  /// As it was written.
  let text: String
  let kind: Kind
  /// The profile that it is of, where a list says it.
  let profile: String?

  /// Reads a word of the command line.
  ///
  /// - Throws: a ``Failure`` for a link that leads to no calendar, and for what is empty.
  init(argument text: String) throws(Failure) {
    self.text = text
    profile = nil
    if text == CalendarFile.standardInput {
      kind = .standardInput
    } else if !text.contains("://"), AtomicFile.isThere(text) || Self.isPath(text) {
      kind = .file(path: text)
    } else {
      kind = try Self.kind(text)
    }
  }

  /// Reads a line of a list, where nothing is a file.
  init(line text: String, profile: String? = nil) throws(Failure) {
    self.text = text
    self.profile = profile
    kind = try Self.kind(text)
  }

  /// Whether it can be nothing but the path of a file.
  private static func isPath(_ text: String) -> Bool {
    text.hasSuffix(".json") || ["/", "./", "../", "~/"].contains { text.hasPrefix($0) }
  }

  private static func kind(_ text: String) throws(Failure) -> Kind {
    if TokenSource.isToken(text) { throw Failure(TokenSource.noArgument, status: .usage) }
    if text.hasPrefix("@"), text.count > 1 { return .group(String(text.dropFirst())) }
    do {
      let id = try CalendarLink.id(in: text)
      guard !id.isEmpty else {
        throw Failure("a calendar is named by an empty text", status: .usage)
      }
      return id.looksLikeID ? .id(id) : .name(id)
    } catch let failure as Failure {
      throw failure
    } catch CalendarLink.Problem.slug(let slug) {
      return .name(slug)
    } catch let problem as CalendarLink.Problem {
      // A name may have a slash in it.
      guard text.contains("://") || text.contains(".") else { return .name(text) }
      throw Failure("“\(text)”: \(problem.message)", status: .usage)
    } catch {
      return .name(text)
    }
  }
}
