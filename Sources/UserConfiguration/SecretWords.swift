/// Tells what looks like a token, so that no message repeats it and no file keeps it.
package enum SecretWords {
  /// Whether a text holds what looks like a Private Integration Token (`pit-…`) or an access token
  /// (`eyJ…`), at the beginning of a word.
  ///
  /// - Parameter isPath: whether the text is a path, in which a file may have such a name.
  package static func looksSecret(_ text: String, isPath: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    let joints = isPath ? joints + [UInt8(ascii: "/")] : joints
    func goesOn(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte >= 0x80
        || joints.contains(byte)
    }
    return beginnings.contains { beginning in
      bytes.indices.contains { start in
        bytes[start...].starts(with: beginning) && (start == 0 || !goesOn(bytes[start - 1]))
      }
    }
  }

  /// An access token is base64 of `{"`, which has one spelling; an id may begin with another.
  private static let beginnings = ["pit-", "PIT-", "Pit-", "eyJ"].map { Array($0.utf8) }
  /// What stands inside of a word besides letters and digits.
  private static let joints = Array("-_.~".utf8)

  /// Whether a name is one that people give a secret.
  static func namesSecret(_ name: String) -> Bool {
    let letters = NearestName.folded(name)
    return letters.hasSuffix("token") || letters.hasSuffix("apikey") || names.contains(letters)
  }

  private static let names: Set<String> = [
    "key", "secret", "clientsecret", "password", "passwd", "passphrase", "bearer", "authorization",
    "jwt", "pit", "privateintegration", "auth", "credentials",
  ]
}
