import JSON
import Testing

@Suite("Layout")
struct LayoutTests {
  @Test(arguments: [
    "{\"a\":[1,{\"b\":[]}],\"c\":{}}",
    "{\n  \"a\": [\n    1,\n    {}\n  ]\n}",
    "{\n    \"a\": [\n        1\n    ],\n    \"b\": null\n}\n",
    "{\n\t\"a\": {\n\t\t\"b\": \"x\"\n\t}\n}\n",
    "[\n1,\n2\n]",
    "[]\n", "3", "\"\\n  x\"",
  ])
  func isKept(_ text: String) throws {
    let document = try JSONDocument(parsing: text)
    #expect(document.value.printed(document.layout) == text)
  }

  @Test(
    arguments: [
      ("{\"a\": 1, \"b\": 2}", nil, false), ("\n{\"a\":1}", nil, false), ("", nil, false),
      ("\n\n", nil, true), ("{\n\n   \n  \"a\": 1}", "  ", false),
      ("{\r\n    \"a\": 1\r\n}\r\n", "    ", true), ("{\n\"a\": {\n \"b\": 1}}", " ", false),
      ("[\n1]", "", false), ("{\"a\":1}\n\n", nil, true),
    ] as [(String, String?, Bool)])
  func isDetected(_ text: String, _ indent: String?, _ endsWithNewline: Bool) {
    let layout = JSONLayout(of: Array(text.utf8))
    #expect(layout == JSONLayout(indent: indent, endsWithNewline: endsWithNewline))
  }

  @Test func readable() {
    let value: JSONValue = ["a": [1, [:], []], "b": .null]
    #expect(
      value.printed(.readable)
        == "{\n  \"a\": [\n    1,\n    {},\n    []\n  ],\n  \"b\": null\n}")
    #expect(value.printed() == #"{"a":[1,{},[]],"b":null}"#)
  }
}
