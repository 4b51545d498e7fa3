/*
 * The scanning of argument vectors for options as the GNU C Library manual describes it, with all
 * state in one object: what getopt and argp share.
 */
#ifndef LWB_OPTSCAN_H
#define LWB_OPTSCAN_H

#include <getopt.h>
#include <stdbool.h>

enum lwb_optscan_order {
        LWB_OPTSCAN_PERMUTE,  /* arguments that are no options go behind those that are */
        LWB_OPTSCAN_IN_ORDER, /* they are returned as options of the character 1 */
        LWB_OPTSCAN_REQUIRE,  /* the first of them ends the scan */
};

struct lwb_optscan {
        int index;    /* optind: 0 begins anew */
        int option;   /* optopt */
        char *result; /* optarg */
        /* The rest is the scan's own; all zero before the first call. */
        bool begun;
        enum lwb_optscan_order order;
        char *rest; /* what is left of an element with short options */
        int skipped_from, skipped_to;
};

/* What options there are, and how a scan treats them. */
struct lwb_optscan_table {
        const char *shorts;         /* as getopt's, with "+", "-" and ":" in front */
        const struct option *longs; /* null: none */
        bool single;                /* a long option may begin with one "-" */
        bool report;                /* errors are told on stderr */
};

/** The next option of argv, as getopt_long returns it; `found` gets the long option's number. */
__attribute__((visibility("hidden"))) int __lwb_optscan_next(struct lwb_optscan *, int argc,
                                                             char **argv,
                                                             const struct lwb_optscan_table *,
                                                             int *found);

#endif
