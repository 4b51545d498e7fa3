/* What programs use without including its header, as other headers of glibc give it. */
#include <dirent.h>
#include <elf.h>
#include <netdb.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <tap.h>

/* dirent.h gives PATH_MAX. */
static char path[PATH_MAX];

int main(void)
{
        struct timeval now = {0, 0};
        struct iovec part = {path, sizeof(path)};
        struct sockaddr_in address = {0};
        struct timex clock_state = {0};
        unsigned char random[4] = {0};
        uint32_t word = htole32(1);
        fd_set set;

        FD_ZERO(&set);
        FD_SET(0, &set);
        ok(FD_ISSET(0, &set), "fd_set: from stdlib.h through sys/types.h and sys/select.h");
        ok(le32toh(word) == 1,
           "htole32: from stdlib.h through sys/types.h and endian.h; uint32_t from elf.h");
        ok(part.iov_len == PATH_MAX && NAME_MAX == 255,
           "iovec: from sys/mman.h; PATH_MAX and NAME_MAX from dirent.h");
        ok(select(0, NULL, NULL, NULL, &now) == 0, "select: and struct timeval from stdlib.h");
        address.sin_family = AF_INET;
        ok(address.sin_family == AF_INET,
           "sockaddr_in: from netdb.h through netinet/in.h and sys/socket.h");
        ok(clock_adjtime(CLOCK_REALTIME, &clock_state) >= 0,
           "clock_adjtime: from pthread.h through time.h");
        ok(getentropy(random, sizeof(random)) == 0, "getentropy: from sys/random.h");
        ok(getpid() > 0, "getpid: from sys/wait.h through signal.h");
        ok(kill(getpid(), 0) == 0, "kill: from sys/wait.h through signal.h");
        ok((WCONTINUED | WEXITED | WNOWAIT) == (0x1000000 | 12), "WEXITED: from stdlib.h");
        return done_testing();
}
