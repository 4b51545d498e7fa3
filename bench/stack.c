/*
 * What a thread costs whose stack has the default size: nanoseconds of this process for starting and
 * joining one, and KiB of address space and of memory for each of a hundred that wait.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "status.h"
#include "timing.h"

enum { WAITING = 100 };

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

static void *nothing(void *unused)
{
        return unused;
}

static void *wait_at_gate(void *unused)
{
        pthread_mutex_lock(&gate);
        pthread_mutex_unlock(&gate);
        return unused;
}

static void start_and_join(void)
{
        pthread_t thread;

        if (pthread_create(&thread, NULL, nothing, NULL))
                abort();
        pthread_join(thread, NULL);
}

int main(void)
{
        pthread_t threads[WAITING];
        long size, resident;

        MEASURE("start and join: ns", 5000, start_and_join());
        size = status_of("VmSize:");
        resident = status_of("VmRSS:");
        pthread_mutex_lock(&gate);
        for (int i = 0; i < WAITING; i++)
                if (pthread_create(&threads[i], NULL, wait_at_gate, NULL))
                        abort();
        printf("address space: KiB %ld\n", (status_of("VmSize:") - size) / WAITING);
        printf("memory: KiB %ld\n", (status_of("VmRSS:") - resident) / WAITING);
        pthread_mutex_unlock(&gate);
        for (int i = 0; i < WAITING; i++)
                pthread_join(threads[i], NULL);
        return 0;
}
