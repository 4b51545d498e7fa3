/* The other names of headers, with every warning of the preprocessor an error. */
#pragma GCC diagnostic error "-Wcpp"
#include <sys/errno.h>
#include <sys/fcntl.h>
#include <sys/poll.h>
#include <sys/signal.h>
#include <sys/termios.h>
#include <wait.h>
#include <termio.h>
#include <sys/unistd.h>
#include <pty.h>
#include <time.h>
#include "tap.h"

int main(void)
{
        struct pollfd none = {.fd = -1};
        struct termios modern;
        struct termio historical;
        int status, controlling, terminal;
        const char *emulator = getenv("WILDEBEEST_EMULATOR");
        pid_t child = fork();

        if (child == 0)
                _exit(7);
        require(child > 0);
        ok(waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 7,
           "wait.h: is <sys/wait.h>");
        is_int(_STRUCT_TIMESPEC, 1, "_STRUCT_TIMESPEC: there is one");
        is_int(poll(&none, 1, 0), 0, "sys/poll.h: is <poll.h>");
        ok(close(-1) == -1 && errno == EBADF, "sys/errno.h: is <errno.h>");
        ok(fcntl(-1, F_GETFD) == -1, "sys/fcntl.h: is <fcntl.h>");
        ok(raise(0) == 0 && SIGTERM == 15, "sys/signal.h: is <signal.h>");
        ok(getpid() > 0, "sys/unistd.h: is <unistd.h>");

        if (openpty(&controlling, &terminal, NULL, NULL, NULL) == 0) {
                ok(tcgetattr(terminal, &modern) == 0, "sys/termios.h: is <termios.h>");
                memset(&historical, 0xff, sizeof historical);
                status = ioctl(terminal, TCGETA, &historical);
                if (emulator != NULL && historical.c_lflag == 0xffff) {
                        note("%s does not know struct termio", emulator);
                } else {
                        is_int(status, 0, "termio.h: TCGETA fills the structure");
                        is_int(historical.c_iflag, modern.c_iflag & 0xffff, "termio.h: c_iflag");
                        is_int(historical.c_lflag, modern.c_lflag & 0xffff, "termio.h: c_lflag");
                        is_int(historical.c_cc[VINTR], modern.c_cc[VINTR], "termio.h: c_cc");
                        historical.c_lflag &= (unsigned short)~ECHO;
                        is_int(ioctl(terminal, TCSETA, &historical), 0,
                               "termio.h: TCSETA takes it");
                        ok(tcgetattr(terminal, &modern) == 0 && !(modern.c_lflag & ECHO),
                           "termio.h: TCSETA has set it");
                }
                close(controlling);
                close(terminal);
        } else {
                note("no pseudo-terminal here: %s", strerror(errno));
        }
        return done_testing();
}
