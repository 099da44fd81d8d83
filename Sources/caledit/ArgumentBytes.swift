import Glibc

/// The arguments as the system hands them over: Swift replaces bytes that are not UTF-8, and what was
/// replaced must not be sent.
enum ArgumentBytes {
  /// Why the arguments cannot be used; nil where all of them are text.
  static var failure: Failure? {
    let count = Int(CommandLine.argc)
    guard count > 1 else { return nil }
    return failure(
      of: (1..<count).map { place in
        CommandLine.unsafeArgv[place].map { argument in
          UnsafeBufferPointer(start: argument, count: strlen(argument)).map(UInt8.init(bitPattern:))
        } ?? []
      })
  }

  /// - Parameter arguments: their bytes, without the name of the program.
  static func failure(of arguments: [[UInt8]]) -> Failure? {
    for (place, bytes) in arguments.enumerated() where bytes.text == nil {
      let shown = String(decoding: bytes.prefix(60), as: UTF8.self)
      return Failure(
        "argument \(place + 1), “\(shown)”, is not UTF-8; nothing was done",
        details: ["Type it in a UTF-8 terminal, or put it into a file that is UTF-8."],
        status: .usage)
    }
    return nil
  }
}

extension Sequence<UInt8> {
  /// The text that they are in UTF-8; nil where they are none.
  var text: String? { String(validating: self, as: UTF8.self) }
}

extension [UInt8] {
  /// The lines, each with its number from 1 on.
  ///
  /// - Throws: for the first line that is not UTF-8, with the name of the file.
  func lines(of name: String) throws(Failure) -> [(number: Int, text: String)] {
    var lines: [(number: Int, text: String)] = []
    for (place, line) in split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard let text = line.text else {
        throw Failure(
          "\(name):\(place + 1): the line is not UTF-8",
          details: ["Save the file as UTF-8."], status: .unreadable)
      }
      lines.append((place + 1, text))
    }
    return lines
  }
}
