#include "state.h"

static bool letter_or_digit(uint8_t c)
{
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool printable(uint8_t c)
{
        return c > ' ' && c < 0x7f;
}

/* Whether the labels of a name are of letters, digits, '-' and '_'. */
static bool host_labels(const uint8_t *wire)
{
        for (size_t count; (count = *wire++) != 0;) {
                for (; count > 0; count--, wire++) {
                        if (!letter_or_digit(*wire) && *wire != '-' && *wire != '_')
                                return false;
                }
        }
        return true;
}

static bool printable_label(const uint8_t *wire)
{
        for (size_t i = 1; i <= *wire; i++) {
                if (!printable(wire[i]))
                        return false;
        }
        return true;
}

/* The wire form; whether the text is a name. */
static bool parse(const char *text, uint8_t wire[DNS_WIRE_NAME])
{
        bool absolute;

        return __lwb_dns_name_from_text(text, wire, DNS_WIRE_NAME, &absolute) > 0;
}

/** Whether `name` can be that of a host: letters, digits, '-' (not at first) and '_'. */
int res_hnok(const char *name)
{
        uint8_t wire[DNS_WIRE_NAME];

        return parse(name, wire) && !(wire[0] && wire[1] == '-') && host_labels(wire);
}

/** As res_hnok, or with "*" as the first label. */
int res_ownok(const char *name)
{
        uint8_t wire[DNS_WIRE_NAME];

        if (!parse(name, wire))
                return 0;
        if (wire[0] == 1 && wire[1] == '*')
                return host_labels(wire + 2);
        return !(wire[0] && wire[1] == '-') && host_labels(wire);
}

/** Whether `name` can be a mailbox: anything printable as the first label, and a host behind it. */
int res_mailok(const char *name)
{
        uint8_t wire[DNS_WIRE_NAME];

        if (!parse(name, wire))
                return 0;
        if (!wire[0])
                return 1;
        return wire[wire[0] + 1] && printable_label(wire) && host_labels(wire + wire[0] + 1);
}

/** Whether all characters of `name` are printable. */
int res_dnok(const char *name)
{
        uint8_t wire[DNS_WIRE_NAME];

        if (!parse(name, wire))
                return 0;
        for (const uint8_t *label = wire; *label; label += *label + 1) {
                if (!printable_label(label))
                        return 0;
        }
        return 1;
}
