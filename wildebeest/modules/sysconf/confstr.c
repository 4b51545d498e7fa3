/*
 * glibc: knows flags for programming environments, and which of those are there.
 * musl:  refuses the older names, and answers nothing for the environments.
 * here:  the one environment of the machine; its compilers need no flags. LFS64_* ask for the names
 * that end in 64. see:   confstr(3), POSIX.1-2024.
 */
#include <limits.h>
#include <string.h>
#include <unistd.h>
#include "../../shared/libc_own.h"

LIBC_OWN(confstr);
size_t __lwb_confstr(int name, char *buffer, size_t size);

/* POSIX wants the types of an environment to be no wider than long: with 64-bit time no 32-bit
 * machine has that. */
#if LONG_MAX > 0x7fffffff
#define NARROW(standard) standard "_LP64_OFF64"
#else
#define NARROW(standard) ""
#endif

/* Our answer, null where libc's is as good. */
static const char *text_of(int name)
{
        if ((name >= _CS_XBS5_ILP32_OFF32_CFLAGS && name <= _CS_XBS5_LPBIG_OFFBIG_LINTFLAGS) ||
            (name >= _CS_LFS_CFLAGS && name <= _CS_LFS_LINTFLAGS))
                return "";
        switch (name) {
        case _CS_LFS64_CFLAGS:
        case _CS_LFS64_LINTFLAGS:
                return "-D_LARGEFILE64_SOURCE";
        case _CS_LFS64_LDFLAGS:
        case _CS_LFS64_LIBS:
                return "";
        case _CS_V5_WIDTH_RESTRICTED_ENVS:
                return NARROW("XBS5");
        case _CS_V6_WIDTH_RESTRICTED_ENVS:
                return NARROW("POSIX_V6");
        case _CS_V7_WIDTH_RESTRICTED_ENVS:
                return NARROW("POSIX_V7");
        default:
                return NULL;
        }
}

/**
 * Stores the text of a configurable variable, _CS_*, as much as `size` bytes take. The bytes that
 * all of it takes, 0 with EINVAL in errno for no such variable.
 */
size_t __lwb_confstr(int name, char *buffer, size_t size)
{
        const char *text = text_of(name);
        size_t length;

        if (!text)
                return libc_own_confstr(name, buffer, size);
        length = strlen(text);
        if (buffer && size) {
                size_t stored = length < size ? length : size - 1;

                memcpy(buffer, text, stored);
                buffer[stored] = '\0';
        }
        return length + 1;
}
