/* The reserved and historical type names, each from the header that gives it with glibc. */
#include <dirent.h> /* not <sys/types.h>: nearly every header gives the reserved names */

static const __uint32_t from_any_header = __WORDSIZE;

#include <fcntl.h>
#include <search.h>
#include <signal.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/time.h>
#include <sys/types.h>
#include <bits/types.h>
#include <bits/wordsize.h>
#include <sys/bitypes.h>
#include <unistd.h>
#include "tap.h"

#define is_type(name, type) ok(__builtin_types_compatible_p(name, type), #name ": is " #type)
#define is_signed(name) ok((name)-1 < (name)1, #name ": is signed")
#define is_unsigned(name) ok((name)-1 > (name)1, #name ": is unsigned")

/* Programs define the names themselves as well; neither -std=c99 nor -pedantic may mind. */
#ifndef __cplusplus
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
typedef unsigned int uint;
typedef unsigned char u_char;
typedef off_t loff_t;
typedef unsigned int __uint32_t;
typedef int (*__compar_fn_t)(const void *, const void *);
#pragma GCC diagnostic pop
#endif

static int descending(const void *a, const void *b)
{
        return *(const int *)b - *(const int *)a;
}

static int scaled(const void *a, const void *b, void *scale)
{
        return *(int *)scale * (*(const int *)a - *(const int *)b);
}

static int visits;

static void visit(const void *node, VISIT order, int depth)
{
        (void)node;
        (void)depth;
        if (order == leaf || order == postorder)
                visits++;
}

/* As interposers declare them. */
static ssize_t send_to(int fd, const void *buffer, size_t size, int flags,
                       __CONST_SOCKADDR_ARG address, socklen_t length)
{
        return sendto(fd, buffer, size, flags, address, length);
}

static volatile sig_atomic_t caught;

static void handler(int signal_number)
{
        caught = signal_number;
}

static void standard_names(void)
{
        is_type(__off_t, off_t);
        is_type(__ino_t, ino_t);
        is_type(__dev_t, dev_t);
        is_type(__mode_t, mode_t);
        is_type(__nlink_t, nlink_t);
        is_type(__uid_t, uid_t);
        is_type(__gid_t, gid_t);
        is_type(__id_t, id_t);
        is_type(__pid_t, pid_t);
        is_type(__key_t, key_t);
        is_type(__ssize_t, ssize_t);
        is_type(__time_t, time_t);
        is_type(__suseconds_t, suseconds_t);
        is_type(__useconds_t, useconds_t);
        is_type(__clock_t, clock_t);
        is_type(__clockid_t, clockid_t);
        is_type(__timer_t, timer_t);
        is_type(__socklen_t, socklen_t);
        is_type(__blksize_t, blksize_t);
        is_type(__blkcnt_t, blkcnt_t);
        is_type(__fsblkcnt_t, fsblkcnt_t);
        is_type(__fsfilcnt_t, fsfilcnt_t);
        is_type(__rlim_t, rlim_t);
        is_type(__caddr_t, caddr_t);
        is_type(__intptr_t, intptr_t);
        is_type(__intmax_t, intmax_t);
        is_type(__uintmax_t, uintmax_t);
        is_type(__sigset_t, sigset_t);
        is_type(__sigval_t, union sigval);
        is_type(__sighandler_t, sighandler_t);
        is_type(__sig_atomic_t, sig_atomic_t);
        is_type(__daddr_t, daddr_t);
        is_type(__loff_t, loff_t);
        is_type(loff_t, off_t);
        is_type(__off64_t, off_t);
        is_type(__ino64_t, ino_t);
        is_type(__blkcnt64_t, blkcnt_t);
        is_type(__fsblkcnt64_t, fsblkcnt_t);
        is_type(__fsfilcnt64_t, fsfilcnt_t);
        is_type(__rlim64_t, rlim_t);
        is_type(__quad_t, quad_t);
        is_type(__u_quad_t, u_quad_t);
        is_type(quad_t, int64_t);
        is_type(u_quad_t, u_int64_t);
        is_type(__fsid_t, __typeof__(((struct statfs *)0)->f_fsid));
}

static void sizes(void)
{
        is_type(__int8_t, int8_t);
        is_type(__int16_t, int16_t);
        is_type(__int32_t, int32_t);
        is_type(__int64_t, int64_t);
        is_type(__uint8_t, u_int8_t);
        is_type(__uint16_t, u_int16_t);
        is_type(__uint32_t, u_int32_t);
        is_type(__uint64_t, u_int64_t);
        is_int(sizeof(__int_least8_t), 1, "__int_least8_t: has 8 bits");
        is_int(sizeof(__uint_least8_t), 1, "__uint_least8_t: has 8 bits");
        is_int(sizeof(__int_least16_t), 2, "__int_least16_t: has 16 bits");
        is_int(sizeof(__uint_least16_t), 2, "__uint_least16_t: has 16 bits");
        is_int(sizeof(__int_least32_t), 4, "__int_least32_t: has 32 bits");
        is_int(sizeof(__uint_least32_t), 4, "__uint_least32_t: has 32 bits");
        is_int(sizeof(__int_least64_t), 8, "__int_least64_t: has 64 bits");
        is_int(sizeof(__uint_least64_t), 8, "__uint_least64_t: has 64 bits");
        is_type(__u_char, u_char);
        is_type(__u_short, u_short);
        is_type(__u_int, u_int);
        is_type(__u_long, u_long);
        is_type(u_char, unsigned char);
        is_type(ushort, unsigned short);
        is_type(uint, unsigned int);
        is_type(ulong, unsigned long);
        is_type(daddr_t, int);
        is_signed(__fsword_t);
        is_signed(__syscall_slong_t);
        is_unsigned(__syscall_ulong_t);
        is_signed(__suseconds64_t);
        is_int(sizeof(__suseconds64_t), 8, "__suseconds64_t: has 64 bits");

        is_int(__WORDSIZE, sizeof(long) * 8, "__WORDSIZE: the bits of a long");
        is_int(from_any_header, __WORDSIZE, "__WORDSIZE: comes with any header");
        is_int(__TIMESIZE, sizeof(time_t) * 8, "__TIMESIZE: the bits of time_t");
        is_type(__S16_TYPE, short);
        is_type(__U16_TYPE, unsigned short);
        is_type(__S32_TYPE, int);
        is_type(__U32_TYPE, unsigned int);
        is_type(__S64_TYPE, int64_t);
        is_type(__U64_TYPE, uint64_t);
        is_type(__SQUAD_TYPE, int64_t);
        is_type(__UQUAD_TYPE, uint64_t);
        is_type(__SLONGWORD_TYPE, long);
        is_type(__ULONGWORD_TYPE, unsigned long);
        is_type(__SWORD_TYPE, ptrdiff_t);
        is_type(__UWORD_TYPE, size_t);
        is_type(__SLONG32_TYPE, int);
        is_type(__ULONG32_TYPE, unsigned int);
}

static void functions(void)
{
        int numbers[] = {2, 3, 1};
        int scale = 1;
        __compar_fn_t compare = descending;
        comparison_fn_t same = compare;
        __compar_d_fn_t compare_with = scaled;
        __action_fn_t action = visit;
        __free_fn_t release = free;
        __sighandler_t previous;
        void *root = NULL;

        qsort(numbers, 3, sizeof *numbers, same);
        ok(numbers[0] == 3 && numbers[2] == 1, "comparison_fn_t: qsort takes it");
        ok(compare_with(&numbers[0], &numbers[1], &scale) > 0,
           "__compar_d_fn_t: has a third argument");
        for (int i = 0; i < 3; i++)
                require(tsearch(&numbers[i], &root, compare));
        twalk(root, action);
        is_int(visits, 3, "__action_fn_t: twalk takes it");
        while (root)
                tdelete(*(int **)root, &root, compare);
        is_type(__free_fn_t, __typeof__(&free));
        release(NULL);

        previous = signal(SIGUSR1, handler);
        ok(previous == SIG_DFL, "__sighandler_t: is what signal returns");
        raise(SIGUSR1);
        is_int(caught, SIGUSR1, "__sighandler_t: the handler ran");
}

static void selectors(void)
{
        enum __rlimit_resource resource = (enum __rlimit_resource)RLIMIT_NOFILE;
        enum __rusage_who who = RUSAGE_CHILDREN;
        enum __priority_which which = PRIO_PROCESS;
        enum __itimer_which timer = ITIMER_VIRTUAL;
        enum __ptrace_request request = PTRACE_TRACEME;
        enum __socket_type type = SOCK_DGRAM;
        struct rlimit limit = {0};
        struct rusage usage;
        struct itimerval value;
        cpu_set_t cpus;
        int pair[2];
        char byte = 'a';

        is_int(getrlimit(resource, &limit), 0, "__rlimit_resource: getrlimit takes it");
        is_int(resource, RLIMIT_NOFILE, "__rlimit_resource: holds each limit");
        ok(__RLIMIT_NLIMITS > __RLIMIT_RTPRIO && __RLIM_NLIMITS == __RLIMIT_NLIMITS,
           "__rlimit_resource: has an end");
        is_int(getrusage(who, &usage), 0, "__rusage_who: getrusage takes it");
        ok((int)who == -1, "__rusage_who: holds negative values");
        ok(getpriority(which, 0) >= -20, "__priority_which: getpriority takes it");
        is_int(getitimer(timer, &value), 0, "__itimer_which: getitimer takes it");
        ok(request == 0 && sizeof request == sizeof(int), "__ptrace_request: holds a request");
        is_int(sizeof(__rlimit_resource_t), sizeof(int), "__rlimit_resource_t: is an int wide");
        is_int(sizeof(__rusage_who_t), sizeof(int), "__rusage_who_t: is an int wide");
        is_int(sizeof(__priority_which_t), sizeof(int), "__priority_which_t: is an int wide");
        is_int(sizeof(__itimer_which_t), sizeof(int), "__itimer_which_t: is an int wide");

        require(socketpair(AF_UNIX, type, 0, pair) == 0);
        is_int(send_to(pair[0], &byte, 1, 0, NULL, 0), 1,
               "__CONST_SOCKADDR_ARG: is sendto's parameter");
        close(pair[0]);
        close(pair[1]);

        CPU_ZERO(&cpus);
        CPU_SET(70, &cpus);
        ok(((__cpu_mask *)&cpus)[__CPUELT(70)] == __CPUMASK(70),
           "__cpu_mask: is a cpu_set_t's word");
        is_int(__NCPUBITS, 8 * sizeof(__cpu_mask), "__NCPUBITS: bits of a word");
        is_int(__CPU_SETSIZE, CPU_SETSIZE, "__CPU_SETSIZE: is CPU_SETSIZE");
}

int main(void)
{
        standard_names();
        sizes();
        functions();
        selectors();
        return done_testing();
}
