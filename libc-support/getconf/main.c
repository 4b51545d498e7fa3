#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "getconf.h"

enum status {
        STATUS_OK = 0,
        STATUS_WRITE = 1,
        STATUS_USAGE = 2,
        STATUS_PATH = 3,
};

/* glibc's width of the first column of -a. */
#define NAME_WIDTH 36

static enum status usage(void)
{
        fputs("Usage: getconf [-v specification] variable_name [pathname]\n"
              "       getconf -a [pathname]\n",
              stderr);
        return STATUS_USAGE;
}

static void help(void)
{
        fputs(
            "Usage: getconf [-v SPECIFICATION] VARIABLE [PATHNAME]\n"
            "       getconf [-v SPECIFICATION] -a [PATHNAME]\n"
            "       getconf -l\n"
            "Writes the value of a configuration variable of the system, or, for a variable such\n"
            "as NAME_MAX, of the file system that PATHNAME is on.\n"
            "\n"
            "  -a                all variables and their values (PATHNAME: /)\n"
            "  -l                the names of all variables\n"
            "  -v SPECIFICATION  for a programming environment, such as POSIX_V7_LP64_OFF64\n"
            "  --help            this text\n"
            "  --version         the version\n"
            "\n"
            "Example: getconf NAME_MAX /home\n",
            stdout);
}

/* POSIX.1-2001's option variables start with _POSIX_, and glibc finds them without. */
static const struct variable *find_variable(const char *name)
{
        static const char prefix[] = "_POSIX_";
        for (size_t i = 0; i < variable_count; i++)
                if (!strcmp(variables[i].name, name))
                        return &variables[i];
        for (size_t i = 0; i < variable_count; i++)
                if (!strncmp(variables[i].name, prefix, sizeof prefix - 1) &&
                    !strcmp(variables[i].name + sizeof prefix - 1, name))
                        return &variables[i];
        return NULL;
}

/** Writes confstr()'s string. Returns false with errno where there is no memory for it. */
static bool write_string(int key)
{
        size_t size = confstr(key, NULL, 0);
        if (size == 0)
                return true;
        char *text = malloc(size);
        if (!text)
                return false;
        confstr(key, text, size);
        fputs(text, stdout);
        free(text);
        return true;
}

/* glibc's texts, where musl's differ, of the errors that a path may have. */
static const char *error_text(int error)
{
        switch (error) {
        case ENAMETOOLONG:
                return "File name too long";
        case ELOOP:
                return "Too many levels of symbolic links";
        case EIO:
                return "Input/output error";
        default:
                return strerror(error);
        }
}

/**
 * Writes a variable's value, without an end of line; what is not defined as `undefined`. Returns
 * false with errno when the value can't be had.
 */
static bool write_value(const struct variable *variable, const char *path, const char *undefined)
{
        intmax_t value = -1;
        switch (variable->kind) {
        case KIND_SYSCONF:
        case KIND_ENVIRONMENT:
                value = sysconf(variable->key);
                break;
        case KIND_CONFSTR:
                return write_string(variable->key);
        case KIND_PATHCONF:
                if (path_value(path, variable->key, &value) != 0)
                        return false;
                break;
        case KIND_NUMBER:
                printf("%" PRIdMAX, variable->number);
                return true;
        case KIND_UNSIGNED:
                printf("%" PRIuMAX, (uintmax_t)variable->number);
                return true;
        case KIND_TEXT:
                fputs(variable->text, stdout);
                return true;
        case KIND_CACHE:
                value = __lwb_cache_value(variable->key);
                break;
        case KIND_PROCESSORS:
                value = processors_configured();
                break;
        case KIND_UNDEFINED:
                break;
        }
        if (value == -1)
                fputs(undefined, stdout);
        else
                printf("%" PRIdMAX, value);
        return true;
}

static enum status check_specification(const char *specification)
{
        for (size_t i = 0; i < variable_count; i++) {
                const struct variable *variable = &variables[i];
                if (variable->kind != KIND_ENVIRONMENT || strcmp(variable->name + 1, specification))
                        continue;
                if (sysconf(variable->key) > 0)
                        return STATUS_OK;
                fprintf(stderr, "getconf: No environment `%s' on this system\n", specification);
                return STATUS_USAGE;
        }
        fprintf(stderr, "getconf: Unrecognized specification `%s'\n", specification);
        return STATUS_USAGE;
}

static enum status write_all(const char *path)
{
        for (size_t i = 0; i < variable_count && variables[i].in_glibc; i++) {
                printf("%-*s", NAME_WIDTH, variables[i].name);
                /* What a path has no value for is left blank, whatever the reason. */
                if (!write_value(&variables[i], path, "") && variables[i].kind != KIND_PATHCONF) {
                        fprintf(stderr, "getconf: %s: %s\n", variables[i].name, strerror(errno));
                        return STATUS_PATH;
                }
                putchar('\n');
        }
        return STATUS_OK;
}

static enum status write_one(const char *name, const char *path)
{
        const struct variable *variable = find_variable(name);
        if (!variable) {
                fprintf(stderr, "getconf: Unrecognized variable `%s'\n", name);
                return STATUS_USAGE;
        }
        if ((variable->kind == KIND_PATHCONF) != (path != NULL))
                return usage();
        if (!write_value(variable, path, "undefined")) {
                fprintf(stderr, "getconf: %s: %s: %s\n", path ? "pathconf" : "confstr",
                        path ? path : name, error_text(errno));
                return STATUS_PATH;
        }
        putchar('\n');
        return STATUS_OK;
}

static enum status list_names(void)
{
        for (size_t i = 0; i < variable_count; i++)
                puts(variables[i].name);
        return STATUS_OK;
}

/* Options stand before the operands only, and but for -v each alone, as glibc has it. */
static enum status run(int count, char **words)
{
        const char *specification = NULL;
        if (count > 0 && !strcmp(words[0], "--help")) {
                help();
                return STATUS_OK;
        }
        if (count > 0 && !strcmp(words[0], "--version")) {
                puts("getconf (libwildebeest) " LIBC_SUPPORT_VERSION);
                return STATUS_OK;
        }
        if (count > 0 && !strncmp(words[0], "-v", 2)) {
                int used = words[0][2] == '\0' ? 2 : 1;
                if (count < used)
                        return usage();
                specification = used == 2 ? words[1] : words[0] + 2;
                words += used;
                count -= used;
        }
        bool all = count > 0 && !strcmp(words[0], "-a");
        bool list = count > 0 && !strcmp(words[0], "-l");
        if (!all && !list && count > 0 && !strcmp(words[0], "--")) {
                words++;
                count--;
        }
        if (count < 1 || count > (list ? 1 : 2))
                return usage();
        if (specification) {
                enum status status = check_specification(specification);
                if (status != STATUS_OK)
                        return status;
        }
        if (list)
                return list_names();
        if (all)
                return write_all(count == 2 ? words[1] : "/");
        return write_one(words[0], count == 2 ? words[1] : NULL);
}

int main(int argc, char **argv)
{
        enum status status = argc > 0 ? run(argc - 1, argv + 1) : usage();
        if (fflush(stdout) != 0 || ferror(stdout)) {
                fprintf(stderr, "getconf: write error: %s\n", strerror(errno));
                return STATUS_WRITE;
        }
        return status;
}
