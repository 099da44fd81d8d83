/// A calendar as a file, with everything that a careless editor would lose.
enum SampleFile {
  /// Unknown keys, an order of its own, numbers and escapes spelt in their own ways.
  static let bare = #"""
    {
      "version": 9007199254740993,
      "slotDurationUnit": "mins",
      "slotDuration": 3e1,
      "name": "O\u2019Connor \u0026 Søn",
      "slotInterval": 30.0,
      "preBuffer": 0.50,
      "createdBy": {
        "via": [],
        "at": null
      },
      "calendarType": "round_robin",
      "autoConfirm": true,
      "teamMembers": [
        {
          "selected": true,
          "priority": 0.5,
          "userId": "Xq2mC7Rk9LbTzW4nYdPa"
        }
      ],
      "openHours": [
        {
          "hours": [
            {
              "openHour": 9,
              "openMinute": 0,
              "closeHour": 17,
              "closeMinute": 0
            }
          ],
          "daysOfTheWeek": [
            1,
            2
          ]
        }
      ],
      "id": "bareCalendar00000001"
    }

    """#
}
