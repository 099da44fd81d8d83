import JSON
import TestSupport
import Testing

@testable import CalendarAPI

/// Tokens of which one is a part of another, in everything that a server may send back.
@Suite struct RedactionTests {
  /// Tokens as they came one after another; each holds the one before, or begins as it ends.
  static let families: [[String]] = [
    ["pit-first", "pit-first-and-longer"], ["pit-first-and-longer", "pit-first"],
    ["middle", "the-middle-one", "in-the-middle-one-more"], ["abcdab", "abcdabcdab"],
    ["a+/=\"b\\c", "a+/=\"b\\c&<d>'e"], ["xyxyxy", "xyxy"], ["tail-of-it", "it-and-more"],
    ["%41%42", "AB%41%42"],
  ]

  private func token(_ family: [String]) throws -> Token {
    var token = try Token(family[0])
    for text in family.dropFirst() { token = try Token(text).replacing(token) }
    return token
  }

  /// The ways in which addresses, JSON and pages write a text.
  static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { "Bearer \($0)" }, { PercentCoding.encoded($0) },
    { PercentCoding.encoded($0).lowercasedEscapes },
    { String(JSONString.quoted($0).dropFirst().dropLast()) },
    { $0.replacing("\\", with: "\\\\").replacing("/", with: "\\/").replacing("\"", with: "\\\"") },
    { $0.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() },
    { $0.utf8.map { "\\u00" + String($0, radix: 16, uppercase: true) }.joined() },
    {
      $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("'", with: "&#39;").replacing("\"", with: "&quot;")
    },
    { String($0.prefix(3)) + PercentCoding.encoded(String($0.dropFirst(3))) { _ in false } },
  ]

  @Test(arguments: families, spellings.indices)
  func noPartStays(_ family: [String], _ spelling: Int) throws {
    let token = try token(family)
    for text in family {
      let written = Self.spellings[spelling](text)
      let kept = written.hasPrefix("Bearer ") ? "Bearer " : ""
      #expect(token.redacted("<\(written)>") == "<\(kept)[token]>", "\(written)")
      #expect(token.redacted("ä\(written)\u{301}") == "ä\(kept)[token]\u{301}")
      for other in family {
        let second = Self.spellings[spelling](other)
        #expect(
          token.redacted("1 \(written), 2 \(second)") == "1 \(kept)[token], 2 \(kept)[token]")
      }
    }
  }

  /// A text that ends within a token ends before it, however much of it is there.
  @Test(arguments: families, spellings.indices)
  func noPartStaysWhereATextIsCut(_ family: [String], _ spelling: Int) throws {
    let token = try token(family)
    for text in family {
      let written = Array(Self.spellings[spelling](text).utf8)
      for length in 1..<written.count {
        let start = String(decoding: written[..<length], as: UTF8.self)
        if "Bearer ".hasPrefix(start) { continue }
        let kept = start.hasPrefix("Bearer ") ? "Bearer " : ""
        let redacted = token.redacted("? \(start)", isCut: true)
        #expect(["? \(kept)", "? \(kept)[token]"].contains(redacted), "\(start): \(redacted)")
      }
    }
  }

  @Test(arguments: families) func whatIsNoTokenStays(_ family: [String]) throws {
    let token = try token(family)
    for text in family {
      let bytes = Array(text.utf8)
      let other = String(decoding: bytes.dropLast() + [0x7E], as: UTF8.self)
      guard !family.contains(where: other.contains) else { continue }
      #expect(token.redacted("<\(other)>") == "<\(other)>")
      #expect(token.redacted("<\(other)> ", isCut: true) == "<\(other)> ")
    }
    #expect(try Token("abc").redacted("abc") == "abc", "a word so short stands everywhere")
  }

  @Test func tokensThatOverlapAreOnePlaceholder() throws {
    let token = try token(["tail-of-it", "it-and-more"])
    #expect(token.redacted("tail-of-it-and-more") == "[token]")
    #expect(token.redacted("tail-of-ittail-of-it") == "[token][token]")
  }

  /// Only the beginning of a long body is kept.
  @Test(arguments: families) func aLongBodyIsCutBeforeAToken(_ family: [String]) async throws {
    let token = try token(family)
    for text in family {
      let filler = String(repeating: "?", count: ServiceError.rawLimit - text.utf8.count + 1)
      let service = CalendarService(
        token: token, transport: ScriptedTransport([.json(500, filler + text)]))
      let error = await failure { () async throws(ServiceError) in
        try await service.loadCalendar(id: "x")
      }
      let raw = error?.raw.drop { $0 == "?" }
      #expect(raw.map { Token.placeholder.hasPrefix($0) } == true, "\(raw ?? "")")
    }
  }

  /// Headers, bodies and reasons, told to a log and to a person.
  @Test(arguments: families, spellings.indices)
  func nothingThatIsToldHoldsAPart(_ family: [String], _ spelling: Int) async throws {
    let token = try token(family)
    for text in family {
      let echo = Self.spellings[spelling](text)
      let quoted = JSONString.quoted(echo)
      let answers: [ScriptedTransport.Answer] = [
        .json(401, #"{"message":[\#(quoted),{"message":\#(quoted)}]}"#),
        .json(422, #"{"message":[{"property":\#(quoted),"constraints":{"a":\#(quoted)}}]}"#),
        .json(302, "", headers: [HTTPField("Location", "/?t=" + echo)]),
        .html(502, "<title>\(echo)</title>"), .json(500, echo), .json(200, echo),
        .failure(.other(echo)), .failure(.tls(reason: echo)), .failure(.hostNotFound(host: echo)),
        .failure(.certificateFile(path: echo, reason: echo)),
      ]
      for answer in answers {
        let log = KeptLog()
        let service = CalendarService(
          token: token,
          transport: LoggedTransport(ScriptedTransport([answer]), token: token, log: log))
        let error = try #require(
          await failure { () async throws(ServiceError) in
            try await service.loadCalendar(id: "x")
          })
        var told = "\(log.events) \(error.title) \(error.raw) \(error.description)"
        dump(error, to: &told)
        for part in family {
          #expect(told.utf8.firstRange(of: part.utf8) == nil)
          #expect(told.utf8.firstRange(of: Self.spellings[spelling](part).utf8) == nil)
        }
      }
    }
  }
}

extension String {
  /// The text with `%2F` written as `%2f`.
  fileprivate var lowercasedEscapes: String {
    var left = 0
    return String(
      map { character in
        if character == "%" { left = 3 }
        left -= 1
        return left >= 0 && left < 2 ? Character(character.lowercased()) : character
      })
  }
}
