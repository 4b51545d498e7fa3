/* sysconf and confstr know glibc's names. */
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "tap.h"

/* The value of a variable, which has to be one. */
static long value_of(int name)
{
        long value;

        errno = EDOM;
        value = sysconf(name);
        if (errno != EDOM)
                note("sysconf(%d): errno %d", name, errno);
        return errno == EDOM ? value : LONG_MIN;
}

static void test_limits(void)
{
        struct utsname names;

        is_int(value_of(_SC_HOST_NAME_MAX), sizeof names.nodename - 1,
               "_SC_HOST_NAME_MAX: the kernel's room");
        is_int(value_of(_SC_GETPW_R_SIZE_MAX), 1024, "_SC_GETPW_R_SIZE_MAX: a size");
        is_int(value_of(_SC_GETGR_R_SIZE_MAX), 1024, "_SC_GETGR_R_SIZE_MAX: a size");
        is_int(value_of(_SC_LINE_MAX), LINE_MAX, "_SC_LINE_MAX: a size");
        is_int(value_of(_SC_INT_MAX), INT_MAX, "_SC_INT_MAX: its value");
        is_int(value_of(_SC_INT_MIN), INT_MIN, "_SC_INT_MIN: its value");
        is_int(value_of(_SC_CHAR_BIT), 8, "_SC_CHAR_BIT: its value");
        is_int(value_of(_SC_CHAR_MAX), CHAR_MAX, "_SC_CHAR_MAX: its value");
        is_int(value_of(_SC_CHAR_MIN), CHAR_MIN, "_SC_CHAR_MIN: its value");
        is_int(value_of(_SC_SHRT_MAX), SHRT_MAX, "_SC_SHRT_MAX: its value");
        is_int(value_of(_SC_SHRT_MIN), SHRT_MIN, "_SC_SHRT_MIN: its value");
        is_int(value_of(_SC_SCHAR_MAX), SCHAR_MAX, "_SC_SCHAR_MAX: its value");
        is_int(value_of(_SC_SCHAR_MIN), SCHAR_MIN, "_SC_SCHAR_MIN: its value");
        is_int(value_of(_SC_UCHAR_MAX), UCHAR_MAX, "_SC_UCHAR_MAX: its value");
        is_int(value_of(_SC_USHRT_MAX), USHRT_MAX, "_SC_USHRT_MAX: its value");
        is_int(value_of(_SC_UINT_MAX), (long)UINT_MAX, "_SC_UINT_MAX: its value");
        is_int(value_of(_SC_ULONG_MAX), (long)ULONG_MAX, "_SC_ULONG_MAX: its value");
        is_int(value_of(_SC_LONG_BIT), 8 * sizeof(long), "_SC_LONG_BIT: its value");
        is_int(value_of(_SC_WORD_BIT), 32, "_SC_WORD_BIT: its value");
        is_int(value_of(_SC_MB_LEN_MAX), MB_LEN_MAX, "_SC_MB_LEN_MAX: its value");
        ok(value_of(_SC_SSIZE_MAX) >= _POSIX_SSIZE_MAX, "_SC_SSIZE_MAX: not too small");
        is_int(value_of(_SC_NL_ARGMAX), NL_ARGMAX, "_SC_NL_ARGMAX: its value");
        is_int(value_of(_SC_NL_LANGMAX), NL_LANGMAX, "_SC_NL_LANGMAX: its value");
        is_int(value_of(_SC_NL_MSGMAX), NL_MSGMAX, "_SC_NL_MSGMAX: its value");
        is_int(value_of(_SC_NL_NMAX), NL_NMAX, "_SC_NL_NMAX: its value");
        is_int(value_of(_SC_NL_SETMAX), NL_SETMAX, "_SC_NL_SETMAX: its value");
        is_int(value_of(_SC_NL_TEXTMAX), NL_TEXTMAX, "_SC_NL_TEXTMAX: its value");
        is_int(value_of(_SC_CHARCLASS_NAME_MAX), CHARCLASS_NAME_MAX,
               "_SC_CHARCLASS_NAME_MAX: its value");
        is_int(value_of(_SC_2_C_VERSION), 200809, "_SC_2_C_VERSION: its value");
        is_int(value_of(_SC_PAGESIZE), getpagesize(), "_SC_PAGESIZE: as ever");
        ok(value_of(_SC_NPROCESSORS_ONLN) > 0, "_SC_NPROCESSORS_ONLN: as ever");
}

static void test_options(void)
{
        static const int options[] = {
            _SC_BASE,
            _SC_C_LANG_SUPPORT,
            _SC_C_LANG_SUPPORT_R,
            _SC_DEVICE_IO,
            _SC_DEVICE_SPECIFIC,
            _SC_DEVICE_SPECIFIC_R,
            _SC_FD_MGMT,
            _SC_FIFO,
            _SC_FILE_ATTRIBUTES,
            _SC_FILE_LOCKING,
            _SC_FILE_SYSTEM,
            _SC_MULTI_PROCESS,
            _SC_NETWORKING,
            _SC_PII,
            _SC_PII_INTERNET,
            _SC_PII_INTERNET_DGRAM,
            _SC_PII_INTERNET_STREAM,
            _SC_PII_OSI,
            _SC_PII_OSI_CLTS,
            _SC_PII_OSI_COTS,
            _SC_PII_OSI_M,
            _SC_PII_SOCKET,
            _SC_PII_XTI,
            _SC_PIPE,
            _SC_POLL,
            _SC_REGEX_VERSION,
            _SC_SELECT,
            _SC_SIGNALS,
            _SC_SINGLE_PROCESS,
            _SC_SYSTEM_DATABASE,
            _SC_SYSTEM_DATABASE_R,
            _SC_T_IOV_MAX,
            _SC_USER_GROUPS,
            _SC_USER_GROUPS_R,
        };

        for (size_t i = 0; i < sizeof options / sizeof *options; i++)
                is_int(value_of(options[i]), -1, "sysconf: option %d is not there, and no error",
                       options[i]);
        errno = 0;
        ok(sysconf(10000) == -1 && errno == EINVAL, "sysconf: EINVAL");
        errno = 0;
        ok(sysconf(-5) == -1 && errno == EINVAL, "sysconf: EINVAL, negative");
}

/* What the kernel says about processor 0's first cache of data, 0 where it says nothing. */
static long data_cache(const char *file)
{
        char path[96], kind[32];
        long value = 0;

        for (int i = 0; i < 8 && !value; i++) {
                FILE *stream;
                int level = 0;

                snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu0/cache/index%d/type", i);
                stream = fopen(path, "re");
                if (!stream)
                        return 0;
                kind[0] = '\0';
                if (fscanf(stream, "%31s", kind) != 1)
                        kind[0] = '\0';
                fclose(stream);
                snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu0/cache/index%d/level", i);
                stream = fopen(path, "re");
                if (!stream || fscanf(stream, "%d", &level) != 1)
                        level = 0;
                if (stream)
                        fclose(stream);
                if (level != 1 || !strcmp(kind, "Instruction"))
                        continue;
                snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu0/cache/index%d/%s", i,
                         file);
                stream = fopen(path, "re");
                if (!stream || fscanf(stream, "%ld", &value) != 1)
                        value = 0;
                if (stream)
                        fclose(stream);
        }
        return value;
}

static void test_caches(void)
{
        static const int names[] = {
            _SC_LEVEL1_ICACHE_SIZE, _SC_LEVEL1_ICACHE_ASSOC, _SC_LEVEL1_ICACHE_LINESIZE,
            _SC_LEVEL1_DCACHE_SIZE, _SC_LEVEL1_DCACHE_ASSOC, _SC_LEVEL1_DCACHE_LINESIZE,
            _SC_LEVEL2_CACHE_SIZE,  _SC_LEVEL2_CACHE_ASSOC,  _SC_LEVEL2_CACHE_LINESIZE,
            _SC_LEVEL3_CACHE_SIZE,  _SC_LEVEL3_CACHE_ASSOC,  _SC_LEVEL3_CACHE_LINESIZE,
            _SC_LEVEL4_CACHE_SIZE,  _SC_LEVEL4_CACHE_ASSOC,  _SC_LEVEL4_CACHE_LINESIZE,
        };
        long size = data_cache("size"), line = data_cache("coherency_line_size");

        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
                ok(value_of(names[i]) >= -1, "sysconf: cache %zu is no error", i);
        if (size)
                is_int(sysconf(_SC_LEVEL1_DCACHE_SIZE), size * 1024,
                       "_SC_LEVEL1_DCACHE_SIZE: the kernel's");
        if (line)
                is_int(sysconf(_SC_LEVEL1_DCACHE_LINESIZE), line,
                       "_SC_LEVEL1_DCACHE_LINESIZE: the kernel's");
#ifdef __x86_64__
        line = sysconf(_SC_LEVEL1_DCACHE_LINESIZE);
        ok(line >= 32 && !(line & (line - 1)), "_SC_LEVEL1_DCACHE_LINESIZE: a power of two");
#endif
}

static void check_text(int name, const char *expected)
{
        char text[64] = "none";
        size_t size = confstr(name, text, sizeof text);

        is_str(text, expected, "confstr: %d", name);
        is_int(size, strlen(expected) + 1, "confstr: %d, its size", name);
        is_int(confstr(name, NULL, 0), size, "confstr: %d, its size alone", name);
}

/* The environment whose types are no wider than long; none where long is narrower than off_t. */
#if LONG_MAX > 0x7fffffff
#define NARROW(standard) standard "_LP64_OFF64"
#else
#define NARROW(standard) ""
#endif

static void test_texts(void)
{
        char text[8] = "xxxxxxx";

        for (int i = 0; i < 4; i++)
                check_text(_CS_LFS_CFLAGS + i, "");
        check_text(_CS_LFS64_CFLAGS, "-D_LARGEFILE64_SOURCE");
        check_text(_CS_LFS64_LINTFLAGS, "-D_LARGEFILE64_SOURCE");
        check_text(_CS_LFS64_LDFLAGS, "");
        check_text(_CS_LFS64_LIBS, "");
        check_text(_CS_XBS5_ILP32_OFF32_CFLAGS, "");
        check_text(_CS_XBS5_LPBIG_OFFBIG_LINTFLAGS, "");
        check_text(_CS_V5_WIDTH_RESTRICTED_ENVS, NARROW("XBS5"));
        check_text(_CS_V6_WIDTH_RESTRICTED_ENVS, NARROW("POSIX_V6"));
        check_text(_CS_V7_WIDTH_RESTRICTED_ENVS, NARROW("POSIX_V7"));
        is_int(confstr(_CS_LFS64_CFLAGS, text, 4), 22, "confstr: all of it does not fit");
        is_str(text, "-D_", "confstr: what fits");
        is_str(text + 4, "xxx", "confstr: nothing behind it");
        ok(confstr(_CS_PATH, NULL, 0) > 1, "_CS_PATH: as ever");
        errno = 0;
        ok(!confstr(9999, NULL, 0) && errno == EINVAL, "confstr: EINVAL");
}

int main(void)
{
        test_limits();
        test_options();
        test_caches();
        test_texts();
        return done_testing();
}
