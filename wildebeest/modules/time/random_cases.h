/*
 * Random cases: texts for strptime, times for strftime, bytes for iconv. Each case is made from its
 * number alone, so that a block of them that goes wrong can be made again: `strptime_test BLOCK`
 * prints what it gives.
 */
#ifndef LWB_TIME_RANDOM_CASES_H
#define LWB_TIME_RANDOM_CASES_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct random_source {
        uint64_t state;
};

/* splitmix64: any number is a good seed. */
static uint32_t draw(struct random_source *source, uint32_t below)
{
#ifdef RANDOM_CHOICE /* test/programs/differential.c makes the choices, and shrinks them */
        (void)source;
        return RANDOM_CHOICE(below);
#endif
        uint64_t z = source->state += 0x9e3779b97f4a7c15U;

        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
        z = (z ^ z >> 27) * 0x94d049bb133111ebU;
        return (uint32_t)((z ^ z >> 31) >> 32) % below;
}

/* FNV-1a over what a case gave. */
static uint64_t digest(uint64_t hash, const char *text)
{
        for (; *text; text++)
                hash = (hash ^ (unsigned char)*text) * 0x100000001b3U;
        return hash;
}

#define DIGEST_BEGIN 0xcbf29ce484222325U

/* One of a string's bytes. */
__attribute__((unused)) static char one_of(struct random_source *source, const char *bytes)
{
        return bytes[draw(source, (uint32_t)strlen(bytes))];
}

#endif
