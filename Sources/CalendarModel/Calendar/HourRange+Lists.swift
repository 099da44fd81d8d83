extension HourRange {
  /// A whole day, 0:00 to 24:00.
  package static let wholeDay = HourRange(open: 0, close: 1440)

  /// Whether it lies within a day and ends after it begins, so that something can be booked in it.
  package var isUsable: Bool { open >= 0 && open < close && close <= 1440 }

  static func isEarlier(_ a: HourRange, _ b: HourRange) -> Bool {
    (a.open, a.close) < (b.open, b.close)
  }
}

extension [HourRange] {
  /// The usable ranges in order, those that overlap made one.
  ///
  /// Ranges that only touch stay apart: slots start anew where a range begins.
  package var merged: [HourRange] {
    filter(\.isUsable).sorted(by: HourRange.isEarlier).reduce(into: []) { merged, range in
      if let last = merged.last, last.overlaps(range) {
        merged[merged.count - 1] = HourRange(
          open: last.open, close: Swift.max(last.close, range.close))
      } else {
        merged.append(range)
      }
    }
  }
}
