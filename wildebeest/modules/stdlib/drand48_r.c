/*
 * glibc: has the family: drand48 and its relatives with the state in a buffer of the caller's.
 * musl:  lacks it.
 * here:  the 48-bit generator as POSIX words it.
 * see:   drand48_r(3); POSIX.1-2024, drand48.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const uint64_t default_factor = 0x5deece66d;
enum { DEFAULT_ADDEND = 0xb, SEED_LOW = 0x330e };

/* A buffer of zeros, which no seeding function has seen, gets the usual constants. */
static void prepare(struct drand48_data *buffer)
{
        if (buffer->__init)
                return;
        buffer->__a = default_factor;
        buffer->__c = DEFAULT_ADDEND;
        buffer->__init = 1;
}

/* Moves x, the low part first, one step on; returns it as one number. */
static uint64_t step(unsigned short x[3], struct drand48_data *buffer)
{
        uint64_t value = (uint64_t)x[2] << 32 | (uint64_t)x[1] << 16 | x[0];

        prepare(buffer);
        value = value * buffer->__a + buffer->__c;
        x[0] = (unsigned short)(value & 0xffff);
        x[1] = (unsigned short)(value >> 16 & 0xffff);
        x[2] = (unsigned short)(value >> 32 & 0xffff);
        return value & 0xffffffffffff;
}

/** A number from [0, 1) from the caller's x, with the buffer's constants; returns 0. */
int erand48_r(unsigned short x[3], struct drand48_data *buffer, double *result)
{
        *result = (double)step(x, buffer) / 0x1p48;
        return 0;
}

/** A number from [0, 1); returns 0. */
int drand48_r(struct drand48_data *buffer, double *result)
{
        return erand48_r(buffer->__x, buffer, result);
}

/** A number from [0, 2^31) from the caller's x; returns 0. */
int nrand48_r(unsigned short x[3], struct drand48_data *buffer, long *result)
{
        *result = (long)(step(x, buffer) >> 17);
        return 0;
}

/** A number from [0, 2^31); returns 0. */
int lrand48_r(struct drand48_data *buffer, long *result)
{
        return nrand48_r(buffer->__x, buffer, result);
}

/** A number from [-2^31, 2^31) from the caller's x; returns 0. */
int jrand48_r(unsigned short x[3], struct drand48_data *buffer, long *result)
{
        *result = (int32_t)(uint32_t)(step(x, buffer) >> 16);
        return 0;
}

/** A number from [-2^31, 2^31); returns 0. */
int mrand48_r(struct drand48_data *buffer, long *result)
{
        return jrand48_r(buffer->__x, buffer, result);
}

/** Starts from the low 32 bits of the seed, with the usual constants; returns 0. */
int srand48_r(long seed, struct drand48_data *buffer)
{
        buffer->__x[0] = SEED_LOW;
        buffer->__x[1] = (unsigned short)(seed & 0xffff);
        buffer->__x[2] = (unsigned short)(seed >> 16 & 0xffff);
        buffer->__init = 0;
        prepare(buffer);
        return 0;
}

/** Starts from x, with the usual constants; the old x is kept in the buffer. Returns 0. */
int seed48_r(unsigned short x[3], struct drand48_data *buffer)
{
        memmove(buffer->__old_x, buffer->__x, sizeof buffer->__x);
        memmove(buffer->__x, x, sizeof buffer->__x);
        buffer->__init = 0;
        prepare(buffer);
        return 0;
}

/** Starts from x = parameters[0..2], factor = [3..5], addend = [6], low part first; returns 0. */
int lcong48_r(unsigned short parameters[7], struct drand48_data *buffer)
{
        memmove(buffer->__x, parameters, sizeof buffer->__x);
        buffer->__a = (unsigned long long)parameters[5] << 32 |
                      (unsigned long long)parameters[4] << 16 | parameters[3];
        buffer->__c = parameters[6];
        buffer->__init = 1;
        return 0;
}
