/*
 * glibc: NI_IDN gives a host's name in letters where it is an encoded one.
 * musl:  ignores the flag.
 * here:  as glibc with libidn2, through the module idna; names are UTF-8, whatever the locale.
 * see:   getnameinfo(3).
 */
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include "../idna/idna.h"
#include "idn.h"

int __lwb_getnameinfo(const struct sockaddr *restrict address, socklen_t length,
                      char *restrict host, socklen_t host_size, char *restrict service,
                      socklen_t service_size, int flags);
int __lwb_libc_getnameinfo(const struct sockaddr *restrict address, socklen_t length,
                           char *restrict host, socklen_t host_size, char *restrict service,
                           socklen_t service_size, int flags) LWB_IDN_LIBC("getnameinfo");

/* Writes the letters of `name` to `host`, or itself where it is no encoded name. */
static int put_letters(const char *name, char *host, socklen_t size)
{
        char *letters = NULL;
        enum idna_result result = __lwb_idna_to_unicode(name, &letters);
        const char *text = result == IDNA_DONE ? letters : name;
        int error = 0;

        if (result == IDNA_NO_MEMORY)
                return EAI_MEMORY;
        if (strlen(text) < size)
                strcpy(host, text);
        else
                error = EAI_OVERFLOW;
        free(letters);
        return error;
}

/** As libc's getnameinfo, with NI_IDN: a name that can not be shown in letters stays as it is. */
int __lwb_getnameinfo(const struct sockaddr *restrict address, socklen_t length,
                      char *restrict host, socklen_t host_size, char *restrict service,
                      socklen_t service_size, int flags)
{
        /* What a resolver may give: NI_MAXHOST is for ASCII as well, with its NUL. */
        char name[NI_MAXHOST + 1];
        int plain = flags & ~LWB_NI_IDN_FLAGS;
        int error;

        if (!(flags & NI_IDN) || !host || !host_size)
                return __lwb_libc_getnameinfo(address, length, host, host_size, service,
                                              service_size, plain);
        error = __lwb_libc_getnameinfo(address, length, name, sizeof name, service, service_size,
                                       plain);
        return error ? error : put_letters(name, host, host_size);
}
