import JSON

extension Rule {
  /// Days of the week, 0 to 6; API page, `openHours[].daysOfTheWeek`.
  static let weekdays = Rule("value.days", .error, values: .choices) { value, field in
    guard case .choices(let choices) = field.type, let elements = value.array,
      let wrong = elements.first(where: { choices.match($0) == nil })
    else { return nil }
    return "\(Wording.value(wrong)) is not one of the allowed values: \(choices.listed)."
  }
}
