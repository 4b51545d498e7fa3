/* The reentrant generators: the numbers are the ones that glibc gives. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include "tap.h"

/* FNV-1a over 10,000 numbers of random_r. */
static uint32_t digest(struct random_data *data)
{
        uint32_t hash = 2166136261u;

        for (int i = 0; i < 10000; i++) {
                int32_t value;

                require(random_r(data, &value) == 0);
                for (int shift = 0; shift < 32; shift += 8)
                        hash = (hash ^ ((uint32_t)value >> shift & 0xff)) * 16777619u;
        }
        return hash;
}

static void test_random(void)
{
        static const struct {
                size_t length;
                unsigned seed;
                uint32_t digest;
        } cases[] = {
            {8, 1u, 0xd0d31e5au},           {31, 0u, 0xd0d31e5au},
            {32, 42u, 0xb541207fu},         {63, 2147483648u, 0x9f1081c8u},
            {64, 4294967295u, 0x92f99112u}, {127, 2147483647u, 0x2c30ffb5u},
            {128, 1u, 0x2d9d9119u},         {255, 0u, 0x2d9d9119u},
            {256, 42u, 0x383e0faau},        {257, 2147483648u, 0xd86cf51eu},
            {128, 20111u, 0x3ab82f88u},
        };
        static const int32_t first[] = {1804289383, 846930886, 1681692777, 1714636915, 1957747793};
        struct random_data data = {.state = NULL};
        char a[128], b[64], small[8];
        int32_t value, other;
        int same = 1;

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                /* One byte off, so that the state is not aligned. */
                char state[257 + 1];

                data = (struct random_data){.state = NULL};
                is_int(initstate_r(cases[i].seed, state + 1, cases[i].length, &data), 0,
                       "initstate_r: %zu bytes, seed %u", cases[i].length, cases[i].seed);
                is_int(digest(&data), cases[i].digest, "random_r: %zu bytes, seed %u",
                       cases[i].length, cases[i].seed);
                is_int(srandom_r(cases[i].seed, &data), 0, "srandom_r: %zu bytes, seed %u",
                       cases[i].length, cases[i].seed);
                is_int(digest(&data), cases[i].digest, "srandom_r: starts over, %zu bytes, seed %u",
                       cases[i].length, cases[i].seed);
        }

        data = (struct random_data){.state = NULL};
        require(initstate_r(1, a, sizeof a, &data) == 0);
        for (int i = 0; i < 3; i++) {
                require(random_r(&data, &value) == 0);
                same &= value == first[i];
        }
        require(initstate_r(9, b, sizeof b, &data) == 0);
        require(random_r(&data, &value) == 0);
        is_int(setstate_r(a, &data), 0, "setstate_r: back to a state");
        for (int i = 3; i < 5; i++) {
                require(random_r(&data, &value) == 0);
                same &= value == first[i];
        }
        ok(same, "setstate_r: goes on where the state was left");
        require(setstate_r(a, &data) == 0 && random_r(&data, &value) == 0);
        require(setstate_r(b, &data) == 0 && random_r(&data, &other) == 0);
        require(initstate_r(9, b, sizeof b, &data) == 0);
        require(random_r(&data, &value) == 0 && random_r(&data, &value) == 0);
        is_int(other, value, "setstate_r: the other state, too");

        errno = 0;
        ok(initstate_r(1, small, 7, &data) == -1 && errno == EINVAL,
           "initstate_r: EINVAL below 8 bytes");
        is_int(srandom_r(0, &data), 0, "srandom_r: a seed of 0");
        require(random_r(&data, &value) == 0);
        require(srandom_r(1, &data) == 0 && random_r(&data, &other) == 0);
        is_int(value, other, "srandom_r: 0 means 1");
}

static void test_drand48(void)
{
        struct drand48_data data = {.__x = {0}}, other;
        unsigned short x[3] = {1, 2, 3}, parameters[7] = {1, 2, 3, 4, 5, 6, 7};
        double real;
        long value;
        int bad = 0;

        is_int(drand48_r(&data, &real), 0, "drand48_r: returns 0");
        ok(real == 0x1.6p-45, "drand48_r: a buffer of zeros has the usual constants");
        data = (struct drand48_data){.__x = {0}};
        require(erand48_r(x, &data, &real) == 0);
        ok(x[0] == 0xe678 && x[1] == 0xabc6 && x[2] == 0x7126, "erand48_r: moves x on");
        ok(real == 0x1.c49aaf1b99ep-2, "erand48_r: its number");

        /* POSIX's functions have the same generator in a state of their own. */
        for (long seed = -3; seed < 1000000; seed = seed * 3 + 1000) {
                srand48(seed);
                require(srand48_r(seed, &data) == 0);
                for (int i = 0; i < 100; i++) {
                        require(drand48_r(&data, &real) == 0);
                        bad += real != drand48();
                        require(lrand48_r(&data, &value) == 0);
                        bad += value != lrand48();
                        require(mrand48_r(&data, &value) == 0);
                        bad += value != mrand48();
                }
        }
        is_int(bad, 0, "srand48_r: drand48_r, lrand48_r and mrand48_r agree with POSIX's");

        bad = 0;
        for (unsigned n = 0; n < 1000; n++) {
                unsigned short ours[3] = {(unsigned short)(n * 7919), (unsigned short)(n * 31), 5};
                unsigned short theirs[3] = {ours[0], ours[1], ours[2]};

                lcong48(parameters);
                require(lcong48_r(parameters, &data) == 0);
                require(erand48_r(ours, &data, &real) == 0);
                bad += real != erand48(theirs);
                require(nrand48_r(ours, &data, &value) == 0);
                bad += value != nrand48(theirs);
                require(jrand48_r(ours, &data, &value) == 0);
                bad += value != jrand48(theirs);
                bad += memcmp(ours, theirs, sizeof ours) != 0;
                require(lrand48_r(&data, &value) == 0);
                bad += value != lrand48();
                parameters[n % 7] = (unsigned short)(n * 257 + 1);
        }
        is_int(bad, 0,
               "lcong48_r: erand48_r, nrand48_r, jrand48_r and lrand48_r agree with POSIX's");

        x[0] = 11, x[1] = 12, x[2] = 13;
        is_int(seed48_r(x, &data), 0, "seed48_r: returns 0");
        require(lrand48_r(&data, &value) == 0);
        is_int(value, 326250660, "seed48_r: x, and the usual constants again");
        other = data;
        require(lrand48_r(&data, &value) == 0);
        require(lrand48_r(&other, &(long){0}) == 0);
        ok(!memcmp(&data, &other, sizeof data), "lrand48_r: the buffer is all of its state");
}

int main(void)
{
        test_random();
        test_drand48();
        return done_testing();
}
