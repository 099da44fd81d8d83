extension DemoCalendars {
  /// Service booking: a law firm with two lawyers.
  static let lawFirm = #"""
    {
      "id": "Kd7WmTz3RbXq9LfYh2Pn",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "service_booking",
      "name": "First Consultation — O’Connor Legal",
      "description": "Thirty minutes on the telephone or at the office, free of charge.",
      "slug": "first-consultation",
      "widgetSlug": "oconnor/first-consultation",
      "widgetType": "classic",
      "isActive": true,
      "groupId": "dK5rYh2VnLs9UoAe3JtG",
      "eventTitle": "Consultation {{contact.name}}",
      "eventColor": "#1f3a5f",
      "teamMembers": [
        {
          "userId": "h3UaYv7GdKzM1iXtN6Cb",
          "priority": 1,
          "isPrimary": true,
          "selected": true,
          "meetingLocation": "+14455550132",
          "meetingLocationType": "phone",
          "locationConfigurations": [{"kind": "outbound_call", "location": "{{contact.phone}}", "meetingId": "outbound_call_0"}]
        },
        {
          "userId": "c7NxTzB2kIuE8rWaPl1j",
          "priority": 0.5,
          "isPrimary": false,
          "selected": true,
          "locationConfigurations": [{"kind": "booker", "location": ""}]
        }
      ],
      "slotDuration": 30,
      "slotDurationUnit": "mins",
      "slotInterval": 30,
      "slotIntervalUnit": "mins",
      "slotBuffer": 0,
      "slotBufferUnit": "mins",
      "preBuffer": 15,
      "preBufferUnit": "mins",
      "appoinmentPerSlot": 1,
      "appoinmentPerDay": 6,
      "allowBookingAfter": 2,
      "allowBookingAfterUnit": "days",
      "allowBookingFor": 4,
      "allowBookingForUnit": "weeks",
      "openHours": [
        {"daysOfTheWeek": [1, 2, 3, 4], "hours": [
          {"openHour": 8, "openMinute": 30, "closeHour": 12, "closeMinute": 0},
          {"openHour": 13, "openMinute": 0, "closeHour": 17, "closeMinute": 0}
        ]},
        {"daysOfTheWeek": [5], "hours": [{"openHour": 8, "openMinute": 30, "closeHour": 13, "closeMinute": 0}]}
      ],
      "availabilityType": null,
      "availabilities": [
        {"id": "1wGzYc6TnKv4HpMj9XsD", "date": "<+21>T00:00:00.000Z", "hours": []},
        {"id": "5eLrAq0BuOx7IfWd2ZhF", "date": "<+22>T00:00:00.000Z", "hours": []}
      ],
      "enableRecurring": false,
      "formId": "yC3kSh7EbRl0OqPm5ZdF",
      "stickyContact": false,
      "isLivePaymentMode": false,
      "autoConfirm": false,
      "shouldSendAlertEmailsToAssignedMember": false,
      "alertEmail": "",
      "googleInvitationEmails": false,
      "allowReschedule": true,
      "allowCancellation": false,
      "shouldAssignContactToTeamMember": true,
      "shouldSkipAssigningContactForExisting": true,
      "notes": "Conflict check before confirming.",
      "formSubmitType": "ThankYouMessage",
      "formSubmitThanksMessage": "We will confirm within one working day.",
      "guestType": "count_only",
      "consentLabel": "No attorney-client relationship is formed by booking.",
      "lookBusyConfig": {"enabled": true, "LookBusyPercentage": 30},
      "enableConsentCheck": true,
      "dateAdded": "2022-11-23T12:00:00.000Z",
      "dateUpdated": "<-45>T09:00:00.000Z"
    }
    """#

  /// Collective: an interview with a panel of three.
  static let panel = #"""
    {
      "id": "Zr4yQk0DhMt7CpLg2SvJ",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "collective",
      "name": "Panel Interview",
      "description": "All three interviewers at once.",
      "slug": "panel-interview",
      "widgetSlug": "panel-interview",
      "widgetType": "default",
      "isActive": true,
      "groupId": "dK5rYh2VnLs9UoAe3JtG",
      "eventTitle": "Interview: {{contact.name}}",
      "eventColor": "#98c379",
      "teamMembers": [
        {"userId": "Xq2mC7Rk9LbTzW4nYdPa", "priority": 0.5, "isPrimary": true, "selected": true, "zoomOauthId": "",
         "locationConfigurations": [{"kind": "google_conference", "meetingId": "google_conference_0"}]},
        {"userId": "Lw5QeJ0pVfS4oHgD9ymR", "priority": 0.5, "isPrimary": false, "selected": true,
         "locationConfigurations": [{"kind": "google_conference", "meetingId": "google_conference_0"}]},
        {"userId": "c7NxTzB2kIuE8rWaPl1j", "priority": 0.5, "isPrimary": false, "selected": true,
         "locationConfigurations": [{"kind": "ms_teams_conference"}]}
      ],
      "slotDuration": 60,
      "slotDurationUnit": "mins",
      "slotInterval": 60,
      "slotIntervalUnit": "mins",
      "slotBuffer": 15,
      "slotBufferUnit": "mins",
      "preBuffer": 0,
      "preBufferUnit": "mins",
      "appoinmentPerSlot": 1,
      "appoinmentPerDay": 3,
      "allowBookingAfter": 1,
      "allowBookingAfterUnit": "weeks",
      "allowBookingFor": 2,
      "allowBookingForUnit": "months",
      "openHours": [
        {"daysOfTheWeek": [2, 4], "hours": [{"openHour": 13, "openMinute": 0, "closeHour": 17, "closeMinute": 0}]}
      ],
      "availabilityType": 0,
      "enableRecurring": false,
      "formId": "eM6zDf1GpUa9WiVt4NxJ",
      "stickyContact": false,
      "autoConfirm": true,
      "alertEmail": "people@lumen-studio.example",
      "shouldSendAlertEmailsToAssignedMember": true,
      "googleInvitationEmails": true,
      "allowReschedule": true,
      "allowCancellation": true,
      "notes": "",
      "formSubmitType": "ThankYouMessage",
      "formSubmitThanksMessage": "See you soon.",
      "lookBusyConfig": {"enabled": false, "LookBusyPercentage": 0},
      "dateAdded": "2025-02-14T11:11:11.000Z",
      "dateUpdated": "<-7>T11:11:11.000Z",
      "version": 1
    }
    """#

  /// Personal: a coach with two places to meet, weekly.
  static let coach = #"""
    {
      "id": "nF9xHa6VuWj3BqEd8RiO",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "personal",
      "name": "Coaching with Tomasz",
      "description": "One hour, every week, until you get there.",
      "slug": "coaching-tomasz",
      "widgetSlug": "coaching-tomasz",
      "widgetType": "classic",
      "isActive": true,
      "eventTitle": "Coaching {{contact.name}}",
      "eventColor": "#c678dd",
      "teamMembers": [
        {
          "userId": "c7NxTzB2kIuE8rWaPl1j",
          "priority": 0.5,
          "isPrimary": true,
          "selected": true,
          "locationConfigurations": [
            {"kind": "zoom_conference", "meetingId": "zoom_conference_0", "position": 0},
            {"kind": "physical", "location": "Café Mitte, Auguststraße 3, Berlin", "meetingId": "physical_0", "position": 1}
          ]
        }
      ],
      "slotDuration": 1,
      "slotDurationUnit": "hours",
      "slotInterval": 30,
      "slotIntervalUnit": "mins",
      "slotBuffer": 15,
      "slotBufferUnit": "mins",
      "preBuffer": 15,
      "preBufferUnit": "mins",
      "appoinmentPerSlot": 1,
      "appoinmentPerDay": 5,
      "allowBookingAfter": 12,
      "allowBookingAfterUnit": "hours",
      "allowBookingFor": 30,
      "allowBookingForUnit": "days",
      "openHours": [
        {"daysOfTheWeek": [1, 2, 3, 4, 5], "hours": [
          {"openHour": 7, "openMinute": 30, "closeHour": 11, "closeMinute": 0},
          {"openHour": 16, "openMinute": 0, "closeHour": 21, "closeMinute": 0}
        ]}
      ],
      "availabilityType": null,
      "availabilities": [
        {"id": "2cSxPy8KtJb5RgEo6VmQ", "date": "<+5>T00:00:00.000Z", "hours": [
          {"openHour": 10, "openMinute": 0, "closeHour": 14, "closeMinute": 0}
        ]},
        {"id": "7dNuLw1FhZi3AqTk9YzB", "date": "<+6>T00:00:00.000Z", "hours": []}
      ],
      "enableRecurring": true,
      "recurring": {"freq": "WEEKLY", "count": 12, "bookingOption": "book_next", "bookingOverlapDefaultStatus": "new", "interval": 1, "weekDays": []},
      "formId": "eM6zDf1GpUa9WiVt4NxJ",
      "stickyContact": true,
      "isLivePaymentMode": false,
      "autoConfirm": true,
      "googleInvitationEmails": false,
      "allowReschedule": true,
      "allowCancellation": true,
      "notes": "",
      "formSubmitType": "RedirectURL",
      "formSubmitRedirectURL": "https://lumen-studio.example/coaching/prepare",
      "guestType": "count_only",
      "lookBusyConfig": {"enabled": false, "LookBusyPercentage": 0},
      "deleted": false,
      "dateAdded": "2023-08-30T07:00:00.000Z",
      "dateUpdated": "<-2>T07:45:00.000Z"
    }
    """#
}
