#include <stdint.h>
#include <string.h>
#include "state.h"

/* The number of `size` digits; -1 where something else is, or it is not from low to high. */
static int number(const char *digits, int size, int low, int high)
{
        int value = 0;

        for (int i = 0; i < size; i++) {
                if (digits[i] < '0' || digits[i] > '9')
                        return -1;
                value = value * 10 + (digits[i] - '0');
        }
        return value < low || value > high ? -1 : value;
}

/** The time of `YYYYMMDDHHMMSS`, universal, in seconds since 1970. 0 with `*error` set where it is
 * not one; `*error` is left alone otherwise. */
uint32_t ns_datetosecs(const char *date, int *error)
{
        static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        int year;
        int month;
        int day;
        int hour;
        int minute;
        int second;
        int64_t days;

        if (strlen(date) != 14) {
                *error = 1;
                return 0;
        }
        year = number(date, 4, 1990, 9999);
        month = number(date + 4, 2, 1, 12);
        day = number(date + 6, 2, 1, 31);
        hour = number(date + 8, 2, 0, 23);
        minute = number(date + 10, 2, 0, 59);
        second = number(date + 12, 2, 0, 59);
        if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) {
                *error = 1;
                return 0;
        }
        days = (int64_t)(year - 1970) * 365 + (year - 1969) / 4 - (year - 1901) / 100 +
               (year - 1601) / 400 + before[month - 1] + day - 1;
        if (month > 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
                days++;
        /* Serial numbers wrap around (RFC 1982), and so do signatures' times. */
        return (uint32_t)(((days * 24 + hour) * 60 + minute) * 60 + second);
}
