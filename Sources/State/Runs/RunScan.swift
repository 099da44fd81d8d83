import CalendarWork
import Glibc

/// What a journal holds, by one pass over it: a few numbers for each calendar.
struct RunScan: Sendable {
  /// Where a line stands in the file.
  struct Place: Sendable, Equatable {
    let offset: Int
    /// Without its line feed.
    let length: Int
    /// Counted from 1.
    let number: Int
  }

  /// What is known of one calendar.
  struct Calendar: Sendable {
    let plan: Place
    /// The update that was sent last, and when.
    var sent: (place: Place, at: DraftTime)?
    var code: BatchOutcome.Code?
    /// Where the outcome stands.
    var outcome: Place?

    var isDone: Bool { code.map { BatchOutcome($0, "").isFinal } ?? false }
  }

  private(set) var calendars: [Calendar] = []
  /// The numbers of the lines that are not what stands there otherwise, the first ones.
  private(set) var broken: [Int] = []
  /// The length of the file without a line that a crash has torn.
  private(set) var soundLength = 0
  private(set) var lines = 0

  static let mostBroken = 100

  /// Takes a whole line.
  mutating func add(_ head: some Collection<UInt8>, length: Int, offset: Int) {
    lines += 1
    soundLength = offset + length + 1
    // The first line is the header.
    if lines == 1 { return }
    let place = Place(offset: offset, length: length, number: lines)
    switch RunLine(head: head) {
    case .planned(calendars.count): calendars.append(Calendar(plan: place))
    case .sending(let index, let time) where calendars.indices.contains(index):
      calendars[index].sent = (place, time)
    case .outcome(let index, let code) where calendars.indices.contains(index):
      (calendars[index].code, calendars[index].outcome) = (code, place)
    default: if broken.count < Self.mostBroken { broken.append(lines) }
    }
  }

  /// Reads an open file from its beginning.
  init(_ file: Int32) throws(FileBytes.ReadError) {
    var head: [UInt8] = []
    var (start, offset) = (0, 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(file, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return }
      var rest = buffer[..<count]
      while let end = rest.firstIndex(of: 0x0A) {
        head += rest[..<end].prefix(max(0, RunLine.headLength - head.count))
        add(head, length: offset + end - start, offset: start)
        head.removeAll(keepingCapacity: true)
        start = offset + end + 1
        rest = rest[(end + 1)...]
      }
      head += rest.prefix(max(0, RunLine.headLength - head.count))
      offset += count
    }
  }

  /// For a journal that begins.
  init() {}

  /// How many calendars ended last with each kind of outcome.
  var counts: [BatchOutcome.Kind: Int] {
    calendars.reduce(into: [:]) { counts, calendar in
      if let kind = calendar.code?.kind { counts[kind, default: 0] += 1 }
    }
  }

  /// How many calendars have ended for good.
  var done: Int { calendars.count(where: \.isDone) }
}
