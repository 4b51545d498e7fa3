/*
 * Whole lines of a file, a block at a time or one by one, without copying them: what the databases
 * are read with.
 */
#ifndef LWB_COLONFILES_LINES_H
#define LWB_COLONFILES_LINES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** How many bytes behind the lines can be read, so that a search need not look for the end. */
#define LWB_LINES_PADDING 32

/** A file that is read in blocks of lines. The memory it takes is bounded by the longest line. */
struct lwb_lines {
        int fd;
        char *data;
        size_t size;
        size_t next; /* where what is not handed out yet begins */
        size_t end;  /* where what was read ends */
        int at_end;  /* whether the file has no more */
        /* Of what was handed out, which lines are still to be given one by one. */
        char *line;
        char *lines_end;
        char *added; /* the newline that the last line of the file lacks, or NULL */
};

/** Begins to read `fd`, which stays the caller's. */
void __lwb_lines_begin(struct lwb_lines *lines, int fd);

/**
 * Gives the next lines, at least one: from `*from` up to `*end`, each one with its newline, which
 * the last of the file gets where it has none. They may be changed and live until the next call.
 * 0; ENOENT at the end; ENOMEM, or the error of read(2).
 */
int __lwb_lines_next(struct lwb_lines *lines, char **from, char **end);

/**
 * Gives the next line: where it begins, and its newline. It lives until the next call, and may be
 * taken back before that. Not to be mixed with __lwb_lines_next. Results as of that.
 */
int __lwb_lines_line(struct lwb_lines *lines, char **line, char **newline);

/** Makes `line`, which __lwb_lines_line gave last, the next one. */
static inline void lwb_lines_unread(struct lwb_lines *lines, char *line)
{
        lines->line = line;
}

/** Frees the memory; the descriptor stays open. */
void __lwb_lines_end(struct lwb_lines *lines);

/**
 * Finds `size` bytes, at least one, before `end`, behind which LWB_LINES_PADDING + `size` bytes
 * need not be readable but LWB_LINES_PADDING must be. NULL when they are not there.
 */
const char *__lwb_lines_search(const char *from, const char *end, const char *bytes, size_t size);

/* Sixteen bytes at once, in what every compiler that knows vectors makes good code of. */
typedef unsigned char lwb_vector __attribute__((vector_size(16)));

static inline lwb_vector lwb_vector_load(const char *from)
{
        lwb_vector vector;

        memcpy(&vector, from, sizeof vector);
        return vector;
}

/** 255 for each byte that is equal in both, else 0. */
static inline lwb_vector lwb_vector_equal(lwb_vector a, lwb_vector b)
{
/* On a processor with AltiVec clang warns that its own vector types will compare otherwise one day.
 */
#if defined(__clang__) && defined(__ALTIVEC__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-altivec-src-compat"
#endif
        return (lwb_vector)(a == b);
#if defined(__clang__) && defined(__ALTIVEC__)
#pragma clang diagnostic pop
#endif
}

/** The index of the first byte of `mask`, whose bytes are 0 or 255, that is not 0; 16: none. */
static inline unsigned int lwb_vector_first(lwb_vector mask)
{
        uint64_t half[2];

        memcpy(half, &mask, sizeof half);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        if (half[0])
                return (unsigned int)__builtin_ctzll(half[0]) / 8;
        return half[1] ? 8 + (unsigned int)__builtin_ctzll(half[1]) / 8 : 16;
#else
        if (half[0])
                return (unsigned int)__builtin_clzll(half[0]) / 8;
        return half[1] ? 8 + (unsigned int)__builtin_clzll(half[1]) / 8 : 16;
#endif
}

/** The first newline at or behind `from`; there is one. */
static inline char *lwb_newline(char *from)
{
        const lwb_vector newlines = (lwb_vector){0} + '\n';

        for (;; from += 16) {
                unsigned int index =
                    lwb_vector_first(lwb_vector_equal(lwb_vector_load(from), newlines));

                if (index < 16)
                        return from + index;
        }
}

#endif
