/* flockfile as a lock that ThreadSanitizer knows; linked with --wrap for flockfile and funlockfile.
 */
#include <stdio.h>

void __tsan_acquire(void *lock);
void __tsan_release(void *lock);
void __real_flockfile(FILE *stream);
void __real_funlockfile(FILE *stream);
void __wrap_flockfile(FILE *stream);
void __wrap_funlockfile(FILE *stream);

void __wrap_flockfile(FILE *stream)
{
        __real_flockfile(stream);
        __tsan_acquire(stream);
}

void __wrap_funlockfile(FILE *stream)
{
        __tsan_release(stream);
        __real_funlockfile(stream);
}
