import Glibc

/// Where the build has put an executable of this package, beside the running tests.
package func builtProduct(_ name: String) -> String {
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = buffer.withUnsafeMutableBytes { bytes in
    bytes.bindMemory(to: CChar.self).baseAddress.map {
      readlink("/proc/self/exe", $0, bytes.count)
    } ?? 0
  }
  let tests = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  guard let slash = tests.lastIndex(of: "/") else { return name }
  return tests[...slash] + name
}
