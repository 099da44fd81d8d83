import ArgumentParser
import CalendarModel
import Glibc
import State
import UserConfiguration

/// What can be completed; nothing of it prints anything or asks the service.
///
/// The scripts hand what they get to the shell, which runs what stands in `$(…)` there, and names come
/// from the service. So only texts that no shell understands as more than a text are offered.
enum Completions {
  /// The calendars of the last list, by what is easy to type, and behind a sign their groups; and files
  /// with a calendar.
  ///
  /// - Parameters:
  ///   - words: all words of the line; bash makes a word of its own of the sign of a group.
  ///   - index: which of them is typed.
  static func calendars(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let isBehindSign = index > 1 && words.indices.contains(index - 1) && words[index - 1] == "@"
    let typed = (isBehindSign ? "@" : "") + unquoted(prefix)
    guard !typed.hasPrefix("@") else { return offered(groups, typed) }
    return offered(known.map(word) + files(typed), typed)
  }

  /// The calendars that can be edited; a file is named by an option there.
  static func editable(_ prefix: String) -> [String] {
    offered(known.map(word), unquoted(prefix))
  }

  /// What a shell makes of a word that is being typed: without the quotation marks around it, of which
  /// the last one is missing yet, and the backslashes in it.
  static func unquoted(_ word: String) -> String {
    guard let first = word.first, first == "\"" || first == "'" else {
      return word.replacing("\\", with: "")
    }
    let inner = word.dropFirst()
    return String(inner.last == first ? inner.dropLast() : inner)
  }

  /// By name, or by id where a shell would make more of the name.
  private static func word(for calendar: CalendarListCache.Entry) -> String {
    isHarmless(calendar.name) && !calendar.name.isEmpty ? calendar.name : calendar.id
  }

  /// The groups of the last lists, as verbs take them.
  private static var groups: [String] {
    Set(known.compactMap(\.group)).sorted().map { "@\($0)" }
  }

  /// The calendars of the last list of each profile.
  private static var known: [CalendarListCache.Entry] {
    guard let path = try? StateFolder.standardPath(environment: System.environment),
      let folder = try? StateFolder(existing: path)
    else { return [] }
    let cache = CalendarListCache(in: folder)
    let sources = ConfigurationLoader.sources(options: [:])
    let profiles = sources.profiles.isEmpty ? [sources.withoutProfile] : sources.profiles
    return profiles.flatMap { profile -> [CalendarListCache.Entry] in
      guard let base = try? profile.base() else { return [] }
      return cache.calendars(base, account: profile.listName)
    }
  }

  /// Those that begin with what is typed, and are harmless in a shell.
  static func offered(_ words: [String], _ prefix: String) -> [String] {
    words.filter { $0.hasPrefix(prefix) && isHarmless($0) }
  }

  private static func isHarmless(_ word: String) -> Bool {
    !word.hasPrefix("-")
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || " -_.,/@+=%[]".unicodeScalars.contains(scalar)
          : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
  }

  /// The fields, as `get` and `set` take them.
  static func fields(_ prefix: String) -> [String] {
    ChangeNames.completions(prefix).filter(isHarmless)
  }

  /// What can be set: the fields with the sign that follows; behind it the values of a field that has
  /// a few.
  ///
  /// - Parameters:
  ///   - words: all words of the line; bash makes a word of its own of the sign.
  ///   - index: which of them is typed.
  static func assignments(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    if let sign = prefix.firstIndex(of: "="), sign != prefix.startIndex {
      let name = String(prefix[..<sign])
      return values(of: name).map { "\(name)=\($0)" }.filter { $0.hasPrefix(prefix) }
    }
    for (name, sign) in [(index - 2, index - 1), (index - 1, index)]
    where name > 0 && words.indices.contains(sign) && words[sign] == "=" {
      return values(of: words[name]).filter { sign == index || $0.hasPrefix(prefix) }
    }
    return fields(prefix).map { $0 + "=" } + calendars(words, index, prefix)
  }

  private static func values(of field: String) -> [String] {
    ChangeNames.values(ofFieldNamed: field).filter(isHarmless)
  }

  /// The profiles of the configuration; behind a comma one more.
  static func profiles(_ prefix: String) -> [String] {
    let parts = unquoted(prefix).split(separator: ",", omittingEmptySubsequences: false)
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

extension Profile {
  /// What the list of its calendars is kept under between runs.
  var listName: String { name ?? location ?? "" }
}

extension CompletionKind {
  static var calendars: CompletionKind {
    .custom { words, index, prefix in Completions.calendars(words, index, prefix) }
  }
  static var editable: CompletionKind {
    .custom { _, _, prefix in Completions.editable(prefix) }
  }
  static var fields: CompletionKind { .custom { _, _, prefix in Completions.fields(prefix) } }
  static var calendarsAndFields: CompletionKind {
    .custom { words, index, prefix in
      Completions.calendars(words, index, prefix) + Completions.fields(prefix)
    }
  }
  static var assignments: CompletionKind {
    .custom { words, index, prefix in Completions.assignments(words, index, prefix) }
  }
  static var profiles: CompletionKind {
    .custom { _, _, prefix in Completions.profiles(prefix) }
  }
}
