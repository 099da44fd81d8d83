import CalendarModel

extension LocalFormat {
  /// Every clock with every beginning of the week.
  static let all = Clock.allCases.flatMap { clock in
    WeekStart.allCases.map { LocalFormat(clock: clock, weekStart: $0) }
  }

  /// As most users in the United States read times and weeks.
  static let american = LocalFormat(clock: .twelve, weekStart: .sunday)
}

extension String {
  /// The first time of day in it that only a clock of 24 hours shows: `13:30`; nil for none.
  var timeOf24Hours: String? {
    let bytes = Array(utf8)
    func digit(_ index: Int) -> Int? {
      bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
        ? Int(bytes[index]) - 0x30 : nil
    }
    for colon in bytes.indices where bytes[colon] == 0x3A {
      guard let ten = digit(colon - 2), let one = digit(colon - 1),
        let minutes = digit(colon + 1), digit(colon + 2) != nil, digit(colon - 3) == nil,
        digit(colon + 3) == nil, minutes < 6, (13...23).contains(ten * 10 + one)
      else { continue }
      return String(decoding: bytes[colon - 2...colon + 2], as: UTF8.self)
    }
    return nil
  }
}
