/*
 * Any bytes as an answer: the walk ends, each name and record lies in the message, and a name that
 * is expanded reads back from its text.
 */
#include <stdlib.h>
#include <string.h>
#include "dns.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void check_name(const uint8_t *wire)
{
        uint8_t again[DNS_WIRE_NAME];
        char text[DNS_TEXT_NAME];
        bool absolute;
        size_t length = __lwb_dns_name_length(wire);

        if (length > DNS_WIRE_NAME || __lwb_dns_name_to_text(wire, text, sizeof text) < 0)
                abort();
        if (__lwb_dns_name_from_text(text, again, sizeof again, &absolute) != (int)length ||
            memcmp(wire, again, length) || !__lwb_dns_name_equal(wire, again))
                abort();
}

/* Any text as a name: what is one has a canonical text. */
static void check_text(const uint8_t *data, size_t size)
{
        uint8_t wire[DNS_WIRE_NAME];
        bool absolute;
        char *text = malloc(size + 1);

        memcpy(text, data, size);
        text[size] = '\0';
        for (size_t room = 0; room <= sizeof wire; room += 17) {
                if (__lwb_dns_name_from_text(text, wire, room, &absolute) > 0)
                        check_name(wire);
        }
        free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        struct dns_reader reader;
        struct dns_record record;
        uint8_t wire[DNS_WIRE_NAME];
        uint8_t *message = malloc(size ? size : 1);

        memcpy(message, data, size);
        for (size_t i = 0; i < size && i < 600; i++) {
                int taken = __lwb_dns_name_expand(message, size, i, wire, sizeof wire);

                if (taken > 0) {
                        if (taken != __lwb_dns_name_skip(message, size, i) ||
                            i + (size_t)taken > size)
                                abort();
                        check_name(wire);
                }
        }
        if (!__lwb_dns_read(&reader, message, size)) {
                while (__lwb_dns_next(&reader, &record) > 0) {
                        if (record.data < message || record.size > size ||
                            record.data + record.size > message + size)
                                abort();
                        check_name(record.name);
                }
        }
        if (size > 40)
                __lwb_dns_answers(message, size - 20, message + size - 20, 20);
        __lwb_dns_answers(message, size, message, size);
        check_text(data, size);
        free(message);
        return 0;
}
