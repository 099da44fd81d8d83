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
  /// Ranges that only touch stay apart, as people typed them.
  package var merged: [HourRange] { united { $0.overlaps($1) } }

  /// The usable ranges in order, those that overlap or touch made one.
  package var joined: [HourRange] { united { $1.open <= $0.close } }

  /// - Parameter areOne: decides about two ranges, the second of which does not open earlier.
  private func united(_ areOne: (HourRange, HourRange) -> Bool) -> [HourRange] {
    filter(\.isUsable).sorted(by: HourRange.isEarlier).reduce(into: []) { united, range in
      if let last = united.last, areOne(last, range) {
        united[united.count - 1] = HourRange(
          open: last.open, close: Swift.max(last.close, range.close))
      } else {
        united.append(range)
      }
    }
  }
}
