import JSON
import Testing

@testable import CalendarModel

@Suite("What is added to a draft gives the same as the whole", .timeLimit(.minutes(240)))
struct DraftNewsTests {
  /// A draft as it lies on disk: written whole once, and added to.
  private struct Written {
    private(set) var whole: JSONValue
    private(set) var news: [JSONValue] = []
    private(set) var wholes = 1
    private var marks: DraftMarks

    init(_ draft: DocumentDraft) {
      whole = draft.json()
      marks = DraftMarks(draft)
    }

    mutating func write(_ draft: DocumentDraft) {
      if let more = draft.news(since: marks) {
        news.append(Calendars.parse(JSONValue.object(more).printed()))
      } else {
        (whole, news) = (draft.json(), [])
        wholes += 1
      }
      marks = DraftMarks(draft)
    }

    /// As many of the news as came to disk.
    func read(_ count: Int? = nil) throws -> DocumentDraft {
      try DocumentDraft(
        json: Calendars.parse(whole.printed()), news: Array(news.prefix(count ?? news.count)))
    }
  }

  /// Any edits, undo and redo, saves and merges between any two writes.
  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func inAnyGeneratedSession(_ seed: UInt64) throws {
    var edits = EditGenerator(seed: seed &+ 9000)
    var document = Calendars.document(
      seed % 4 == 0 ? Calendars.full : seed % 4 == 1 ? Calendars.field : edits.calendar())
    var written = Written(DocumentDraft(document, focus: nil))
    var states: [String] = []
    var done: [String] = []
    for count in 1...60 {
      for _ in 0...edits.pick([0, 0, 1, 5]) { done.append(edits.edit(&document)) }
      if edits.chance(30) {
        document.adopt(saved: document.current)
        done.append("save")
      }
      if edits.chance(40) {
        var theirs = document.base
        _ = theirs.apply(.set("name", .text("theirs \(count)")))
        document.rebase(
          CalendarMerge(base: document.base, theirs: theirs, mine: document.current),
          otherwise: .theirs)
        done.append("merge")
      }
      if edits.chance(20) { document.names["u\(count)"] = "Ana" }
      if edits.chance(20) { document.stateType(edits.pick([nil, .personal, .event])) }
      let typed: String? = edits.pick([nil, nil, "9-1"])
      let draft = DocumentDraft(document, focus: edits.place(in: document).path, typed: typed)
      let before = written.wholes
      written.write(draft)
      if written.wholes > before { states = [] } else { states.append(draft.json().printed()) }
      let read = try written.read()
      guard read.losses == [], read.json().printed() == draft.json().printed() else {
        Issue.record(
          "seed \(seed), write \(count): \(read.losses), after \(done.suffix(12).joined(separator: "; "))"
        )
        return
      }
    }
    // Each earlier state is there as well: it is what a cut leaves.
    for (index, state) in states.enumerated() {
      #expect(try written.read(index + 1).json().printed() == state, "seed \(seed)")
    }
    #expect(written.wholes < 30, "most is added")
  }

  /// A copy that goes another way is told from the document that it was made of.
  @Test func aCopyThatGoesAnotherWay() throws {
    var document = Calendars.document()
    document.set("name", to: "A")
    var written = Written(DocumentDraft(document, focus: nil))
    for name in ["B", "C", "D"] {
      var copy = document
      copy.set("name", to: .text(name))
      copy.set("slug", to: "x")
      if name == "C" { copy.undo() }
      written.write(DocumentDraft(copy, focus: nil))
      #expect(try written.read().json() == DocumentDraft(copy, focus: nil).json())
    }
    #expect(written.wholes == 1)
  }

  /// A key in a text costs the same for a short and for a long one.
  @Test func aLongTextIsNotWrittenAgain() throws {
    let long = String(repeating: "Zwölf Boxkämpfer jagen Viktor. 🥊\n", count: 3000)
    var document = Calendars.document()
    document.set("notes", to: .text(long))
    document.close()
    var written = Written(DocumentDraft(document, focus: "notes"))
    var text = long
    for (count, letter) in "Käse 🧀 \"\\ \u{1}".enumerated() {
      text.insert(letter, at: text.index(text.startIndex, offsetBy: 40_000 + count))
      document.set("notes", to: .text(text), typing: true)
      written.write(DocumentDraft(document, focus: "notes", typed: nil))
      let (read, whole) = (try written.read(), DocumentDraft(document, focus: "notes"))
      #expect(read.losses == [])
      let isSame = read.json().printed() == whole.json().printed()
      #expect(isSame, "\(letter)")
    }
    document.undo()
    written.write(DocumentDraft(document, focus: "notes"))
    document.redo()
    written.write(DocumentDraft(document, focus: "notes"))
    let isSame = try written.read().current[key: "notes"]?.text == text
    #expect(isSame)
    #expect(written.wholes == 1)
    let sizes = written.news.map { $0.printed().utf8.count }
    #expect(sizes.allSatisfy { $0 < 1200 }, "\(sizes)")
  }

  @Test(arguments: [
    ("", "x"), ("x", ""), ("ab", "ab"), ("aaaa", "aaaaa"), ("é", "è"), ("👍🏽", "👍🏿"),
    ("a\u{301}", "a"),
    ("ü", "u\u{308}"), ("日本", "日木"),
  ])
  func aCutLeadsToTheNewText(old: String, new: String) {
    let around = ["", String(repeating: "ä", count: 50), String(repeating: "日", count: 99)]
    for (before, behind) in around.flatMap({ first in around.map { (first, $0) } }) {
      let (from, to) = (before + old + behind, before + new + behind)
      guard let cut = TextCut(from: from, to: to) else {
        #expect(before.isEmpty || behind.isEmpty || from.utf8.count < 128)
        continue
      }
      #expect(cut.applied(to: from).map { Array($0.utf8) } == Array(to.utf8))
      #expect(cut.text.utf8.count <= new.utf8.count + 8)
    }
  }

  /// What no writer has written is left out with what follows; the rest stays.
  @Test(
    arguments: [
      ["back": 9], ["forth": 1], ["back": -1], ["back": "1"], ["done": [7]], ["done": [["x": 1]]],
      ["done": [["typedOn": 0, "title": "", "cut": [0, 0], "text": ""]]],
      ["back": 1, "done": [["typedOn": 0, "title": "", "cut": [9, 9], "text": ""]]],
      ["done": [["title": "", "focus": [], "changes": [["set": ["name", "x"], "to": 1]]]]],
      [
        "done": [
          [
            "title": "", "focus": [], "changes": [["set": ["name"], "to": 1]], "origins": [[0, 1]],
          ]
        ]
      ],
      ["focus": 3], ["typed": 3], ["statedType": "x"], ["names": 3], 3,
    ] as [JSONValue])
  func newsThatDoNotFit(news: JSONValue) throws {
    var document = Calendars.document()
    document.set("name", to: "A")
    let draft = DocumentDraft(document, focus: "name")
    let sound: JSONValue = ["typed": "b"]
    let read = try DocumentDraft(json: draft.json(), news: [sound, news, ["typed": "c"]])
    #expect(read.losses.count == 1)
    #expect(read.typed == "b")
    #expect(read.current == draft.current)
    #expect(read.stepCount == 1)
  }
}
