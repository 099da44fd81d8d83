import Editor
import State

/// Files that somebody names in the editor, for a text.
enum TextFile {
  /// Writes a text.
  ///
  /// - Parameters:
  ///   - path: `~/` begins in the home folder.
  ///   - replaces: whether a file that is there is replaced.
  static func write(_ text: WrittenText, _ path: String, _ replaces: Bool) -> TextWriting {
    var place = path
    if path.hasPrefix("~/"), let home = System.environment("HOME") {
      place = home + path.dropFirst()
    }
    guard replaces || !AtomicFile.isThere(place) else { return .isThere }
    do throws(FileError) {
      try AtomicFile.replace(place, with: text.text)
      return .done
    } catch {
      return .failed(FileFailure(path: path, reason: error.reason))
    }
  }
}
