/// The keys of every kind of line, for help, README and configuration.
enum LineKeys {
  static let all: [AnyKeyTable] = [
    AnyKeyTable(TypedField.keys), AnyKeyTable(LongTextField.keys), AnyKeyTable(ChoiceField.keys),
    AnyKeyTable(ToggleField.keys), AnyKeyTable(ChoicesField.keys), AnyKeyTable(ListField.keys),
    AnyKeyTable(StatedField.keys), AnyKeyTable(DayLine.keys), AnyKeyTable(MonthLine.keys),
    AnyKeyTable(MonthLine.typingKeys), AnyKeyTable(DateRowLine.keys), AnyKeyTable(PastLine.keys),
    AnyKeyTable(RowLine.keys), AnyKeyTable(AddLine.keys), AnyKeyTable(LinkLine.keys),
  ]
}
