/// What stands for a character where only ASCII can be shown; always as wide as the original.
enum AsciiFallback {
  static func of(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x7F { return scalar }
    return UInt32((table[scalar] ?? "?").value)
  }

  private static let table: [UInt32: Unicode.Scalar] = [
    0xA0: " ", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2018: "'",
    0x2019: "'", 0x201C: "\"", 0x201D: "\"", 0x2022: "*", 0x2026: "~", 0x203A: "/", 0x2190: "<",
    0x2192: ">", 0x2191: "^", 0x2193: "v", 0x2500: "-", 0x2502: "|", 0x250C: "+", 0x2510: "+",
    0x2514: "+", 0x2518: "+", 0x2534: "+", 0x2588: "#", 0x25B2: "!", 0x2713: "x", 0x2717: "!",
    0xB7: "-",
    0xD7: "x",
  ]
}
