import JSON

/// The start times that the service offers bookers now, by date; API page, `GET …/free-slots`.
///
/// Times are taken as they are written, without a shift to another zone.
package struct OfferedStarts: Sendable, Hashable {
  /// Start times in minutes after midnight, ascending; a date without any may be absent.
  package let starts: [CalendarDate: [Int]]
  /// The offsets that stand behind the times: `-05:00`, `Z`; empty for a time without one.
  package let offsets: Set<String>
  /// How many times could not be read beside those that could.
  package let unreadable: Int

  /// Why an answer does not say what is offered.
  package struct Unreadable: Error, Sendable, Hashable {
    /// The reason as the end of a sentence: "it names no dates".
    package let reason: String
  }

  /// Reads an answer of the service in any of the shapes that are known of it.
  ///
  /// An answer without times offers nothing. One whose shape is unknown says nothing, which is not
  /// the same: a person must not take it for a calendar without free slots.
  /// - Throws: ``Unreadable`` when the shape is unknown, or when there are times and none can be
  ///   read.
  package init(answer: JSONValue) throws(Unreadable) {
    var reader = OfferedStartsReader()
    try reader.read(answer)
    guard !reader.starts.isEmpty || reader.unreadable == 0 else {
      throw Unreadable(reason: "none of its start times can be read")
    }
    starts = reader.starts.mapValues { $0.sorted() }
    offsets = reader.offsets
    unreadable = reader.unreadable
  }
}
