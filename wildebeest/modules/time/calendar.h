/* The Gregorian calendar, before its beginning too. Years are counted as people do, months from 0.
 */
#ifndef LWB_TIME_CALENDAR_H
#define LWB_TIME_CALENDAR_H

#include <stdbool.h>

/* The remainder that has the sign of the divisor, which is positive. */
static inline long long modulo(long long value, long long divisor)
{
        return (value % divisor + divisor) % divisor;
}

/* Rounds down. */
static inline long long quotient(long long value, long long divisor)
{
        return (value - modulo(value, divisor)) / divisor;
}

static inline bool is_leap(long long year)
{
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days of the year before a month; month 12 is the next year's first. */
static inline int days_before(long long year, int month)
{
        static const short days[13] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

        return days[month] + (month > 1 && is_leap(year));
}

/* The day of the week, Sunday 0, on the day `yday` (from 0) of a year; 1 January of year 1 was a
 * Monday. */
static inline int weekday_of(long long year, long long yday)
{
        long long past = year - 1;
        long long days = 365 * past + quotient(past, 4) - quotient(past, 100) + quotient(past, 400);

        return (int)modulo(days + yday + 1, 7);
}

#endif
