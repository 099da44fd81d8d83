/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case valueMissing
    case trailingText
    case nameMissing
    case colonMissing
    case separatorMissing(close: String)
    case digitMissing
    case stringNotClosed
    case controlCharacter
    case unknownEscape
    case incompleteUnicodeEscape
    case invalidUTF8
    case tooDeep(limit: Int)
  }

  package let reason: Reason
  package let position: JSONPosition

  package var message: String {
    switch reason {
    case .valueMissing: "a value is missing"
    case .trailingText: "there is text after the end of the document"
    case .nameMissing: "a member's name in quotes is missing"
    case .colonMissing: "':' is missing after a member's name"
    case .separatorMissing(let close): "',' or '\(close)' is missing"
    case .digitMissing: "a digit is missing in a number"
    case .stringNotClosed: "a text is not closed with '\"'"
    case .controlCharacter: "a text contains a control character; write it as an escape"
    case .unknownEscape: "a text contains an unknown escape"
    case .incompleteUnicodeEscape: "\\u needs four hexadecimal digits"
    case .invalidUTF8: "the text is not UTF-8"
    case .tooDeep(let limit): "values are nested more than \(limit) levels deep"
    }
  }

  package var description: String { "\(position): \(message)" }
}

/// A place in a text, counted as editors count: lines and characters from 1.
package struct JSONPosition: Sendable, Hashable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let seen = bytes.prefix(offset)
    let mark = seen.starts(with: JSONParser.byteOrderMark) ? JSONParser.byteOrderMark.count : 0
    let start = seen.lastIndex(of: 0x0A).map { $0 + 1 } ?? mark
    line = seen.count { $0 == 0x0A } + 1
    column = bytes[start..<seen.endIndex].count { $0 & 0xC0 != 0x80 } + 1
  }

  package var description: String { "\(line):\(column)" }
}
