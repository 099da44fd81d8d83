import Glibc

/// A file or folder that could not be used: which one, and why in words.
package struct FileError: Error, Sendable, Hashable {
  package let path: String
  /// What the system, or a rule of this module, said: "No space left on device".
  package let reason: String
  /// The system's number of the error; nil where only a rule of this module was broken.
  let code: Int32?

  init(_ path: String, _ reason: String, code: Int32? = nil) {
    self.path = path
    self.reason = reason
    self.code = code
  }

  /// The last error of the system on this thread.
  init(_ path: String, code: Int32 = errno) {
    self.path = path
    self.code = code
    reason = String(cString: strerror(code))
  }

  package var message: String { "\(path): \(reason)" }
}

extension FileError: CustomStringConvertible {
  package var description: String { message }
}
