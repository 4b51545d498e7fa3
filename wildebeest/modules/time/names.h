/* Texts of a locale. */
#ifndef LWB_TIME_NAMES_H
#define LWB_TIME_NAMES_H

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>

/* nl_langinfo_l() that also takes what uselocale() answers where no locale is set: musl's does not.
 */
static inline const char *locale_text(nl_item item, locale_t locale)
{
        return locale == (locale_t)0 || locale == LC_GLOBAL_LOCALE ? nl_langinfo(item)
                                                                   : nl_langinfo_l(item, locale);
}

/* Names that a locale has some of. */
enum names { DAYS, SHORT_DAYS, MONTHS, SHORT_MONTHS, HALF_DAYS };

/*
 * The names of the C locale, for a locale whose names these are: musl's nl_langinfo() counts
 * through all texts up to the one that is asked for. NULL for another.
 */
const char *const *__lwb_time_c_names(enum names sort, locale_t locale);

/* The items of the names; those of a sort are consecutive. */
static inline nl_item first_name(enum names sort)
{
        static const nl_item first[] = {DAY_1, ABDAY_1, MON_1, ABMON_1, AM_STR};

        return first[sort];
}

#endif
