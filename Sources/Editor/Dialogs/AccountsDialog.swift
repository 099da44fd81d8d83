import CalendarModel
import TextUI

/// The sub-accounts, to list the calendars of one or of all.
struct AccountsDialog: ListDialog {
  static let keys = KeyTable.list(
    "accounts", "In the list of sub-accounts", take: "List", taking: "Lists its calendars")

  let title = "Sub-accounts"
  /// Behind those of the directory nil stands for all.
  private let accounts: [AccountID?]
  var list: FilterList

  init(_ directory: AccountDirectory) {
    accounts = directory.entries.map(\.account.id) + [nil]
    list = FilterList(
      directory.entries.map { entry in
        .init(
          entry.title, detail: entry.stateInWords,
          keywords: "\(entry.account.id.name) \(entry.account.locationID ?? "")")
      } + [.init("All sub-accounts", detail: "each is loaded as it comes")],
      matching: .wordsAnywhere, selected: accounts.firstIndex(of: directory.listed) ?? 0)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.app(.list(accounts[entry]))] }

  var showsQuery: Bool { true }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, list.entries.count + 4), columns: 76)
  }
}

extension AccountCalendars {
  /// How far its list is, and what it is called in the configuration.
  fileprivate var stateInWords: String {
    let state =
      switch state {
      case .unasked: "not loaded"
      case .asked: "loading"
      case .loaded: Wording.counted(calendars.count, "calendar")
      case .failed(let title, _): title
      }
    let profile = account.id.name.isEmpty || account.id.name == title ? "" : account.id.name
    return [profile, state, account.terms.isReadOnly ? "read-only" : ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
