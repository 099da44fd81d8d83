import Manual
import UserConfiguration

/// A file or folder that the program keeps, for the manual.
struct ProgramFile: Sendable {
  let path: String
  let meaning: ManualText

  static let all: [ProgramFile] = [
    .init(
      path: "$XDG_CONFIG_HOME/caledit/config",
      meaning: "The configuration, by default `~/.config/caledit/config`; see `caledit-config`(5)."),
    .init(
      path: "$XDG_STATE_HOME/caledit",
      meaning: """
        The state folder, by default `~/.local/state/caledit`, which only you can enter. The names \
        below are in it. No token is in any of them; what calendars hold is, and is not encrypted.
        """),
    .init(path: "drafts/", meaning: "The work that was not saved; see `caledit-drafts`(1)."),
    .init(
      path: "history/",
      meaning:
        "The saves: the calendar before and after, and what was sent; see `caledit-history`(1)."),
    .init(
      path: "runs/",
      meaning: "The journals of runs over many calendars; see `caledit-runs`(1)."),
    .init(
      path: "pace/",
      meaning: """
        When requests went to a sub-account, so that commands that run at the same time keep to what \
        the service allows together.
        """),
    .init(
      path: "lists/",
      meaning: "The names, ids and groups of the calendars that were listed last, for completion."
    ),
    .init(path: "routes.json", meaning: "Which of the two paths of an update worked last."),
    .init(
      path: "habits.json",
      meaning: """
        What was seen of a sub-account, and decided for it: whether an update lost what it did not \
        name, whether each is to name the whole calendar, and whether undocumented keys in rows are sent.
        """),
  ]
}
