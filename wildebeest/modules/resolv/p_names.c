/* Names of the numbers of DNS, in the words of RFC 1035 and those that followed. */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "state.h"

static const struct res_sym types[] = {
    {1, "A", NULL},      {2, "NS", NULL},      {3, "MD", NULL},        {4, "MF", NULL},
    {5, "CNAME", NULL},  {6, "SOA", NULL},     {7, "MB", NULL},        {8, "MG", NULL},
    {9, "MR", NULL},     {10, "NULL", NULL},   {11, "WKS", NULL},      {12, "PTR", NULL},
    {13, "HINFO", NULL}, {14, "MINFO", NULL},  {15, "MX", NULL},       {16, "TXT", NULL},
    {17, "RP", NULL},    {18, "AFSDB", NULL},  {19, "X25", NULL},      {20, "ISDN", NULL},
    {21, "RT", NULL},    {22, "NSAP", NULL},   {23, "NSAP_PTR", NULL}, {24, "SIG", NULL},
    {25, "KEY", NULL},   {26, "PX", NULL},     {27, "GPOS", NULL},     {28, "AAAA", NULL},
    {29, "LOC", NULL},   {30, "NXT", NULL},    {31, "EID", NULL},      {32, "NIMLOC", NULL},
    {33, "SRV", NULL},   {34, "ATMA", NULL},   {35, "NAPTR", NULL},    {36, "KX", NULL},
    {37, "CERT", NULL},  {39, "DNAME", NULL},  {250, "TSIG", NULL},    {251, "IXFR", NULL},
    {252, "AXFR", NULL}, {253, "MAILB", NULL}, {254, "MAILA", NULL},   {255, "ANY", NULL},
};

static const struct res_sym codes[] = {
    {0, "NOERROR", NULL}, {1, "FORMERR", NULL},  {2, "SERVFAIL", NULL}, {3, "NXDOMAIN", NULL},
    {4, "NOTIMP", NULL},  {5, "REFUSED", NULL},  {6, "YXDOMAIN", NULL}, {7, "YXRRSET", NULL},
    {8, "NXRRSET", NULL}, {9, "NOTAUTH", NULL},  {10, "NOTZONE", NULL}, {16, "BADSIG", NULL},
    {17, "BADKEY", NULL}, {18, "BADTIME", NULL},
};

static const struct res_sym classes[] = {
    {1, "IN", NULL}, {3, "CHAOS", NULL}, {4, "HS", NULL}, {254, "NONE", NULL}, {255, "ANY", NULL},
};

static const char *name_of(const struct res_sym *symbols, size_t count, int number)
{
        static _Thread_local char text[20];

        for (size_t i = 0; i < count; i++) {
                if (symbols[i].number == number)
                        return symbols[i].name;
        }
        snprintf(text, sizeof text, "%d", number);
        return text;
}

/** The name of a type of records, or its number as text, which the thread's next call changes. */
const char *p_type(int type)
{
        return name_of(types, sizeof types / sizeof *types, type);
}

/** The name of a class, likewise. */
const char *p_class(int class)
{
        return name_of(classes, sizeof classes / sizeof *classes, class);
}

/** The name of an answer's code, likewise. */
const char *p_rcode(int code)
{
        return name_of(codes, sizeof codes / sizeof *codes, code);
}

/** Seconds as ns_format_ttl writes them, in storage that the thread's next call changes. */
const char *p_time(uint32_t seconds)
{
        static _Thread_local char text[40];

        ns_format_ttl(seconds, text, sizeof text);
        return text;
}
