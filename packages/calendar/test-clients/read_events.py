"""read_events.py icalendar|vobject: reads a calendar from standard input, prints one JSON object per event."""

import datetime
import json
import sys

UTC = datetime.timezone.utc


def instant(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def alarm_instant(start, offset):
    if not isinstance(start, datetime.datetime):
        start = datetime.datetime(start.year, start.month, start.day, tzinfo=UTC)
    return instant(start.astimezone(UTC) + offset)


def with_icalendar(text):
    import icalendar

    calendar = icalendar.Calendar.from_ical(text)
    for event in calendar.walk("VEVENT"):
        start = event.decoded("dtstart")
        categories = event["categories"]
        yield {
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "start": instant(start),
            "end": instant(event.decoded("dtend")),
            "sequence": int(event["sequence"]),
            "status": str(event["status"]),
            "categories": [str(category) for category in categories.cats],
            "alarms": [alarm_instant(start, alarm.decoded("trigger")) for alarm in event.walk("VALARM")],
        }
        for alarm in event.walk("VALARM"):
            assert alarm["action"] == "DISPLAY" and alarm["description"] == event["summary"]


def with_vobject(text):
    import vobject

    for calendar in vobject.readComponents(text):
        calendar.validate(raiseException=True)
        for event in calendar.contents.get("vevent", []):
            start = event.dtstart.value
            yield {
                "uid": event.uid.value,
                "summary": event.summary.value,
                "description": event.description.value,
                "start": instant(start),
                "end": instant(event.dtend.value),
                "sequence": int(event.sequence.value),
                "status": event.status.value,
                "categories": list(event.categories.value),
                "alarms": [
                    alarm_instant(start, alarm.trigger.value) for alarm in event.contents.get("valarm", [])
                ],
            }


readers = {"icalendar": with_icalendar, "vobject": with_vobject}
for found in readers[sys.argv[1]](sys.stdin.buffer.read().decode("utf-8")):
    print(json.dumps(found))
