/*
 * glibc: programs add conversions, modifiers and argument types to printf.
 * musl:  printf is closed.
 * here:  refuses: -1 and ENOSYS, or EINVAL for what glibc refuses too, so that callers take their
 *        other way.
 * see:   GNU C Library manual, "Customizing printf".
 */
#include <errno.h>
#include <limits.h>
#include <printf.h>
#include <stddef.h>

/* A valid request that printf can't honour. */
static int refuse(void)
{
        errno = ENOSYS;
        return -1;
}

/** Refuses a handler for the conversion `spec`: -1 and EINVAL beyond 0…UCHAR_MAX, else ENOSYS. */
int register_printf_specifier(int spec, printf_function handler,
                              printf_arginfo_size_function arginfo)
{
        (void)handler;
        (void)arginfo;
        if (spec < 0 || spec > UCHAR_MAX) {
                errno = EINVAL;
                return -1;
        }
        return refuse();
}

/** Refuses as register_printf_specifier does. */
int register_printf_function(int spec, printf_function handler, printf_arginfo_function arginfo)
{
        (void)arginfo;
        return register_printf_specifier(spec, handler, NULL);
}

/** Refuses the modifier `text`: -1 and EINVAL if empty or with a character beyond UCHAR_MAX, else
 * ENOSYS. */
int register_printf_modifier(const wchar_t *text)
{
        const wchar_t *at = text;

        while (*at > 0 && *at <= UCHAR_MAX)
                at++;
        if (at == text || *at) {
                errno = EINVAL;
                return -1;
        }
        return refuse();
}

/** Refuses a type of argument: -1 and ENOSYS. */
int register_printf_type(printf_va_arg_function copy)
{
        (void)copy;
        return refuse();
}
