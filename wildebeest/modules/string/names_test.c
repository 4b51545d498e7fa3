/* The names and texts of errors and signals. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include "tap.h"

/* The list that the functions are made of; glibc as the oracle says whether it is right. */
static const struct {
        int number;
        const char *name, *text;
} errors[] =
    {
#define ERROR(name, text) {name, #name, text},
#include "../errtext/errors.h"
},
  signals[] = {
#define SIGNAL(name, text) {SIG##name, #name, text},
#include "signals.h"
};

static int same(const char *a, const char *b)
{
        return a && b && !strcmp(a, b);
}

int main(void)
{
        int bad = 0, known = 0;

        for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
                if (!same(strerrorname_np(errors[i].number), errors[i].name) ||
                    !same(strerrordesc_np(errors[i].number), errors[i].text)) {
                        note("%s", errors[i].name);
                        bad++;
                }
        }
        is_int(bad, 0, "strerrorname_np: each error, with strerrordesc_np");
        for (int error = -10; error < 5000; error++) {
                const char *name = strerrorname_np(error);

                known += !!name;
                bad += !name != !strerrordesc_np(error);
        }
        is_int(known, 1 + sizeof errors / sizeof *errors, "strerrorname_np: no others but 0");
        is_int(bad, 0, "strerrordesc_np: no others but 0");
        is_str(strerrorname_np(0), "0", "strerrorname_np: 0");
        is_str(strerrordesc_np(0), "Success", "strerrordesc_np: 0");
        is_str(strerrorname_np(EWOULDBLOCK), "EAGAIN", "strerrorname_np: EWOULDBLOCK");
        is_str(strerrorname_np(ENOTSUP), "EOPNOTSUPP", "strerrorname_np: ENOTSUP");
        is_str(strerrordesc_np(ENOENT), "No such file or directory", "strerrordesc_np: ENOENT");

        bad = known = 0;
        for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
                if (!same(sigabbrev_np(signals[i].number), signals[i].name) ||
                    !same(sigdescr_np(signals[i].number), signals[i].text)) {
                        note("%s", signals[i].name);
                        bad++;
                }
        }
        is_int(bad, 0, "sigabbrev_np: each signal, with sigdescr_np");
        for (int number = -10; number < 300; number++) {
                const char *name = sigabbrev_np(number);

                known += !!name;
                bad += !name != !sigdescr_np(number);
        }
        is_int(known, sizeof signals / sizeof *signals, "sigabbrev_np: no others");
        is_int(bad, 0, "sigdescr_np: no others");
        is_str(sigabbrev_np(SIGIOT), "ABRT", "sigabbrev_np: SIGIOT");
        is_str(sigabbrev_np(SIGIO), "POLL", "sigabbrev_np: SIGIO");
        is_str(sigdescr_np(SIGCHLD), "Child exited", "sigdescr_np: SIGCHLD");
        ok(!sigabbrev_np(SIGRTMIN) && !sigdescr_np(SIGRTMAX),
           "sigabbrev_np: none for real-time signals");
        return done_testing();
}
