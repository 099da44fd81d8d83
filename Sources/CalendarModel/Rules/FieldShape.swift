/// What a field holds, without the details of its type; rules about values name the shapes that
/// they judge.
enum FieldShape: Int, Sendable, Hashable, CaseIterable {
  case number, choice, choices, toggle, object, list
  case plainText, longText, email, emailList, url, color, date, id, meetingPlace
}

extension FieldType {
  var shape: FieldShape {
    switch self {
    case .number: .number
    case .choice: .choice
    case .choices: .choices
    case .toggle: .toggle
    case .object: .object
    case .list: .list
    case .longText: .longText
    case .text(.plain): .plainText
    case .text(.email): .email
    case .text(.emailList): .emailList
    case .text(.url): .url
    case .text(.color): .color
    case .text(.date): .date
    case .text(.id): .id
    case .text(.meetingPlace): .meetingPlace
    }
  }
}
