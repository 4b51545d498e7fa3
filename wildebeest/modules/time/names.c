#include <stdatomic.h>
#include <stddef.h>

#include "names.h"

static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};
static const char *const short_days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const short_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const half_days[] = {"AM", "PM"};

/*
 * musl gives the C locale's own text where a locale has no translation of it, not a copy: the first
 * name of all tells whether there are any.
 */
const char *const *__lwb_time_c_names(enum names sort, locale_t locale)
{
        static const char *const *const names[] = {days, short_days, months, short_months,
                                                   half_days};
        /* Threads that find it out at once find the same. */
        static const char *_Atomic known;
        const char *first = atomic_load_explicit(&known, memory_order_relaxed);

        if (!first) {
                locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

                if (!c)
                        return NULL;
                first = nl_langinfo_l(ABDAY_1, c);
                atomic_store_explicit(&known, first, memory_order_relaxed);
                freelocale(c);
        }
        return locale_text(ABDAY_1, locale) == first ? names[sort] : NULL;
}
