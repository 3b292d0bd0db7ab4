/* read_events: reads a calendar from standard input with libical, prints one JSON object per event.
 * Ends with 1 and a message where libical finds an error or its RFC 5546 restrictions are not met. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_string(const char *text)
{
    printf("\"");
    for (const unsigned char *c = (const unsigned char *)(text ? text : ""); *c; c++) {
        if (*c == '"' || *c == '\\')
            printf("\\%c", *c);
        else if (*c < 0x20)
            printf("\\u%04x", *c);
        else
            putchar(*c);
    }
    printf("\"");
}

static void print_text(const char *name, const char *text)
{
    printf("\"%s\":", name);
    print_string(text);
}

static void print_time(struct icaltimetype time)
{
    char text[32];
    if (!time.is_date)
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
    if (time.is_date)
        snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
    else
        snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", time.year, time.month, time.day,
                 time.hour, time.minute, time.second);
    print_string(text);
}

static void print_categories(icalcomponent *event)
{
    const char *separator = "";
    printf("\"categories\":[");
    for (icalproperty *p = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); p;
         p = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
        printf("%s", separator);
        print_string(icalproperty_get_categories(p));
        separator = ",";
    }
    printf("]");
}

static void print_alarms(icalcomponent *event, struct icaltimetype start)
{
    const char *separator = "";
    printf("\"alarms\":[");
    if (start.is_date) {
        start.is_date = 0;
        start.zone = icaltimezone_get_utc_timezone();
    }
    for (icalcomponent *a = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT); a;
         a = icalcomponent_get_next_component(event, ICAL_VALARM_COMPONENT)) {
        icalproperty *p = icalcomponent_get_first_property(a, ICAL_TRIGGER_PROPERTY);
        struct icaltriggertype trigger = icalproperty_get_trigger(p);
        printf("%s", separator);
        print_time(icaltime_add(icaltime_convert_to_zone(start, icaltimezone_get_utc_timezone()),
                                trigger.duration));
        separator = ",";
    }
    printf("]");
}

static void print_event(icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    printf("{");
    print_text("uid", icalcomponent_get_uid(event));
    printf(",");
    print_text("summary", icalcomponent_get_summary(event));
    printf(",");
    print_text("description", icalcomponent_get_description(event));
    printf(",\"start\":");
    print_time(icalcomponent_get_dtstart(event));
    printf(",\"end\":");
    print_time(icalcomponent_get_dtend(event));
    printf(",\"sequence\":%d,", icalcomponent_get_sequence(event));
    print_text("status", icalproperty_get_value_as_string(status));
    printf(",");
    print_categories(event);
    printf(",");
    print_alarms(event, icalcomponent_get_dtstart(event));
    printf("}\n");
}

static char *read_all(void)
{
    size_t size = 0, room = 1 << 16, got;
    char *text = malloc(room + 1);
    while ((got = fread(text + size, 1, room - size, stdin)) > 0) {
        size += got;
        if (size == room)
            text = realloc(text, (room *= 2) + 1);
    }
    text[size] = 0;
    return text;
}

int main(void)
{
    icalerror_set_errors_are_fatal(0);
    icalcomponent *calendar = icalparser_parse_string(read_all());
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "not one calendar\n");
        return 1;
    }
    if (icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar)) {
        fprintf(stderr, "%s\n", icalcomponent_as_ical_string(calendar));
        return 1;
    }
    for (icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e;
         e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(e);
    return 0;
}
