/*
 * glibc: has words for the errors of getaddrinfo_a too, and those that programs and their users
 * know. musl:  calls them "Unknown error", and has other words. here:  glibc's, in English. see:
 * gai_strerror(3).
 */
#include <netdb.h>
#include <stddef.h>

const char *__lwb_gai_strerror(int error);

/** The words for an error of getaddrinfo, getnameinfo or getaddrinfo_a. */
const char *__lwb_gai_strerror(int error)
{
        static const struct {
                int error;
                const char *text;
        } table[] = {
            {EAI_BADFLAGS, "Bad value for ai_flags"},
            {EAI_NONAME, "Name or service not known"},
            {EAI_AGAIN, "Temporary failure in name resolution"},
            {EAI_FAIL, "Non-recoverable failure in name resolution"},
            {EAI_NODATA, "No address associated with hostname"},
            {EAI_FAMILY, "ai_family not supported"},
            {EAI_SOCKTYPE, "ai_socktype not supported"},
            {EAI_SERVICE, "Servname not supported for ai_socktype"},
            {EAI_ADDRFAMILY, "Address family for hostname not supported"},
            {EAI_MEMORY, "Memory allocation failure"},
            {EAI_SYSTEM, "System error"},
            {EAI_OVERFLOW, "Result too large for supplied buffer"},
            {EAI_INPROGRESS, "Processing request in progress"},
            {EAI_CANCELED, "Request canceled"},
            {EAI_NOTCANCELED, "Request not canceled"},
            {EAI_ALLDONE, "All requests done"},
            {EAI_INTR, "Interrupted by a signal"},
            {EAI_IDN_ENCODE, "Parameter string not correctly encoded"},
        };

        for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
                if (table[i].error == error)
                        return table[i].text;
        }
        return "Unknown error";
}
