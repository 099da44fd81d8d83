import Editor
import Glibc
import Terminal

/// Lets the user edit a text in the editor of the environment.
enum ExternalEditor {
  /// Larger files are not read.
  private static let limit = 16 << 20

  /// Gives the terminal to the editor until it ends.
  ///
  /// The text goes through a file that only the user can read, in a folder of its own. Both are
  /// removed afterwards, unless the result cannot be used, or the program has to end before the
  /// editor does.
  /// - Parameter note: gets the path of the file before the editor starts, and nil once the file is
  ///   of no more use.
  static func edit(
    _ request: EditRequest, on front: some FrontEnd, note: (String?) -> Void
  ) -> Result<String, EditFailure> {
    Result { () throws(EditFailure) in
      let command = try command()
      let file = try PrivateFile(named: request.fileName, text: request.text)
      var isKept = false
      note(file.path)
      defer {
        if !isKept {
          file.remove()
          note(nil)
        }
      }
      let name = command.first ?? ""
      let program = ChildProgram(command + [file.path], hiding: [TokenSource.variable])
      let ending: ChildProgram.Ending
      do throws(ChildProgram.StartError) {
        ending = try front.released { () throws(ChildProgram.StartError) in try program.run() }
      } catch {
        throw .notStarted(command: name, reason: "\(error)")
      }
      if ending != .status(0), ChildProgram.isEndRequested {
        // The editor may still run, and removing the file would lose what the user saved in it.
        isKept = ending == .unfinished || file.hasContents(otherThan: request.text, limit: limit)
        if isKept { throw .interrupted(command: name, keptAt: file.path) }
      }
      switch ending {
      case .status(0): break
      case .unfinished: throw .interrupted(command: name, keptAt: file.path)
      case .status(let status): throw .failed(command: name, status: status)
      case .signal(let signal): throw .killed(command: name, signal: signal)
      }
      let bytes: [UInt8]
      switch file.contents(limit: limit) {
      case .gone: throw .fileGone(command: name)
      case .tooLarge:
        isKept = true
        note(nil)
        throw .tooLarge(keptAt: file.path)
      case .bytes(let read): bytes = read
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        isKept = true
        note(nil)
        throw .notText(keptAt: file.path)
      }
      return text
    }
  }

  /// The words of `$VISUAL`, else of `$EDITOR`, else `vi`.
  static func command() throws(EditFailure) -> [String] {
    for variable in ["VISUAL", "EDITOR"] {
      guard let value = System.environment(variable) else { continue }
      guard let words = ShellWords.split(value) else { throw .badCommand(variable: variable) }
      if words.first?.isEmpty == false { return words }
    }
    return ["vi"]
  }
}
