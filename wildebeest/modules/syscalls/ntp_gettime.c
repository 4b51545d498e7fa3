/* Not <sys/timex.h>: glibc's gives calls of ntp_gettime the other name, which the sanitizer runs
 * would define twice. */
struct ntptimeval;
int ntp_gettime(struct ntptimeval *value);
int ntp_gettimex(struct ntptimeval *value);

/** What ntp_gettimex does, as with glibc since 2.12. See ntp_gettime(3). */
int ntp_gettime(struct ntptimeval *value)
{
        return ntp_gettimex(value);
}
