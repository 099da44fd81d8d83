import JSON
import Testing

@testable import Editor

/// The screens of JSON and of the user's editor, at the sizes people have.
@Suite struct OutsideScreenTests {
  static let scenes = ["shown", "refused", "copied", "text-taken"]

  private func model(_ scene: String, _ shape: ScreenTests.Shape, isASCII: Bool = false) -> TestApp
  {
    var model = makeModel(rows: shape.rows, columns: shape.columns, isASCII: isASCII)
    model.visit(scene == "text-taken" ? "description" : "openHours[0]")
    switch scene {
    case "shown": model.press("Alt-J Down Down")
    case "copied": model.press("Alt-J c")
    case "refused":
      if case .editText(let request)? = model.perform(.editJSON).first {
        let text = "{\"openHour\": [], \"notes\": \"\", \"availabilityType\": 0}"
        _ = model.update(.edited(request, .success(text)))
      }
    default:
      if case .editText(let request)? = model.press("Enter Alt-E").first {
        _ = model.update(.edited(request, .success("日本語\n\tsecond line\n")))
      }
    }
    return model
  }

  @Test(arguments: scenes, ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    try expectSnapshot(model(name, shape).screen, "outside-\(name)-\(shape)")
  }

  @Test(arguments: scenes)
  func inASCII(name: String) {
    let screen = model(name, ScreenTests.shapes[1], isASCII: true).screen
    #expect(screen.utf8.allSatisfy { $0 < 0x7F }, "\(screen)")
  }
}
