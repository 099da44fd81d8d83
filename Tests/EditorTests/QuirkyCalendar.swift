import JSON

/// A calendar with everything that is seen in the field and in no document: unknown keys, other
/// types, other spellings, entries without ids, hours in odd orders.
let quirkyCalendar: JSONValue = [
  "id": "Qk1", "locationId": "ve9EPM428h8vShlRW1KT", "calendarType": "round_robin",
  "name": "Überholte 予約 \u{202e}rtl\u{202c} \u{1b}[31m {{contact.name}} 🗓️",
  "description": "line one\r\nline two\ttabbed",
  "isActive": "true", "version": 3, "dateAdded": "2024-01-01T00:00:00.000Z", "deleted": false,
  "widgetConfig": ["layout": ["x": 1]], "enableOfficeHours": true, "createdBy": "someone",
  "widgetType": "carousel", "eventColor": "periwinkle", "eventType": "",
  "teamMembers": [
    [
      "userId": "u1", "priority": 0.75, "isPrimary": true, "selected": true, "isZoomAdded": "yes",
      "meetingLocationType": "zoom",
      "locationConfigurations": [
        ["kind": "zoom", "meetingId": "m0", "position": 0],
        ["kind": "inbound_call", "location": "not a number"],
        ["kind": "google_conference", "location": "left over"],
      ],
    ], ["userId": "u1"], "nobody",
  ],
  "locationConfigurations": [["kind": "google_meet", "meetingId": "x"]],
  "slotDuration": "30", "slotDurationUnit": "minutes", "slotInterval": 0.5,
  "slotIntervalUnit": "hours", "slotBuffer": nil_, "slotBufferUnit": "mins",
  "appoinmentPerDay": "8", "appoinmentPerSlot": 1.5, "allowBookingFor": 3,
  "availabilityType": "1",
  "openHours": [
    [
      "daysOfTheWeek": [1, 1, "2"],
      "hours": [
        ["openHour": 13, "openMinute": 0, "closeHour": 17, "closeMinute": 0],
        ["openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0],
      ],
    ],
    [
      "daysOfTheWeek": [1, 3],
      "hours": [["openHour": 16, "openMinute": 0, "closeHour": 23, "closeMinute": 60]],
    ],
    [
      "daysOfTheWeek": [4],
      "hours": [["openHour": 9, "openMinute": 0, "closeHour": 0, "closeMinute": 0]],
    ], ["daysOfTheWeek": [], "hours": []], ["daysOfTheWeek": [9]], nil_,
  ],
  "availabilities": [
    ["_id": "old", "date": "2026-11-01T00:00:00.000Z", "hours": []],
    ["date": "2026-12-24", "hours": []],
    [
      "id": "d1", "date": "2026-12-24T00:00:00.000Z",
      "hours": [["openHour": 10, "openMinute": 0, "closeHour": 12, "closeMinute": 0]],
    ], ["id": "d2", "date": "2026-12-31T00:00:00.000Z", "hours": nil_, "deleted": true],
    ["id": "d3", "date": "31.12.2026", "hours": []], 7,
  ],
  "lookBusyConfig": ["enabled": true, "lookBusyPercentage": 40],
  "enableRecurring": true,
  "recurring": [
    "freq": "YEARLY", "count": 30, "interval": 2, "weekDays": ["MO"], "monthDays": [1],
  ],
  "formSubmitType": "RedirectURL", "formSubmitRedirectUrl": "https://example.com",
  "formSubmitThanksMessage": "", "autoConfirm": nil_, "alertEmail": "desk at example.com",
  "notifications": [["type": "sms", "selectedUsers": "a@x.org, b, ,c@x.org"]],
]

private let nil_ = JSONValue.null
