/* Texts of a locale. */
#ifndef LWB_TIME_NAMES_H
#define LWB_TIME_NAMES_H

#include <langinfo.h>
#include <locale.h>

/* nl_langinfo_l() that also takes what uselocale() answers where no locale is set: musl's does not.
 */
static inline const char *locale_text(nl_item item, locale_t locale)
{
        return locale == (locale_t)0 || locale == LC_GLOBAL_LOCALE ? nl_langinfo(item)
                                                                   : nl_langinfo_l(item, locale);
}

#endif
