/* Any bytes as a resolv.conf: what comes out is within its bounds. */
#include <stdlib.h>
#include <string.h>
#include "dns.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        struct dns_config config = {0};
        struct dns_exchange exchange;
        char *text = malloc(size + 1);
        size_t used = 0;

        memcpy(text, data, size);
        text[size] = '\0';
        if (__lwb_dns_config_parse(text, &config))
                abort();
        if (config.server_count > DNS_SERVERS || config.sort_count > MAXRESOLVSORT ||
            config.ndots < 0 || config.ndots > 15 || config.timeout < 0 || config.timeout > 30 ||
            config.attempts < 0 || config.attempts > 5)
                abort();
        for (size_t i = 0; i < config.domain_count; i++)
                used += strlen(config.domains + used) + 1;
        if (used > size)
                abort();
        if (config.server_count > 0)
                __lwb_dns_exchange_of(&config, &exchange);
        __lwb_dns_config_free(&config);
        free(text);
        return 0;
}
