/*
 * A container's init and what is asked of it there, for the test of containers: without arguments
 * it waits as process 1 does; `tell FILE` prints where it is, `off` turns the machine off.
 */
#include <fcntl.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static void tell(const char *hidden)
{
        struct if_nameindex *interfaces = if_nameindex();
        unsigned first, outside, count, many = 0;
        struct statvfs sys;
        FILE *map = fopen("/proc/self/uid_map", "r");

        if (map && fscanf(map, "%u %u %u", &first, &outside, &count) == 3)
                printf("users %u %s %u\n", first, outside ? "others" : "root", count);
        for (many = 0; interfaces && interfaces[many].if_index; many++)
                printf("interface %s\n", interfaces[many].if_name);
        printf("uid %d\n", (int)getuid());
        printf("file of the host %s\n", access(hidden, F_OK) ? "hidden" : "there");
        printf("cgroup %s\n", mkdir("/sys/fs/cgroup/test", 0755) ? "refused" : "made");
        if (!statvfs("/sys", &sys))
                printf("sys %s\n", sys.f_flag & ST_RDONLY ? "read-only" : "writable");
        printf("null %s\n", open("/dev/null", O_RDWR) < 0 ? "refused" : "opened");
        printf("file of root %s\n", access("/etc/shadow", R_OK) ? "refused" : "read");
}

int main(int count, char **arguments)
{
        if (getpid() == 1) {
                printf("init of %s\n", count ? arguments[0] : "");
                fflush(stdout);
                for (;;)
                        pause();
        }
        if (count > 1 && !strcmp(arguments[1], "off"))
                return reboot(RB_POWER_OFF) != 0;
        tell(count > 2 ? arguments[2] : "/");
        return 0;
}
