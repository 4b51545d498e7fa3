/* resolv.conf(5). */
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "dns.h"

enum { LARGEST_FILE = 1 << 20, MAX_NDOTS = 15, MAX_TIMEOUT = 30, MAX_ATTEMPTS = 5 };

static bool blank(char c)
{
        return c == ' ' || c == '\t';
}

/* The next word of `*rest`, NUL-terminated in place, or NULL. */
static char *next_word(char **rest)
{
        char *word = *rest;

        while (blank(*word))
                word++;
        if (!*word)
                return NULL;
        *rest = word + strcspn(word, " \t");
        if (**rest)
                *(*rest)++ = '\0';
        return word;
}

/* The number at `text`, at most `highest`, and 0 where there is none. */
static int number(const char *text, int highest)
{
        int value = 0;

        for (; *text >= '0' && *text <= '9' && value <= highest; text++)
                value = value * 10 + (*text - '0');
        return value < highest ? value : highest;
}

static const struct {
        const char *word;
        unsigned long set;
} flags[] = {
    {"rotate", RES_ROTATE},
    {"edns0", RES_USE_EDNS0},
    {"single-request-reopen", RES_SNGLKUPREOP},
    {"single-request", RES_SNGLKUP},
    {"no-tld-query", DNS_NOTLDQUERY},
    {"no_tld_query", DNS_NOTLDQUERY},
    {"use-vc", RES_USEVC},
    {"no-reload", DNS_NORELOAD},
    {"trust-ad", DNS_TRUSTAD},
    {"no-aaaa", DNS_NOAAAA},
};

static void parse_options(char *rest, struct dns_config *config)
{
        for (char *word; (word = next_word(&rest)) != NULL;) {
                if (!strncmp(word, "ndots:", 6))
                        config->ndots = number(word + 6, MAX_NDOTS);
                else if (!strncmp(word, "timeout:", 8))
                        config->timeout = number(word + 8, MAX_TIMEOUT);
                else if (!strncmp(word, "attempts:", 9))
                        config->attempts = number(word + 9, MAX_ATTEMPTS);
                /* As in glibc what follows a word is not looked at. */
                for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
                        if (!strncmp(word, flags[i].word, strlen(flags[i].word))) {
                                config->options |= flags[i].set;
                                break;
                        }
                }
        }
}

/* An address of either family; IPv6 may have a %scope. Whether it is one. */
static bool parse_server(char *text, union dns_server *server)
{
        char *scope;

        *server = (union dns_server){0};
        if (inet_aton(text, &server->ipv4.sin_addr)) {
                server->ipv4.sin_family = AF_INET;
                server->ipv4.sin_port = htons(NS_DEFAULTPORT);
                return true;
        }
        scope = strchr(text, '%');
        if (scope)
                *scope++ = '\0';
        if (inet_pton(AF_INET6, text, &server->ipv6.sin6_addr) != 1)
                return false;
        if (scope) {
                const struct in6_addr *address = &server->ipv6.sin6_addr;
                char *end;
                unsigned long index = 0;

                if (IN6_IS_ADDR_LINKLOCAL(address) || IN6_IS_ADDR_MC_LINKLOCAL(address))
                        index = if_nametoindex(scope);
                if (index == 0 && isdigit((unsigned char)*scope)) {
                        index = strtoul(scope, &end, 10);
                        if (*end || index > UINT32_MAX)
                                index = 0;
                }
                server->ipv6.sin6_scope_id = (uint32_t)index;
        }
        server->ipv6.sin6_family = AF_INET6;
        server->ipv6.sin6_port = htons(NS_DEFAULTPORT);
        return true;
}

/* The words of `rest`, if any, become the search list, no more than `most`. */
static int parse_search(char *rest, size_t most, struct dns_config *config)
{
        char *list = malloc(strlen(rest) + 1);
        size_t count = 0;
        char *end = list;

        if (!list)
                return ENOMEM;
        for (char *word; count < most && (word = next_word(&rest)) != NULL; count++) {
                size_t size = strlen(word) + 1;

                memcpy(end, word, size);
                end += size;
        }
        if (count == 0) {
                free(list);
                return 0;
        }
        free(config->domains);
        config->domains = list;
        config->domain_count = count;
        return 0;
}

/* The mask that an address without one has: that of its class. */
static uint32_t class_mask(struct in_addr address)
{
        uint32_t host = ntohl(address.s_addr);

        return htonl(host >> 31 == 0 ? 0xff000000 : host >> 30 == 2 ? 0xffff0000 : 0xffffff00);
}

static void parse_sort(char *rest, struct dns_config *config)
{
        for (char *word; (word = next_word(&rest)) != NULL;) {
                char *mask = strpbrk(word, "/&");
                struct in_addr address;
                struct in_addr given;

                if (mask)
                        *mask++ = '\0';
                if (config->sort_count == MAXRESOLVSORT || !inet_aton(word, &address))
                        continue;
                config->sort[config->sort_count].address = address;
                config->sort[config->sort_count++].mask =
                    mask && inet_aton(mask, &given) ? given.s_addr : class_mask(address);
        }
}

/* What follows `keyword` and a blank at the start of `line`, or NULL. */
static char *value_of(char *line, const char *keyword)
{
        size_t length = strlen(keyword);

        return !strncmp(line, keyword, length) && blank(line[length]) ? line + length + 1 : NULL;
}

static int parse_line(char *line, struct dns_config *config)
{
        char *value;

        if (*line == '#' || *line == ';')
                return 0;
        if ((value = value_of(line, "nameserver")) != NULL) {
                char *word = next_word(&value);

                if (word && config->server_count < DNS_SERVERS &&
                    parse_server(word, &config->servers[config->server_count]))
                        config->server_count++;
        } else if ((value = value_of(line, "domain")) != NULL) {
                return parse_search(value, 1, config);
        } else if ((value = value_of(line, "search")) != NULL) {
                return parse_search(value, (size_t)-1, config);
        } else if ((value = value_of(line, "sortlist")) != NULL) {
                parse_sort(value, config);
        } else if ((value = value_of(line, "options")) != NULL) {
                parse_options(value, config);
        }
        return 0;
}

int __lwb_dns_config_parse(char *text, struct dns_config *config)
{
        while (text) {
                char *line = text;
                int error;

                text = strchr(line, '\n');
                if (text)
                        *text++ = '\0';
                error = parse_line(line, config);
                if (error)
                        return error;
        }
        return 0;
}

/* The file's text, from malloc; NULL where it can't be read, with errno ENOMEM for want of memory.
 */
static char *read_text(const char *path)
{
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        size_t used = 0;
        struct stat st;
        char *text;

        if (fd == -1)
                return NULL;
        if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
                close(fd);
                errno = EINVAL;
                return NULL;
        }
        text = malloc(LARGEST_FILE + 1);
        while (text && used < LARGEST_FILE) {
                ssize_t n = read(fd, text + used, LARGEST_FILE - used);

                if (n < 0 && errno == EINTR)
                        continue;
                if (n <= 0)
                        break;
                used += (size_t)n;
        }
        if (text)
                text[used] = '\0';
        close(fd);
        return text;
}

/* Without a list the domain of the host's own name is searched. */
static int default_search(struct dns_config *config)
{
        char name[256];
        char *dot;

        if (gethostname(name, sizeof name))
                return 0;
        name[sizeof name - 1] = '\0';
        dot = strchr(name, '.');
        return dot ? parse_search(dot + 1, 1, config) : 0;
}

/* What the environment says instead of the file. */
static int from_environment(struct dns_config *config)
{
        const char *domain = secure_getenv("LOCALDOMAIN");
        const char *options = secure_getenv("RES_OPTIONS");
        int error = 0;

        if (domain && !*domain) {
                /* The root alone. */
                free(config->domains);
                config->domains = calloc(1, 1);
                config->domain_count = config->domains != NULL;
                error = config->domains ? 0 : ENOMEM;
        } else if (domain) {
                char *copy = strdup(domain);

                error = copy ? parse_search(copy, (size_t)-1, config) : ENOMEM;
                free(copy);
        }
        if (options && !error) {
                char *copy = strdup(options);

                if (copy)
                        parse_options(copy, config);
                else
                        error = ENOMEM;
                free(copy);
        }
        return error;
}

int __lwb_dns_config_read(const char *path, struct dns_config *config)
{
        char *text;
        int error = 0;

        *config = (struct dns_config){
            .options = RES_RECURSE | RES_DEFNAMES | RES_DNSRCH,
            .ndots = 1,
            .timeout = RES_TIMEOUT,
            .attempts = RES_DFLRETRY,
        };
        errno = 0;
        text = read_text(path ? path : _PATH_RESCONF);
        if (text)
                error = __lwb_dns_config_parse(text, config);
        else if (errno == ENOMEM)
                error = ENOMEM;
        free(text);
        if (!error)
                error = from_environment(config);
        if (!error && !config->domains)
                error = default_search(config);
        if (error) {
                __lwb_dns_config_free(config);
                return error;
        }
        if (config->server_count == 0) {
                config->servers[0].ipv4 =
                    (struct sockaddr_in){.sin_family = AF_INET,
                                         .sin_port = htons(NS_DEFAULTPORT),
                                         .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
                config->server_count = 1;
        }
        return 0;
}

void __lwb_dns_config_free(struct dns_config *config)
{
        free(config->domains);
        config->domains = NULL;
        config->domain_count = 0;
}
