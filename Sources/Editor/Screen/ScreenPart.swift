import CalendarModel
import TextUI

/// A part of the screen beside the form, with all that it shows: parts that are equal look the same in
/// the same place, so it is drawn from nothing else.
protocol ScreenPart: Equatable, Sendable {
  func draw(in grid: inout Grid, rect: Rect)
}

/// How everything looks.
struct Look: Equatable, Sendable {
  let theme: Theme
  private let isASCII: Bool
  private let hasBoxes: Bool

  init(_ display: Display) {
    (theme, isASCII, hasBoxes) = (display.theme, display.isASCII, display.hasBoxes)
  }

  var symbols: Symbols { .drawn(isASCII: isASCII, hasBoxes: hasBoxes) }
}

/// A part of the screen as it was shown last; it gets another id when it shows something else.
struct ShownPart<Part: ScreenPart>: Sendable {
  private(set) var part: Part
  private(set) var id = PartID.next()

  init(_ part: Part) { self.part = part }

  mutating func show(_ new: Part) {
    guard new != part else { return }
    part = new
    id = .next()
  }

  func draw(in grid: inout Grid, rect: Rect) {
    grid.part(id, rect) { part.draw(in: &$0, rect: rect) }
  }
}

/// What stands around the form.
struct ShownParts: Sendable {
  /// Where they stand, and the form between them.
  private(set) var places: Screen.Parts
  private var title: ShownPart<TitleView>
  private var list: ShownPart<SectionListView>
  private var context: ShownPart<ContextView>

  init(_ editor: __shared CalendarEditor, _ document: __shared CalendarDocument) {
    places = Screen.parts(editor)
    title = ShownPart(TitleView(editor))
    list = ShownPart(SectionListView(editor, document))
    context = ShownPart(ContextView(editor, places))
  }

  /// Brings them up to date after a change, and leaves alone what did not change.
  mutating func update(
    _ editor: __shared CalendarEditor, _ document: __shared CalendarDocument
  ) {
    places = Screen.parts(editor)
    title.show(TitleView(editor))
    list.show(SectionListView(editor, document))
    context.show(ContextView(editor, places))
  }

  /// Draws the screen, as far as it does not show that already.
  func draw(_ editor: CalendarEditor, _ document: CalendarDocument, in grid: inout Grid) {
    grid.beginParts()
    title.draw(in: &grid, rect: places.title)
    grid.part(nil, places.banner) { BannerView.draw(editor, in: &$0, rect: places.banner) }
    list.draw(in: &grid, rect: places.listWithBorder)
    FormView.drawParts(editor, document, in: &grid, rect: places.form)
    context.draw(in: &grid, rect: places.context)
    grid.part(editor.frame.keyBar.id, places.keys) {
      KeyBarView.draw(editor, in: &$0, rect: places.keys)
    }
    if let cursor = SectionListView.cursor(editor) { grid.cursor = cursor }
    grid.endParts()
  }
}
