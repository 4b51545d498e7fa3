/* How much stack a thread has that asks for nothing. */
#include <pthread.h>
#include <tap.h>

/* glibc's default is RLIMIT_STACK, less its guard page. */
#define WANTED ((size_t)8 << 20)

static size_t size_of_own;

static void *ask(void *unused)
{
        pthread_attr_t attr;
        void *base;

        (void)unused;
        require(pthread_getattr_np(pthread_self(), &attr) == 0);
        require(pthread_attr_getstack(&attr, &base, &size_of_own) == 0);
        require(pthread_attr_destroy(&attr) == 0);
        return NULL;
}

/* Writes the whole of a large array, as a thread that recurses deeply would. */
static void *use(void *sum)
{
        volatile unsigned char array[6 << 20];

        for (size_t i = 0; i < sizeof(array); i += 1024)
                array[i] = 1;
        for (size_t i = 0; i < sizeof(array); i += 1024)
                *(size_t *)sum += array[i];
        return NULL;
}

int main(void)
{
        pthread_attr_t attr;
        pthread_t thread;
        size_t size = 0;
        size_t sum = 0;

        require(pthread_attr_init(&attr) == 0);
        require(pthread_attr_getstacksize(&attr, &size) == 0);
        ok(size >= WANTED, "pthread_attr_init: a stack of 8 MiB unless told");
        require(pthread_create(&thread, NULL, ask, NULL) == 0);
        require(pthread_join(thread, NULL) == 0);
        ok(size_of_own >= WANTED, "pthread_getattr_np: the thread has it");

        require(pthread_attr_setstacksize(&attr, 1 << 20) == 0);
        require(pthread_create(&thread, &attr, ask, NULL) == 0);
        require(pthread_join(thread, NULL) == 0);
        ok(size_of_own >= 1 << 20 && size_of_own < WANTED,
           "pthread_attr_setstacksize: a smaller one is granted");
        require(pthread_attr_destroy(&attr) == 0);

        require(pthread_create(&thread, NULL, use, &sum) == 0);
        require(pthread_join(thread, NULL) == 0);
        is_int(sum, 6 << 10, "pthread_create: 6 MiB of stack can be used");
        return done_testing();
}
