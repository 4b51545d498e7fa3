/* Which locales there are: C, POSIX, C.UTF-8 and the files that MUSL_LOCPATH leads to. */
#ifndef LWB_NEWLOCALE_INSTALLED_H
#define LWB_NEWLOCALE_INSTALLED_H

/** 0, or why there is no locale of that name: ENOENT, EINVAL for a path. */
int __lwb_locale_refusal(const char *name);

/** The name that the environment has for a category ("LC_TIME"), "C" where it has none. */
const char *__lwb_locale_environment(const char *category);

#endif
