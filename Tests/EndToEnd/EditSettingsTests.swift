import Testing
import UserConfiguration

@testable import caledit

/// Values that a file gives, as the editor gets them.
@Suite struct EditSettingsTests {
  private func settings(
    _ text: String, _ options: [SettingName: String] = [:],
    _ environment: [SettingName: String] = [:]
  ) throws -> EditSettings {
    let file = ConfigurationFile(
      Array(text.utf8), at: "/c/config", home: "/h", rules: .program)
    let sources = SettingSources(
      options: options, environment: environment, file: file, rules: .program)
    return EditSettings(sources, profile: try sources.profileInUse())
  }

  @Test func fromTheFile() throws {
    let settings = try settings(
      """
      profile = a
      clock = 12
      week-starts = sunday
      theme = contrast
      update = whole
      esc-delay = 250
      [profile a]
      read-only = yes
      check = no
      mouse = yes
      [profile b]
      """)
    #expect(settings.isReadOnly && !settings.checks && settings.usesMouse)
    #expect(settings.format.clock == .twelve && settings.format.weekStart == .sunday)
    #expect(settings.theme == .contrast && settings.updates == .whole)
    #expect(settings.escapeDelay == 250 && settings.keymap == .standard)
    #expect(settings.profiles.map(\.name) == ["a", "b"] && settings.notes == [])
  }

  @Test func theStrongerOfTwoWaysToDraw() throws {
    for (text, options, isASCII) in [
      ("ascii = yes", [SettingName.utf8: "yes"], false), ("utf8 = yes", [.ascii: "yes"], true),
      ("profile = a\nascii = yes\n[profile a]\nutf8 = yes", [:], false),
      ("profile = a\nutf8 = yes\n[profile a]\nascii = yes", [:], true),
    ] as [(String, [SettingName: String], Bool)] {
      let settings = try settings(text, options)
      #expect(settings.isASCII == isASCII && settings.isUTF8 == !isASCII, "\(text)")
    }
  }

  @Test func linesAndBoxes() throws {
    for (text, options, environment, usesLines) in [
      ("", [:], [:], false), ("line = yes", [:], [:], true),
      ("line = no", [:], [.line: "yes"], true),
      ("line = yes", [.line: "no"], [.line: "yes"], false),
      ("line = yes\nprofile = a\n[profile a]\nline = no", [:], [:], false),
    ] as [(String, [SettingName: String], [SettingName: String], Bool)] {
      #expect(try settings(text, options, environment).usesLines == usesLines, "\(text)")
    }
    #expect(try settings("").hasBoxes && !settings("boxes = no").hasBoxes)
    #expect(try !settings("", [.boxes: "no"]).hasBoxes)
  }

  /// The event loop reads the variable itself.
  @Test func theDelayOfTheEnvironment() throws {
    #expect(try settings("esc-delay = 250", [:], [.escDelay: "50"]).escapeDelay == nil)
    #expect(try settings("", [.escDelay: "50"], [.escDelay: "70"]).escapeDelay == 50)
  }

  @Test func notesOfOthersAreNotShown() throws {
    let settings = try settings(
      "profile = a\ntheme = pink\n[profile a]\n[profile b]\nlocation = ???\n[profile b]\n")
    #expect(settings.notes.count == 1 && settings.notes.first?.hasPrefix("/c/config:2: ") == true)
  }
}
