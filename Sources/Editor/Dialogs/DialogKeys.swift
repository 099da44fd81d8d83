import TextUI

/// The keys of all dialogs, for help, README and configuration.
enum DialogKeys {
  static let types: [any Dialog.Type] = [
    ReviewDialog.self, ConflictDialog.self, ConfirmDialog.self, DraftDialog.self,
    SecretPromptDialog.self, HistoryDialog.self, PreviewDialog.self, SearchDialog.self,
    PaletteDialog.self, TextDialog.self, LongTextDialog.self, PromptDialog.self,
    EmailListDialog.self, ChoiceDialog.self, ChoicesDialog.self, FieldMenuDialog.self,
    LookUpDialog.self, TypeDialog.self, AddMemberDialog.self, AddLocationDialog.self,
    CopyHoursDialog.self, UndoDialog.self, RecentPlacesDialog.self, CalendarListDialog.self,
    AccountsDialog.self, OpenCalendarsDialog.self, WelcomeDialog.self,
    CopySettingsDialog.self, CopyPartnersDialog.self, BatchPlanDialog.self, BatchRunDialog.self,
  ]

  static let all: [AnyKeyTable] = types.map { $0.keyTable }
}

extension Dialog {
  static var keyTable: AnyKeyTable { AnyKeyTable(keys) }

  /// Every key that works here: those of the type, those of this dialog alone, and those of the
  /// actions that work here.
  var allKeys: AnyKeyTable {
    let actions = (actions + [.help]).compactMap { Actions.byID[$0] }.map {
      AnyKeyTable.Entry(
        id: $0.id.rawValue, keys: $0.keys, short: $0.short ?? $0.title, help: $0.title)
    }
    return AnyKeyTable(Self.keyTable, adding: ownKeys + actions)
  }
}

extension AnyKeyTable {
  /// A table with more entries.
  init(_ table: AnyKeyTable, adding more: [Entry]) {
    id = table.id
    title = table.title
    typing = table.typing
    entries = table.entries + more
  }
}

extension AnyKeyTable.Entry {
  /// The answer of a question, which has its letter from the question.
  init(answer key: Character, _ text: String) {
    self.init(id: "answer.\(key)", keys: [.character(key)], short: text, help: text)
  }
}
