import Glibc

/// Reads and writes all bytes of an open file, whatever interrupts a single call.
package enum FileBytes {
  /// Why a file could not be read whole.
  package enum ReadError: Error, Sendable, Hashable {
    /// The number of the system's error.
    case system(Int32)
    /// It holds more bytes than the reader takes.
    case tooLarge
  }

  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - limit: how many bytes are taken at most.
  ///   - size: how many there probably are.
  package static func readAll(
    from file: Int32, limit: Int, expecting size: Int = 0
  ) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLarge }
    }
  }

  /// Reads to the first line break, which is left out, or to the end.
  ///
  /// - Parameter limit: how many bytes the line has at most.
  static func readLine(from file: Int32, limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 13)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      let end = buffer[..<count].firstIndex(of: 0x0A)
      bytes += buffer[..<(end ?? count)]
      guard bytes.count <= limit else { throw .tooLarge }
      if end != nil || count == 0 { return bytes }
    }
  }

  /// Reads so many bytes from a place; the place that other reads go on from stays.
  ///
  /// - Throws: ``ReadError/system(_:)`` with `EIO` where the file ends before.
  static func part(
    _ count: Int, from file: Int32, at offset: Int
  ) throws(ReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes[done...].withUnsafeMutableBytes {
        pread(file, $0.baseAddress, $0.count, off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(errno) }
      guard got > 0 else { throw .system(EIO) }
      done += got
    }
    return bytes
  }

  /// Writes a whole text.
  ///
  /// - Returns: false on a failure; `errno` says why.
  package static func writeAll(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return true
    }
  }
}
