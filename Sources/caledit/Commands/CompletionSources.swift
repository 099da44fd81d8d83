import ArgumentParser
import CalendarModel
import Glibc
import UserConfiguration

/// What can be completed; nothing of it prints anything or asks the service.
///
/// The scripts hand what they get to the shell, which runs what stands in `$(…)` there, and names come
/// from the service. So only texts that no shell understands as more than a text are offered.
enum CompletionSources {
  /// The calendars of the last list, by what is easy to type; and files with a calendar.
  static func calendars(_ prefix: String) -> [String] {
    offered(known + files(prefix), prefix)
  }

  /// The calendars that are known from earlier runs.
  private static var known: [String] { [] }

  /// Those that begin with what is typed, and are harmless in a shell.
  static func offered(_ words: [String], _ prefix: String) -> [String] {
    words.filter { $0.hasPrefix(prefix) && isHarmless($0) }
  }

  private static func isHarmless(_ word: String) -> Bool {
    !word.hasPrefix("-")
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || " -_.,/@+=%".unicodeScalars.contains(scalar)
          : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
  }

  /// The fields, as `get` and `set` take them.
  static func fields(_ prefix: String) -> [String] {
    offered(CalendarSchema.flat.map { $0.keys.joined(separator: ".") }, prefix)
  }

  /// The profiles of the configuration; behind a comma one more.
  static func profiles(_ prefix: String) -> [String] {
    let parts = prefix.split(separator: ",", omittingEmptySubsequences: false)
    let before = parts.dropLast().map { $0 + "," }.joined()
    let last = parts.last.map(String.init) ?? ""
    let used = Set(parts.dropLast().map(String.init))
    let names = ConfigurationLoader.read().profiles.map(\.name).filter { !used.contains($0) }
    return offered(names, last).map { before + $0 }
  }

  /// Folders, and files that may hold a calendar.
  private static func files(_ prefix: String) -> [String] {
    let cut = prefix.lastIndex(of: "/").map { prefix.index(after: $0) } ?? prefix.startIndex
    let (folder, start) = (String(prefix[..<cut]), prefix[cut...])
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix("."),
        name != ".", name != "..", isFolder || name.hasSuffix(".json")
      else { continue }
      found.append(folder + name + (isFolder ? "/" : ""))
    }
    return found.sorted()
  }
}

extension CompletionKind {
  static var calendars: CompletionKind {
    .custom { _, _, prefix in CompletionSources.calendars(prefix) }
  }
  static var fields: CompletionKind { .custom { _, _, prefix in CompletionSources.fields(prefix) } }
  static var profiles: CompletionKind {
    .custom { _, _, prefix in CompletionSources.profiles(prefix) }
  }
}
