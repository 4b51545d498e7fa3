#include <errno.h>
#include <stdarg.h>
#include <syslog.h>

#include "../../shared/libc_own.h"
#include "format.h"

LIBC_OWN(vsyslog);
void __lwb_m_vsyslog(int priority, const char *format, va_list arguments);
void __lwb_m_syslog(int priority, const char *format, ...);

/** Sends a message to the system's log; without memory for its %m they are libc's. */
void __lwb_m_vsyslog(int priority, const char *format, va_list arguments)
{
        int error = errno;
        struct lwb_format done;

        if (__lwb_m_begin(&done, format)) {
                libc_own_vsyslog(priority, done.text, arguments);
                __lwb_m_end(&done, 0);
        } else {
                errno = error;
                libc_own_vsyslog(priority, format, arguments);
        }
}

/** The same with the arguments themselves. */
void __lwb_m_syslog(int priority, const char *format, ...)
{
        va_list arguments;

        va_start(arguments, format);
        __lwb_m_vsyslog(priority, format, arguments);
        va_end(arguments);
}
