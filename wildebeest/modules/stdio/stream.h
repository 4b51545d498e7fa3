/*
 * What the functions of a stream share.
 *
 * glibc: a function that a stream is not open for fails with EBADF.
 * musl:  it fails, and errno stays as it was.
 * here:  libc's own function, and then errno put right.
 * see:   POSIX.1-2024, fputc: "EBADF: The file descriptor underlying stream is not a valid file
 *        descriptor open for writing"; fgetc the same for reading.
 */
#ifndef LWB_STDIO_STREAM_H
#define LWB_STDIO_STREAM_H

#include <errno.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <wchar.h>

#include "../../shared/libc_own.h"

/* A function with a parameter `stream`, as libc's own but for errno where it returns `failure`. */
#define STREAM_FUNCTION(type, name, parameters, arguments, failure, open_for)                      \
        LIBC_OWN(name);                                                                            \
        type __lwb_##name parameters;                                                              \
        type __lwb_##name parameters                                                               \
        {                                                                                          \
                type result = libc_own_##name arguments;                                           \
                                                                                                   \
                if (result == (failure) && !open_for(stream))                                      \
                        errno = EBADF;                                                             \
                return result;                                                                     \
        }
#define OUTPUT(type, name, parameters, arguments, failure)                                         \
        STREAM_FUNCTION(type, name, parameters, arguments, failure, __fwritable)
#define INPUT(type, name, parameters, arguments, failure)                                          \
        STREAM_FUNCTION(type, name, parameters, arguments, failure, __freadable)

/*
 * Writes `size` bytes to `stream`; how many it took. Where nothing waits in the buffer and the
 * bytes do not fit into it, they go to the file as they are: musl before 1.2.6 puts an empty piece
 * before them, which files of /proc and /sys take for the whole and refuse with EINVAL.
 */
size_t __lwb_stdio_put(const void *data, size_t size, FILE *stream);

#endif
