import CalendarModel

/// What the list of calendars takes over from those that are open.
extension App {
  /// Takes over what was just loaded or saved of calendars: names, filter, sort, marks and plans go by
  /// what the service is known to hold.
  mutating func takeOverHeld() {
    var isChanged = false
    for id in order {
      // Each key comes by here, so the calendar is not copied for it.
      guard let mark = self[id].look({ $0.document?.baseMark }), seenBases[id] != mark else {
        continue
      }
      seenBases[id] = mark
      guard let document = self[id].document, let account = self[id].account,
        let calendarID = self[id].source.calendarID
      else {
        continue
      }
      let names = self[id].lookUps.lists.names
      accounts[account]?.take(
        held: document.base, of: calendarID, names: names, document.schedules)
      isChanged = true
    }
    guard isChanged else { return }
    if seenBases.count > order.count { seenBases = seenBases.filter { isOpen($0.key) } }
    // What was typed to find a calendar does not narrow what comes behind it.
    showHeldInList()
    refreshPlan()
  }

  /// Brings the marks of kept drafts up to date for the calendars that are open: what is changed there
  /// has a mark of its own, so that of a draft is for one that nobody has decided about.
  mutating func noteDrafts() {
    for id in order where self[id].draftStatus.isKept && self[id].document != nil {
      mark(id, hasDraft: self[id].draftStatus.isUndecided)
    }
  }

  /// Brings the mark of a kept draft up to date for a calendar that is being closed.
  mutating func noteDraft(ofClosed id: CalendarID) {
    let isKept = keptDrafts.remove(id) != nil
    guard self[id].draftStatus.isKept else { return }
    mark(id, hasDraft: isKept && (self[id].draftStatus.isUndecided || self[id].hasUnsavedWork))
  }

  private mutating func mark(_ id: CalendarID, hasDraft: Bool) {
    guard let account = self[id].account, let calendarID = self[id].source.calendarID else {
      return
    }
    if hasDraft {
      accounts[account]?.drafts.insert(calendarID)
    } else {
      accounts[account]?.drafts.remove(calendarID)
    }
  }
}
