#if canImport(Glibc)
  import Glibc

  /// The system's own reading of time zones, as `date` prints it.
  enum SystemClocks {
    static let directory = "/usr/share/zoneinfo"
    static let areThere = access("\(directory)/Europe/Berlin", R_OK) == 0

    struct Failure: Error {
      let zone: String
      let answer: String
    }

    /// The bytes of a zone's file.
    static func file(_ zone: String) throws -> [UInt8] {
      guard let file = fopen("\(directory)/\(zone)", "rb") else {
        throw Failure(zone: zone, answer: "no file")
      }
      defer { fclose(file) }
      return contents(of: file)
    }

    /// The seconds that clocks are ahead of UTC at each moment, in a zone by name or by rule.
    static func offsets(_ zone: String, at moments: [Int]) throws -> [Int] {
      var path = Array("/tmp/zone-moments-XXXXXX".utf8CString)
      let descriptor = mkstemp(&path)
      let name = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      defer { unlink(name) }
      guard descriptor >= 0, let input = fdopen(descriptor, "w") else {
        throw Failure(zone: zone, answer: "no file for the moments")
      }
      fputs(moments.map { "@\($0)\n" }.joined(), input)
      fclose(input)
      guard let output = popen("LC_ALL=C TZ='\(zone)' date -f \(name) +%::z", "r") else {
        throw Failure(zone: zone, answer: "date does not start")
      }
      let text = String(decoding: contents(of: output), as: UTF8.self)
      pclose(output)
      let offsets = text.split(separator: "\n").compactMap(seconds)
      guard offsets.count == moments.count else { throw Failure(zone: zone, answer: text) }
      return offsets
    }

    /// Reads `+05:30:00`.
    private static func seconds(_ text: Substring) -> Int? {
      let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return (text.first == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60 + parts[2])
    }

    private static func contents(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
      var bytes: [UInt8] = []
      var part = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = fread(&part, 1, part.count, file)
        if count == 0 { return bytes }
        bytes += part[..<count]
      }
    }
  }
#endif
