/* Answers: whether one belongs to a query, and the walk through its records. */
#include <string.h>
#include "dns.h"

bool __lwb_dns_answers(const uint8_t *answer, size_t size, const uint8_t *query, size_t length)
{
        uint8_t asked[DNS_WIRE_NAME];
        uint8_t echoed[DNS_WIRE_NAME];
        unsigned questions;
        int there;
        int here;

        if (size < DNS_HEADER || length < DNS_HEADER || memcmp(answer, query, 2) ||
            !(answer[2] & 0x80) || (answer[2] & 0x78) != (query[2] & 0x78))
                return false;
        questions = dns_get16(answer + 4);
        /* A server that can't read the query need not repeat it. */
        if (questions == 0 && (answer[3] & 0x0f) != 0)
                return true;
        if (questions != dns_get16(query + 4))
                return false;
        if (questions != 1)
                return true;
        here = __lwb_dns_name_expand(query, length, DNS_HEADER, asked, sizeof asked);
        there = __lwb_dns_name_expand(answer, size, DNS_HEADER, echoed, sizeof echoed);
        return here > 0 && there > 0 && length - DNS_HEADER - (size_t)here >= 4 &&
               size - DNS_HEADER - (size_t)there >= 4 && __lwb_dns_name_equal(asked, echoed) &&
               !memcmp(query + DNS_HEADER + here, answer + DNS_HEADER + there, 4);
}

int __lwb_dns_read(struct dns_reader *reader, const uint8_t *message, size_t size)
{
        if (size < DNS_HEADER)
                return -1;
        *reader = (struct dns_reader){.message = message, .size = size, .offset = DNS_HEADER};
        for (unsigned i = 0; i < 4; i++)
                reader->left[i] = dns_get16(message + 4 + i * 2);
        for (; reader->left[0] > 0; reader->left[0]--) {
                int taken = __lwb_dns_name_skip(message, size, reader->offset);

                if (taken < 0 || size - reader->offset - (size_t)taken < 4)
                        return -1;
                reader->offset += (size_t)taken + 4;
        }
        reader->section = 1;
        return 0;
}

int __lwb_dns_next(struct dns_reader *reader, struct dns_record *record)
{
        const uint8_t *fixed;
        size_t room;
        int taken;

        while (reader->section < 4 && reader->left[reader->section] == 0)
                reader->section++;
        if (reader->section == 4)
                return 0;
        taken = __lwb_dns_name_expand(reader->message, reader->size, reader->offset, record->name,
                                      sizeof record->name);
        if (taken < 0)
                return -1;
        room = reader->size - reader->offset - (size_t)taken;
        fixed = reader->message + reader->offset + taken;
        if (room < 10 || room - 10 < dns_get16(fixed + 8))
                return -1;
        record->section = reader->section;
        record->type = dns_get16(fixed);
        record->class = dns_get16(fixed + 2);
        record->ttl = dns_get32(fixed + 4);
        record->size = dns_get16(fixed + 8);
        record->data = fixed + 10;
        reader->offset += (size_t)taken + 10 + record->size;
        reader->left[reader->section]--;
        return 1;
}
