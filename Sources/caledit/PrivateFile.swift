import Editor
import Glibc
import State

/// A file for another program, in a folder that only the user can enter.
struct PrivateFile {
  /// What the other program left.
  enum Contents {
    case bytes([UInt8])
    case gone
    case tooLarge
  }

  let path: String
  private let folder: String

  /// Makes it in a new folder under `$TMPDIR`, or `/tmp`.
  init(named name: String, text: String) throws(EditFailure) {
    var base = System.environment("TMPDIR") ?? "/tmp"
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    var template = Array((base + "/caledit.XXXXXX").utf8CString)
    // Made with mode 0700.
    guard mkdtemp(&template) != nil else {
      throw .noFile(reason: "\(base): \(System.lastError)")
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let isWritten = file >= 0 && FileBytes.writeAll(text, to: file)
    let reason = "\(path): \(System.lastError)"
    if file >= 0 { close(file) }
    guard isWritten else {
      remove()
      throw .noFile(reason: reason)
    }
  }

  func contents(limit: Int) -> Contents {
    var status = stat()
    guard stat(path, &status) == 0 else { return .gone }
    guard status.st_size <= limit else { return .tooLarge }
    do {
      return .bytes(try System.read(path, limit: limit))
    } catch {
      return .gone
    }
  }

  /// Whether the other program has written another text.
  func hasContents(otherThan text: String, limit: Int) -> Bool {
    switch contents(limit: limit) {
    case .gone: false
    case .tooLarge: true
    case .bytes(let bytes): !bytes.isEmpty && !bytes.elementsEqual(text.utf8)
    }
  }

  /// Removes the file, the backups that the other program left beside it, and the folder.
  func remove() {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        unlink(folder + "/" + name)
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}
