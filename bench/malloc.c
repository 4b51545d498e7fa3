/*
 * One workload of an allocator, by its number; without one, the names of all. Prints `cpu`
 * (nanoseconds of this process for one malloc and free), `peak` (KiB of resident memory beyond
 * those at the start) and, where the workload is about that, `kept` (KiB that are still resident a
 * second after all was freed, without a further call) and `later` (after twenty calls more).
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "status.h"

enum { THREADS = 4, SLOTS = 1024, BOXES = 256 };

struct workload {
        const char *name;
        int threads;
        long pairs;
        /* The sizes are between powers of two, each octave as often as the others. */
        int lowest, highest;
        void (*run)(const struct workload *, uint64_t seed);
};

static uint32_t next(uint64_t *state)
{
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        return (uint32_t)(*state >> 33);
}

static size_t random_size(const struct workload *load, uint64_t *state)
{
        int octave = load->lowest + (int)(next(state) % (unsigned)(load->highest - load->lowest));

        return ((size_t)1 << octave) + next(state) % ((size_t)1 << octave);
}

/* A block of which each page is used, as a program would. */
static void *used_block(size_t size)
{
        char *block = malloc(size);

        if (!block)
                abort();
        for (size_t i = 0; i < size; i += 4096)
                block[i] = 1;
        return block;
}

/* Replaces random blocks of a working set. */
static void replace(const struct workload *load, uint64_t seed)
{
        void **slots = calloc(SLOTS, sizeof *slots);
        /* A few large blocks at a time, and a thousand small ones. */
        unsigned used = load->highest > 17 ? 32 : SLOTS;

        if (!slots)
                abort();
        for (long i = 0; i < load->pairs; i++) {
                void **slot = &slots[next(&seed) % used];

                free(*slot);
                *slot = used_block(random_size(load, &seed));
        }
        for (unsigned i = 0; i < SLOTS; i++)
                free(slots[i]);
        free(slots);
}

static _Atomic(void *) boxes[BOXES];

/* Leaves each block where another thread finds and frees it. */
static void hand_over(const struct workload *load, uint64_t seed)
{
        for (long i = 0; i < load->pairs; i++)
                free(atomic_exchange(&boxes[next(&seed) % BOXES],
                                     used_block(random_size(load, &seed))));
}

/* Threads that allocate a little and end. */
static void *short_thread(void *argument)
{
        uint64_t seed = (uintptr_t)argument;

        for (int i = 0; i < 16; i++)
                free(used_block(16 + next(&seed) % 500));
        return NULL;
}

static void short_threads(const struct workload *load, uint64_t seed)
{
        for (long i = 0; i < load->pairs / 16; i++) {
                pthread_t thread;

                if (pthread_create(&thread, NULL, short_thread,
                                   (void *)(uintptr_t)(seed + (uint64_t)i)))
                        abort();
                pthread_join(thread, NULL);
        }
}

/* 64 MiB at once, then none. */
static void give_back(const struct workload *load, uint64_t seed)
{
        void **slots = calloc((size_t)load->pairs, sizeof *slots);

        if (!slots)
                abort();
        for (long i = 0; i < load->pairs; i++)
                slots[i] = used_block(random_size(load, &seed));
        for (long i = 0; i < load->pairs; i++)
                free(slots[i]);
        free(slots);
}

static const struct workload workloads[] = {
    {"1 thread, 16-512 B", 1, 4000000, 4, 9, replace},
    {"1 thread, 16 B-64 KiB", 1, 1000000, 4, 16, replace},
    {"4 threads, 16-512 B", THREADS, 2000000, 4, 9, replace},
    {"4 threads, 16 B-64 KiB", THREADS, 500000, 4, 16, replace},
    {"4 threads, freed by another", THREADS, 1000000, 4, 9, hand_over},
    {"short threads", 1, 160000, 4, 9, short_threads},
    {"16 KiB-1 MiB", 1, 30000, 14, 20, replace},
    {"given back, 16 B-4 KiB", 1, 100000, 4, 12, give_back},
    {"given back, 4 KiB-1 MiB", 1, 500, 12, 20, give_back},
};

struct job {
        const struct workload *load;
        uint64_t seed;
};

static void *work(void *argument)
{
        struct job *job = argument;

        job->load->run(job->load, job->seed);
        return NULL;
}

static double cpu_time(void)
{
        struct timespec now;

        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

int main(int argc, char **argv)
{
        const struct workload *load;
        struct job jobs[THREADS];
        pthread_t threads[THREADS];
        long first;
        double begin, end;

        if (argc < 2) {
                for (size_t i = 0; i < sizeof workloads / sizeof *workloads; i++)
                        puts(workloads[i].name);
                return 0;
        }
        if (!strcmp(argv[1], "start"))
                return 0;
        load = &workloads[atoi(argv[1])];
        first = status_of("VmRSS:");
        begin = cpu_time();
        for (int i = 0; i < load->threads; i++) {
                jobs[i] = (struct job){load, (uint64_t)i + 1};
                if (load->threads == 1)
                        work(&jobs[i]);
                else if (pthread_create(&threads[i], NULL, work, &jobs[i]))
                        abort();
        }
        for (int i = 0; load->threads > 1 && i < load->threads; i++)
                pthread_join(threads[i], NULL);
        end = cpu_time();
        printf("cpu %.1f\n", (end - begin) / (double)(load->threads * load->pairs));
        printf("peak %ld\n", status_of("VmHWM:") - first);
        if (load->run == give_back) {
                sleep(1);
                printf("kept %ld\n", status_of("VmRSS:") - first);
                for (int i = 0; i < 20; i++)
                        free(malloc(100));
                printf("later %ld\n", status_of("VmRSS:") - first);
        }
        return 0;
}
