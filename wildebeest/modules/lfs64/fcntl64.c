/* See fcntl(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>
#include <stdarg.h>

/** fcntl(2) under its LFS64 name. */
int fcntl64(int fd, int command, ...)
{
        unsigned long int argument;
        va_list args;

        /* An int, a pointer or nothing, which only the command tells; a long has room for each. */
        va_start(args, command);
        argument = va_arg(args, unsigned long int);
        va_end(args);
        return fcntl(fd, command, argument);
}
