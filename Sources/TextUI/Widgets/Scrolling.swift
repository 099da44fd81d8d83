/// Where a list that is higher than its place is scrolled to.
package enum Scrolling {
  /// The first visible line, moved as little as needed for `selected` to be in sight.
  package static func top(_ top: Int, showing selected: Int, height: Int, count: Int) -> Int {
    guard height > 0 else { return 0 }
    var top = min(top, max(0, count - height))
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    return max(0, top)
  }
}
