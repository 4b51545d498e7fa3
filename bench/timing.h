/* Times a statement: nanoseconds of this process for one turn of it. */
#include <stdio.h>
#include <time.h>

#define MEASURE(name, turns, statement)                                                                                \
        do {                                                                                                           \
                struct timespec begin, end;                                                                            \
                                                                                                                       \
                clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);                                                       \
                for (long turn = 0; turn < (turns); turn++)                                                            \
                        statement;                                                                                     \
                clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);                                                         \
                printf("%s %.2f\n", name,                                                                              \
                       ((double)(end.tv_sec - begin.tv_sec) * 1e9 + (double)(end.tv_nsec - begin.tv_nsec)) /           \
                           (double)(turns));                                                                           \
        } while (0)
