/// Whether the token can be read again from where it came.
package enum TokenOrigin: Sendable, Hashable {
  /// From a file or a command, which may have another one by now.
  case readable
  /// It was given when the program started, by what has this name: `HIGHLEVEL_TOKEN`.
  case fixed(name: String)
}
