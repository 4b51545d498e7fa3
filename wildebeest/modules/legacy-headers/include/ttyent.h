/*
 * <ttyent.h>, which musl lacks: getttyent, getttynam, setttyent, endttyent and struct ttyent of 4.3BSD, over
 * /etc/ttys.
 */
#ifndef LWB_LEGACY_HEADERS_TTYENT_H
#define LWB_LEGACY_HEADERS_TTYENT_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#define _PATH_TTYS "/etc/ttys"
#define _TTYS_OFF "off"
#define _TTYS_ON "on"
#define _TTYS_SECURE "secure"
#define _TTYS_WINDOW "window"

#define TTY_ON 0x01     /* logins are allowed */
#define TTY_SECURE 0x02 /* also of the user with the number 0 */

struct ttyent {
        char *ty_name;
        char *ty_getty;   /* command; null for none, as the next */
        char *ty_type;    /* for termcap */
        int ty_status;    /* TTY_* */
        char *ty_window;  /* command of the window manager, or null */
        char *ty_comment; /* or null */
};

#ifdef __cplusplus
extern "C" {
#endif

struct ttyent *getttyent(void);
struct ttyent *getttynam(const char *);
int setttyent(void);
int endttyent(void);

#ifdef __cplusplus
}
#endif

#endif
