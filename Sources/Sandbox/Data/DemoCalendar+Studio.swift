extension DemoCalendars {
  /// Round robin: a hair salon with four stylists.
  static let salon = #"""
    {
      "id": "ocQHyuzHvysMo5N5VsXc",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "round_robin",
      "name": "Cut & Colour — Lumen Studio",
      "description": "Haircuts, colour and styling with the first free stylist.\nPlease come five minutes early.",
      "slug": "cut-and-colour",
      "widgetSlug": "lumen/cut-and-colour",
      "widgetType": "default",
      "isActive": true,
      "groupId": "BqTwX8QFwXzpegMve9EQ",
      "eventType": "RoundRobin_OptimizeForAvailability",
      "eventTitle": "{{contact.name}} with {{appointment.user.name}}",
      "eventColor": "#e06c75",
      "teamMembers": [
        {
          "userId": "Xq2mC7Rk9LbTzW4nYdPa",
          "priority": 1,
          "isPrimary": true,
          "selected": true,
          "isZoomAdded": "false",
          "locationConfigurations": [
            {"kind": "physical", "location": "Lindenstraße 14, 10969 Berlin", "meetingId": "custom_0", "position": 0}
          ]
        },
        {
          "userId": "b8GvJtE1sNoQ5hUxKf3c",
          "priority": 0.5,
          "isPrimary": false,
          "selected": true,
          "locationConfigurations": [
            {"kind": "physical", "location": "Lindenstraße 14, 10969 Berlin", "meetingId": "custom_0"}
          ]
        },
        {
          "userId": "p4ZyHwD6rMiA0eVlSg7u",
          "priority": 0.5,
          "isPrimary": false,
          "selected": true,
          "locationConfigurations": [{"kind": "inbound_call", "location": "+14455550132"}]
        },
        {
          "userId": "T9kBnFxO2cPjR8qLsE5w",
          "priority": 0,
          "isPrimary": false,
          "selected": true,
          "isZoomAdded": "true",
          "locationConfigurations": [{"kind": "zoom_conference", "meetingId": "zoom_conference_0"}]
        }
      ],
      "slotDuration": 45,
      "slotDurationUnit": "mins",
      "slotInterval": 15,
      "slotIntervalUnit": "mins",
      "slotBuffer": 10,
      "slotBufferUnit": "mins",
      "preBuffer": 5,
      "preBufferUnit": "mins",
      "appoinmentPerSlot": 1,
      "appoinmentPerDay": 24,
      "allowBookingAfter": 4,
      "allowBookingAfterUnit": "hours",
      "allowBookingFor": 60,
      "allowBookingForUnit": "days",
      "openHours": [
        {"daysOfTheWeek": [2], "hours": [{"openHour": 9, "openMinute": 0, "closeHour": 18, "closeMinute": 0}]},
        {"daysOfTheWeek": [3], "hours": [{"openHour": 9, "openMinute": 0, "closeHour": 18, "closeMinute": 0}]},
        {"daysOfTheWeek": [4], "hours": [
          {"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 30},
          {"openHour": 13, "openMinute": 30, "closeHour": 20, "closeMinute": 0}
        ]},
        {"daysOfTheWeek": [5], "hours": [
          {"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 30},
          {"openHour": 13, "openMinute": 30, "closeHour": 20, "closeMinute": 0}
        ]},
        {"daysOfTheWeek": [6], "hours": [{"openHour": 10, "openMinute": 0, "closeHour": 16, "closeMinute": 0}]}
      ],
      "availabilityType": null,
      "availabilities": [
        {"id": "8fWbQk2XzRn6TjLy0McA", "date": "<+9>T00:00:00.000Z", "hours": []},
        {"id": "3vHsEi7PoGu5CxDa1KtN", "date": "<+16>T00:00:00.000Z", "hours": [
          {"openHour": 12, "openMinute": 0, "closeHour": 17, "closeMinute": 30}
        ]},
        {"id": "6yJdVm4LqWe9BfSz8RhI", "date": "<+30>T00:00:00.000Z", "hours": [
          {"openHour": 8, "openMinute": 0, "closeHour": 12, "closeMinute": 0},
          {"openHour": 18, "openMinute": 0, "closeHour": 22, "closeMinute": 0}
        ]}
      ],
      "enableRecurring": false,
      "recurring": {"freq": "WEEKLY", "count": 6, "bookingOption": "skip", "bookingOverlapDefaultStatus": "confirmed", "interval": 1, "weekDays": []},
      "formId": "jR2vLq8XoTn5BcYw0HsK",
      "stickyContact": true,
      "isLivePaymentMode": false,
      "autoConfirm": true,
      "shouldSendAlertEmailsToAssignedMember": true,
      "alertEmail": "desk@lumen-studio.example",
      "googleInvitationEmails": false,
      "allowReschedule": true,
      "allowCancellation": true,
      "shouldAssignContactToTeamMember": true,
      "shouldSkipAssigningContactForExisting": false,
      "notes": "Phone: {{contact.phone}}\nE-mail: {{contact.email}}\n\nNeed to make a change?\nReschedule: {{reschedule_link}}\nCancel: {{cancellation_link}}",
      "pixelId": "",
      "formSubmitType": "ThankYouMessage",
      "formSubmitThanksMessage": "Thank you! We look forward to seeing you at the studio ✂️",
      "guestType": "count_only",
      "consentLabel": "I agree to receive messages about my appointment.",
      "calendarCoverImage": "https://images.lumen-studio.example/cover.jpg",
      "lookBusyConfig": {"enabled": false, "LookBusyPercentage": 0},
      "notifications": [
        {"type": "email", "shouldSendToContact": true, "shouldSendToGuest": false, "shouldSendToUser": true, "shouldSendToSelectedUsers": true, "selectedUsers": "desk@lumen-studio.example,amira@lumen-studio.example"}
      ],
      "enableOfficeHours": true,
      "enableConsentCheck": true,
      "reschedulePreference": {"value": 2, "unit": "hours"},
      "cancellationPreference": {"value": 24, "unit": "hours"},
      "widgetConfig": {"primaryColor": "#e06c75", "showTimezone": true},
      "version": 2,
      "deleted": false,
      "dateAdded": "2023-04-11T08:15:42.118Z",
      "dateUpdated": "<-3>T14:02:09.554Z"
    }
    """#

  /// Class booking: a yoga class with seats.
  static let yogaClass = #"""
    {
      "id": "vB5sJc8GiUe1AoNx6EwT",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "class_booking",
      "name": "Morning Yoga",
      "description": "Vinyasa for all levels. Mats are there.",
      "slug": "morning-yoga",
      "widgetSlug": "morning-yoga",
      "widgetType": "classic",
      "isActive": true,
      "groupId": "mZ7cPi1WbQx6EfTj0RvH",
      "eventTitle": "Yoga: {{contact.name}}",
      "eventColor": "#56b6c2",
      "teamMembers": [
        {
          "userId": "Lw5QeJ0pVfS4oHgD9ymR",
          "priority": 0.5,
          "isPrimary": true,
          "selected": true,
          "locationConfigurations": [{"kind": "physical", "location": "Hall 2, Lindenstraße 14, 10969 Berlin"}]
        }
      ],
      "slotDuration": 1.5,
      "slotDurationUnit": "hours",
      "slotInterval": 2,
      "slotIntervalUnit": "hours",
      "slotBuffer": 15,
      "slotBufferUnit": "mins",
      "appoinmentPerSlot": 12,
      "allowBookingAfter": 1,
      "allowBookingAfterUnit": "days",
      "allowBookingFor": 8,
      "allowBookingForUnit": "weeks",
      "openHours": [
        {"daysOfTheWeek": [1, 3, 5], "hours": [{"openHour": 7, "openMinute": 0, "closeHour": 8, "closeMinute": 30}]},
        {"daysOfTheWeek": [0, 6], "hours": [{"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 30}]}
      ],
      "availabilityType": 0,
      "availabilities": [],
      "enableRecurring": true,
      "recurring": {"freq": "WEEKLY", "count": 10, "bookingOption": "continue", "bookingOverlapDefaultStatus": "new", "monthDays": []},
      "formId": "gT8wJn4AuXv2IeKy6LcQ",
      "stickyContact": false,
      "autoConfirm": true,
      "googleInvitationEmails": true,
      "allowReschedule": false,
      "allowCancellation": true,
      "shouldAssignContactToTeamMember": false,
      "notes": "",
      "formSubmitType": "RedirectURL",
      "formSubmitRedirectURL": "https://lumen-studio.example/yoga/thanks",
      "guestType": "collect_detail",
      "consentLabel": "I have read the waiver.",
      "dateAdded": "2024-01-08T19:40:00.000Z",
      "dateUpdated": "<-20>T06:12:44.001Z",
      "linkedCalendars": []
    }
    """#

  /// Event: a webinar without team members, at places of its own.
  static let webinar = #"""
    {
      "id": "Yt1gPl5KsNc4MwZo7XbU",
      "locationId": "ve9EPM428h8vShlRW1KT",
      "calendarType": "event",
      "name": "Webinar: Colour at Home",
      "description": "A live session every Thursday evening, with questions at the end.",
      "slug": "webinar-colour-at-home",
      "widgetSlug": "webinar-colour-at-home",
      "widgetType": "default",
      "isActive": false,
      "groupId": "mZ7cPi1WbQx6EfTj0RvH",
      "eventTitle": "{{contact.name}}",
      "eventColor": "#039be5",
      "meetingLocation": "https://meet.lumen-studio.example/colour",
      "locationConfigurations": [
        {"kind": "custom", "location": "https://meet.lumen-studio.example/colour", "meetingId": "custom_0"},
        {"kind": "physical", "location": "Showroom, Lindenstraße 14, 10969 Berlin", "meetingId": "physical_0"}
      ],
      "slotDuration": 1,
      "slotDurationUnit": "hours",
      "slotInterval": 1,
      "slotIntervalUnit": "hours",
      "appoinmentPerSlot": 100,
      "allowBookingFor": 3,
      "allowBookingForUnit": "months",
      "openHours": [
        {"daysOfTheWeek": [4], "hours": [{"openHour": 19, "openMinute": 0, "closeHour": 20, "closeMinute": 0}]}
      ],
      "availabilityType": 1,
      "availabilities": [
        {"id": "0pXkTe5VhYq3NsGw7LzC", "date": "<+12>T00:00:00.000Z", "hours": [
          {"openHour": 19, "openMinute": 0, "closeHour": 21, "closeMinute": 0}
        ]},
        {"id": "9bRmUo1JdFi8QaKx4StE", "date": "<+26>T00:00:00.000Z", "hours": [
          {"openHour": 22, "openMinute": 0, "closeHour": 23, "closeMinute": 60}
        ]}
      ],
      "enableRecurring": false,
      "formId": "jR2vLq8XoTn5BcYw0HsK",
      "autoConfirm": true,
      "allowReschedule": true,
      "allowCancellation": true,
      "formSubmitType": "ThankYouMessage",
      "formSubmitThanksMessage": "You are in! The link comes by e-mail.",
      "lookBusyConfig": {"enabled": true, "LookBusyPercentage": 20},
      "stripe": {"amount": "0", "currency": "EUR"},
      "createdBy": "Lw5QeJ0pVfS4oHgD9ymR",
      "lastUpdatedBy": "Lw5QeJ0pVfS4oHgD9ymR",
      "dateAdded": "2024-09-02T10:00:00.000Z",
      "dateUpdated": "<-1>T16:30:00.000Z"
    }
    """#
}
