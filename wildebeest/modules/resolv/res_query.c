/*
 * glibc: asks as the thread's state _res says: its servers, options and search list.
 * musl:  reads resolv.conf for itself, knows no option, and searches nothing.
 * here:  as glibc.
 * see:   resolver(3).
 */
#include "state.h"

int __lwb_res_query(const char *name, int class, int type, unsigned char *answer, int room);
int __lwb_res_querydomain(const char *name, const char *domain, int class, int type,
                          unsigned char *answer, int room);
int __lwb_res_search(const char *name, int class, int type, unsigned char *answer, int room);
int __lwb_res_mkquery(int operation, const char *name, int class, int type,
                      const unsigned char *data, int size, const unsigned char *record,
                      unsigned char *query, int room);
int __lwb_res_send(const unsigned char *query, int length, unsigned char *answer, int room);

/** res_nquery with _res. */
int __lwb_res_query(const char *name, int class, int type, unsigned char *answer, int room)
{
        return res_nquery(__lwb_res_thread(NULL), name, class, type, answer, room);
}

/** res_nquerydomain with _res. */
int __lwb_res_querydomain(const char *name, const char *domain, int class, int type,
                          unsigned char *answer, int room)
{
        return res_nquerydomain(__lwb_res_thread(NULL), name, domain, class, type, answer, room);
}

/** res_nsearch with _res. */
int __lwb_res_search(const char *name, int class, int type, unsigned char *answer, int room)
{
        return res_nsearch(__lwb_res_thread(NULL), name, class, type, answer, room);
}

/** res_nmkquery with _res. */
int __lwb_res_mkquery(int operation, const char *name, int class, int type,
                      const unsigned char *data, int size, const unsigned char *record,
                      unsigned char *query, int room)
{
        return res_nmkquery(__lwb_res_thread(NULL), operation, name, class, type, data, size,
                            record, query, room);
}

/** res_nsend with _res. */
int __lwb_res_send(const unsigned char *query, int length, unsigned char *answer, int room)
{
        return res_nsend(__lwb_res_thread(NULL), query, length, answer, room);
}
