import CalendarAPI
import CalendarWork
import Glibc
import JSON
import Synchronization

/// Remembers how the service treats updates of each sub-account, and what its user decided, in
/// `habits.json` of the state folder.
///
/// A file that cannot be read counts as empty. What cannot be written is remembered until the
/// program ends.
package final class StoredHabits: Sendable {
  /// Nil where nothing is kept between runs.
  private let path: String?
  /// What this program has remembered itself; it goes before what the file says.
  private let own = Mutex<[Account: AccountHabits]>([:])
  /// How often a lock is tried that another caledit holds.
  private let mostTries: Int

  /// A sub-account at an address.
  private struct Account: Hashable {
    let base: BaseURL
    let location: String
  }

  /// - Parameters:
  ///   - folder: nil to remember only until the program ends, as for the sandbox.
  ///   - mostTries: how often the file is tried, 5 ms apart, while another caledit writes it.
  package init(in folder: StateFolder?, mostTries: Int = 100) {
    path = folder.map { $0.path + "/habits.json" }
    self.mostTries = mostTries
  }

  /// What is known of a sub-account; all unknown where nothing was remembered.
  ///
  /// - Parameter location: the id of the sub-account.
  package func habits(for base: BaseURL, location: String) -> AccountHabits {
    let account = Account(base: base, location: location)
    let own = own.withLock { $0[account] } ?? AccountHabits()
    return own.filled(from: path.flatMap { Self.read($0)[account] } ?? AccountHabits())
  }

  /// Remembers what was learnt of a sub-account.
  ///
  /// - Parameter habits: what is nil in them stays as it was remembered before, also by another
  ///   caledit.
  package func remember(_ habits: AccountHabits, for base: BaseURL, location: String) {
    let account = Account(base: base, location: location)
    own.withLock { own in
      own[account] = habits.filled(from: own[account] ?? AccountHabits())
      guard let path else { return }
      // Two that read and write at the same time would lose what one of them wrote. Where the lock
      // cannot be had, the risk is small.
      let lock = lock(path)
      defer { lock?.release() }
      var known = Self.read(path)
      let before = known[account]
      let merged = habits.filled(from: before ?? AccountHabits())
      guard merged != before else { return }
      known[account] = merged
      try? AtomicFile.write(Self.text(of: known), to: path, mode: 0o600)
    }
  }

  private func lock(_ path: String) -> DraftLock? {
    for _ in 0..<mostTries {
      do throws(DraftLock.Refusal) {
        return try DraftLock(.file(path: path), at: path + DraftStore.lockSuffix)
      } catch {
        guard case .held = error else { return nil }
        usleep(5_000)
      }
    }
    return nil
  }

  // MARK: Coding

  private static func read(_ path: String) -> [Account: AccountHabits] {
    guard let bytes = try? DraftFile.read(path, limit: 1 << 20),
      let members = try? JSONDocument(parsing: bytes).value.object?.members
    else { return [:] }
    var known: [Account: AccountHabits] = [:]
    for member in members {
      guard let base = try? BaseURL(member.key) else { continue }
      for place in member.value.object?.members ?? [] {
        known[Account(base: base, location: place.key)] = AccountHabits(
          sendsWhole: place.value[key: "sendsWhole"]?.bool,
          sendsUndocumented: place.value[key: "sendsUndocumented"]?.bool,
          losesUnnamed: place.value[key: "losesUnnamed"]?.bool)
      }
    }
    return known
  }

  private static func text(of known: [Account: AccountHabits]) -> String {
    let bases = Dictionary(grouping: known, by: \.key.base)
    let members = bases.sorted { $0.key.description < $1.key.description }.map { base, accounts in
      let places = accounts.sorted { $0.key.location < $1.key.location }
        .map { JSONObject.Member(key: $0.key.location, value: $0.value.json) }
      return JSONObject.Member(key: base.description, value: .object(JSONObject(places)))
    }
    return JSONValue.object(JSONObject(members))
      .printed(JSONLayout(indent: "  ", endsWithNewline: true))
  }
}

extension AccountHabits {
  /// These habits, with what is not known of them taken from others.
  fileprivate func filled(from others: AccountHabits) -> AccountHabits {
    AccountHabits(
      sendsWhole: sendsWhole ?? others.sendsWhole,
      sendsUndocumented: sendsUndocumented ?? others.sendsUndocumented,
      losesUnnamed: losesUnnamed ?? others.losesUnnamed)
  }

  fileprivate var json: JSONValue {
    let members = [
      ("sendsWhole", sendsWhole), ("sendsUndocumented", sendsUndocumented),
      ("losesUnnamed", losesUnnamed),
    ].compactMap { key, value in value.map { JSONObject.Member(key: key, value: .bool($0)) } }
    return .object(JSONObject(members))
  }
}
