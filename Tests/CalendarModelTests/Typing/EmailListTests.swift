import Testing

@testable import CalendarModel

@Suite("E-mail addresses as a list")
struct EmailListTests {
  @Test(arguments: ["", " ", "a@b.c", "a@b.c,d@e.f", " a@b.c , d@e.f ", "a@b.c,,", ",", "a;b , é"])
  func printingIsTheInverseOfReading(_ text: String) {
    #expect(EmailList(text).text == (text == " " ? "" : text))
  }

  @Test func reading() {
    #expect(EmailList(" a@b.c ,d@e.f, ").addresses == ["a@b.c", "d@e.f", ""])
    #expect(EmailList("  ").addresses.isEmpty)
  }

  @Test func changesLeaveTheRestAlone() {
    var list = EmailList("a@b.c , d@e.f,g@h.i")
    list.replace(at: 1, with: "x@y.z")
    #expect(list.text == "a@b.c , x@y.z,g@h.i")
    list.remove(at: 2)
    #expect(list.text == "a@b.c , x@y.z")
    list.append("n@n.n")
    #expect(list.text == "a@b.c , x@y.z, n@n.n")
    list.remove(at: 0)
    #expect(list.text == "x@y.z, n@n.n")
    list.remove(at: 0)
    list.remove(at: 0)
    list.remove(at: 0)
    #expect(list.text.isEmpty)
    list.append("a@b.c")
    list.append("d@e.f")
    #expect(list.text == "a@b.c,d@e.f")
  }

  @Test func commasInWhatIsTypedMakeSeveral() {
    var list = EmailList("a@b.c")
    list.append(" d@e.f, g@h.i ,")
    #expect(list.addresses == ["a@b.c", "d@e.f", "g@h.i"])
    list.replace(at: 1, with: "1@b.c,2@b.c")
    #expect(list.addresses == ["a@b.c", "1@b.c", "2@b.c", "g@h.i"])
    list.replace(at: 1, with: " ")
    #expect(list.addresses == ["a@b.c", "2@b.c", "g@h.i"])
    list.replace(at: 9, with: "x")
    #expect(list.addresses.count == 3)
  }

  @Test func eachAddressHasItsProblem() {
    let problems = EmailList("a@b.c,a b,,A@b.c").problems
    #expect(problems.map { $0 == nil } == [true, false, false, false])
    #expect(problems[1]?.hasPrefix("\"a b\" is not an e-mail address") == true)
    #expect(problems[2] == "There is a comma too many.")
    #expect(problems[3] == "\"A@b.c\" is listed twice.")
  }
}
