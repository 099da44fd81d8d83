/// The text as one segment of a path or one value of a query: all but letters, digits and `-._~`
/// percent-encoded.
func percentEncoded(_ text: String) -> String {
  let hex = Array("0123456789ABCDEF".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
    default: out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
  return String(decoding: out, as: UTF8.self)
}

/// The text with every `%XX` decoded; nil when one is broken or the result is not UTF-8.
func percentDecoded(_ text: some StringProtocol) -> String? {
  var out: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == 0x25 else {
      out.append(byte)
      continue
    }
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
      let value = UInt8(digits, radix: 16)
    else { return nil }
    out.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: out, as: UTF8.self)
}
