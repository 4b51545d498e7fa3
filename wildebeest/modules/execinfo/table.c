/*
 * Call frame information: the rules by which the registers of a function's caller are found, as in
 * the DWARF 5 standard, section 6.4, and the Linux Standard Base, "Exception Frames".
 */
#include <elf.h>
#include <link.h>
#include <stddef.h>
#include <string.h>
#include "unwind.h"

/* How deep DW_CFA_remember_state may nest. */
#define REMEMBERED 4

/* Encodings of pointers. */
enum {
        ENCODED_ABSOLUTE = 0x00,
        ENCODED_U2 = 0x02,
        ENCODED_U4 = 0x03,
        ENCODED_U8 = 0x04,
        ENCODED_S2 = 0x0a,
        ENCODED_S4 = 0x0b,
        ENCODED_S8 = 0x0c,
        ENCODED_FORMAT = 0x0f,
        ENCODED_RELATIVE = 0x70,
        ENCODED_HERE = 0x10,        /* relative to where it stands */
        ENCODED_SEARCH_TABLE = 0x3b /* four bytes, relative to the table's head */
};

enum rule_kind { SAME, UNDEFINED, AT_OFFSET, IS_OFFSET, IN_REGISTER, UNKNOWN };

struct rule {
        uint8_t kind;
        intptr_t value;
};

struct rules {
        size_t cfa_register;
        intptr_t cfa_offset;
        bool cfa_known;
        bool signs; /* aarch64: the return address is signed */
        struct rule registers[REGISTERS];
};

/* What is common to functions, and one function's own part. */
struct function {
        const uint8_t *common, *common_end; /* instructions */
        const uint8_t *own, *own_end;
        uintptr_t start, size;
        uintptr_t code_unit;
        intptr_t data_unit;
        size_t return_column;
        bool interrupted; /* it was not called, but interrupted by a signal */
};

/* Values need not be aligned. */
static uint16_t read_u16(const uint8_t *p)
{
        uint16_t value;

        memcpy(&value, p, sizeof value);
        return value;
}

static uint32_t read_u32(const uint8_t *p)
{
        uint32_t value;

        memcpy(&value, p, sizeof value);
        return value;
}

static uint64_t read_u64(const uint8_t *p)
{
        uint64_t value;

        memcpy(&value, p, sizeof value);
        return value;
}

static uintptr_t read_unsigned(const uint8_t **p)
{
        uintptr_t value = 0;
        unsigned shift = 0;
        uint8_t byte;

        do {
                byte = *(*p)++;
                if (shift < 8 * sizeof value)
                        value |= (uintptr_t)(byte & 0x7f) << shift;
                shift += 7;
        } while (byte & 0x80);
        return value;
}

static intptr_t read_signed(const uint8_t **p)
{
        const uint8_t *start = *p;
        uintptr_t value = read_unsigned(p);
        size_t bits = 7 * (size_t)(*p - start);

        if ((*p)[-1] & 0x40 && bits < 8 * sizeof value)
                value |= ~(uintptr_t)0 << bits;
        return (intptr_t)value;
}

/* Reads a pointer; false for an encoding that call frames have not. */
static bool read_pointer(const uint8_t **p, uint8_t encoding, uintptr_t *value)
{
        const uint8_t *at = *p;

        switch (encoding & ENCODED_FORMAT) {
        case ENCODED_ABSOLUTE:
                memcpy(value, at, sizeof *value);
                *p += sizeof *value;
                break;
        case ENCODED_U2:
                *value = read_u16(at);
                *p += 2;
                break;
        case ENCODED_S2:
                *value = (uintptr_t)(intptr_t)(int16_t)read_u16(at);
                *p += 2;
                break;
        case ENCODED_U4:
                *value = read_u32(at);
                *p += 4;
                break;
        case ENCODED_S4:
                *value = (uintptr_t)(intptr_t)(int32_t)read_u32(at);
                *p += 4;
                break;
        case ENCODED_U8:
        case ENCODED_S8:
                *value = (uintptr_t)read_u64(at);
                *p += 8;
                break;
        default:
                return false;
        }
        if ((encoding & ENCODED_RELATIVE) == ENCODED_HERE)
                *value += (uintptr_t)at;
        else if (encoding & ENCODED_RELATIVE)
                return false;
        return true;
}

struct search {
        uintptr_t pc;
        struct part_of_object *part;
};

static int find_part(struct dl_phdr_info *info, size_t size, void *data)
{
        struct search *search = data;
        const uint8_t *table = NULL;
        bool inside = false;

        (void)size;
        for (size_t i = 0; i < info->dlpi_phnum; i++) {
                const ElfW(Phdr) *header = &info->dlpi_phdr[i];
                uintptr_t start = info->dlpi_addr + header->p_vaddr;

                if (header->p_type == PT_LOAD && search->pc - start < header->p_memsz) {
                        search->part->start = start;
                        search->part->size = header->p_memsz;
                        inside = true;
                } else if (header->p_type == PT_GNU_EH_FRAME) {
                        table = (const uint8_t *)start;
                }
        }
        if (inside)
                search->part->table = table;
        return inside;
}

void __lwb_execinfo_find(uintptr_t pc, struct part_of_object *part)
{
        struct search search = {pc, part};

        *part = (struct part_of_object){0};
        dl_iterate_phdr(find_part, &search);
}

/* The record of the function that `pc` is in, or of the last one before it; null for none. */
static const uint8_t *find_record(const uint8_t *table, uintptr_t pc)
{
        const uint8_t *p = table + 4;
        uintptr_t records, count;
        size_t low = 0, high;

        if (table[0] != 1 || table[3] != ENCODED_SEARCH_TABLE ||
            !read_pointer(&p, table[1], &records) || !read_pointer(&p, table[2], &count) || !count)
                return NULL;
        high = count;
        while (low < high) {
                size_t middle = low + (high - low) / 2;
                uintptr_t start =
                    (uintptr_t)table + (uintptr_t)(intptr_t)(int32_t)read_u32(p + 8 * middle);

                if (start <= pc)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low ? table + (int32_t)read_u32(p + 8 * (low - 1) + 4) : NULL;
}

/* Reads what is common to functions; false for what is not known. */
static bool read_common(const uint8_t *p, struct function *function, uint8_t *encoding, bool *sized)
{
        const uint8_t *end = p + 4 + read_u32(p), *data;
        const char *letters;
        uint8_t version;
        uintptr_t skipped;

        if (read_u32(p) == UINT32_MAX || read_u32(p + 4))
                return false;
        p += 8;
        version = *p++;
        if (version != 1 && version != 3)
                return false;
        letters = (const char *)p;
        p += strlen(letters) + 1;
        function->code_unit = read_unsigned(&p);
        function->data_unit = read_signed(&p);
        function->return_column = version == 1 ? *p++ : read_unsigned(&p);
        *encoding = ENCODED_ABSOLUTE;
        *sized = *letters == 'z';
        data = p;
        if (*sized) {
                uintptr_t size = read_unsigned(&p);

                data = p;
                p += size;
                letters++;
        }
        for (; *letters; letters++) {
                if (*letters == 'R') {
                        *encoding = *data++;
                } else if (*letters == 'L') {
                        data++;
                } else if (*letters == 'P') {
                        uint8_t kind = *data++;

                        if (!read_pointer(&data, kind & ENCODED_FORMAT, &skipped))
                                return false;
                } else if (*letters == 'S') {
                        function->interrupted = true;
                } else if (*letters != 'B') {
                        return false;
                }
        }
        function->common = p;
        function->common_end = end;
        return function->return_column < REGISTERS;
}

/* Reads the record of a function; false where it is not that of `pc`. */
static bool read_function(const uint8_t *record, uintptr_t pc, struct function *function)
{
        const uint8_t *p = record + 4, *end = p + read_u32(record);
        uint8_t encoding;
        bool sized;

        if (read_u32(record) == UINT32_MAX || !read_u32(p) ||
            !read_common(p - read_u32(p), function, &encoding, &sized))
                return false;
        p += 4;
        if (!read_pointer(&p, encoding, &function->start) ||
            !read_pointer(&p, encoding & ENCODED_FORMAT, &function->size))
                return false;
        if (sized) {
                uintptr_t size = read_unsigned(&p);

                p += size;
        }
        function->own = p;
        function->own_end = end;
        return pc - function->start < function->size;
}

static void set_rule(struct rules *rules, uintptr_t n, enum rule_kind kind, intptr_t value)
{
        if (n < REGISTERS)
                rules->registers[n] = (struct rule){(uint8_t)kind, value};
}

/* Runs instructions up to what holds at `pc`; false for one that is not known. */
static bool run(const struct function *function, const uint8_t *p, const uint8_t *end, uintptr_t pc,
                const struct rules *initial, struct rules *rules)
{
        struct rules remembered[REMEMBERED];
        size_t depth = 0;
        uintptr_t place = function->start, n, skipped;
        intptr_t unit = function->data_unit;

        while (p < end && place <= pc) {
                uint8_t code = *p++;
                uint8_t low = code & 0x3f;

                switch (code & 0xc0 ? code & 0xc0 : code) {
                case 0x00: /* nop */
                        break;
                case 0x40: /* advance_loc */
                        place += low * function->code_unit;
                        break;
                case 0x80: /* offset */
                        set_rule(rules, low, AT_OFFSET, (intptr_t)read_unsigned(&p) * unit);
                        break;
                case 0xc0: /* restore */
                        rules->registers[low] = initial->registers[low];
                        break;
                case 0x01: /* set_loc */
                        memcpy(&place, p, sizeof place);
                        p += sizeof place;
                        break;
                case 0x02: /* advance_loc1 */
                        place += *p++ * function->code_unit;
                        break;
                case 0x03: /* advance_loc2 */
                        place += read_u16(p) * function->code_unit;
                        p += 2;
                        break;
                case 0x04: /* advance_loc4 */
                        place += read_u32(p) * function->code_unit;
                        p += 4;
                        break;
                case 0x05: /* offset_extended */
                        n = read_unsigned(&p);
                        set_rule(rules, n, AT_OFFSET, (intptr_t)read_unsigned(&p) * unit);
                        break;
                case 0x06: /* restore_extended */
                        n = read_unsigned(&p);
                        if (n < REGISTERS)
                                rules->registers[n] = initial->registers[n];
                        break;
                case 0x07: /* undefined */
                        set_rule(rules, read_unsigned(&p), UNDEFINED, 0);
                        break;
                case 0x08: /* same_value */
                        set_rule(rules, read_unsigned(&p), SAME, 0);
                        break;
                case 0x09: /* register */
                        n = read_unsigned(&p);
                        set_rule(rules, n, IN_REGISTER, (intptr_t)read_unsigned(&p));
                        break;
                case 0x0a: /* remember_state */
                        if (depth == REMEMBERED)
                                return false;
                        remembered[depth++] = *rules;
                        break;
                case 0x0b: /* restore_state */
                        if (!depth)
                                return false;
                        *rules = remembered[--depth];
                        break;
                case 0x0c: /* def_cfa */
                        rules->cfa_register = read_unsigned(&p);
                        rules->cfa_offset = (intptr_t)read_unsigned(&p);
                        rules->cfa_known = true;
                        break;
                case 0x0d: /* def_cfa_register */
                        rules->cfa_register = read_unsigned(&p);
                        break;
                case 0x0e: /* def_cfa_offset */
                        rules->cfa_offset = (intptr_t)read_unsigned(&p);
                        break;
                case 0x0f: /* def_cfa_expression: none of a compiler's, but those of stubs */
                        skipped = read_unsigned(&p);
                        p += skipped;
                        rules->cfa_known = false;
                        break;
                case 0x10: /* expression */
                case 0x16: /* val_expression */
                        n = read_unsigned(&p);
                        skipped = read_unsigned(&p);
                        p += skipped;
                        set_rule(rules, n, UNKNOWN, 0);
                        break;
                case 0x11: /* offset_extended_sf */
                        n = read_unsigned(&p);
                        set_rule(rules, n, AT_OFFSET, read_signed(&p) * unit);
                        break;
                case 0x12: /* def_cfa_sf */
                        rules->cfa_register = read_unsigned(&p);
                        rules->cfa_offset = read_signed(&p) * unit;
                        rules->cfa_known = true;
                        break;
                case 0x13: /* def_cfa_offset_sf */
                        rules->cfa_offset = read_signed(&p) * unit;
                        break;
                case 0x14: /* val_offset */
                        n = read_unsigned(&p);
                        set_rule(rules, n, IS_OFFSET, (intptr_t)read_unsigned(&p) * unit);
                        break;
                case 0x15: /* val_offset_sf */
                        n = read_unsigned(&p);
                        set_rule(rules, n, IS_OFFSET, read_signed(&p) * unit);
                        break;
                case 0x2d: /* AARCH64_negate_ra_state */
                        rules->signs = !rules->signs;
                        break;
                case 0x2e: /* GNU_args_size */
                        read_unsigned(&p);
                        break;
                default:
                        return false;
                }
        }
        return true;
}

/* What a register of the caller is; false where that can't be told. */
static bool restore(const struct frame *frame, const struct rules *rules, uintptr_t cfa, size_t n,
                    uintptr_t *value)
{
        const struct rule *rule = &rules->registers[n];
        uintptr_t address = cfa + (uintptr_t)rule->value;

        switch ((enum rule_kind)rule->kind) {
        case SAME:
                *value = frame->registers[n];
                return frame->known[n];
        case AT_OFFSET:
                if (address % sizeof *value)
                        return false;
                memcpy(value, (const void *)address, sizeof *value);
                return true;
        case IS_OFFSET:
                *value = address;
                return true;
        case IN_REGISTER:
                if ((uintptr_t)rule->value >= REGISTERS)
                        return false;
                *value = frame->registers[rule->value];
                return frame->known[rule->value];
        case UNDEFINED:
        case UNKNOWN:
                break;
        }
        return false;
}

bool __lwb_execinfo_step_by_table(struct frame *frame, const uint8_t *table)
{
        uintptr_t at = frame->pc - !frame->exact;
        const uint8_t *record = find_record(table, at);
        struct function function = {0};
        struct rules initial = {0}, rules;
        struct frame caller = {0};
        uintptr_t cfa;

        if (!record || !read_function(record, at, &function) ||
            !run(&function, function.common, function.common_end, UINTPTR_MAX, &initial, &initial))
                return false;
        rules = initial;
        if (!run(&function, function.own, function.own_end, at, &initial, &rules) ||
            !rules.cfa_known || rules.cfa_register >= REGISTERS ||
            !frame->known[rules.cfa_register])
                return false;
        cfa = frame->registers[rules.cfa_register] + (uintptr_t)rules.cfa_offset;
        /* The stack grows downwards; what does not lead up leads nowhere. */
        if (cfa % sizeof cfa ||
            (frame->known[STACK_POINTER] && !frame->exact && cfa < frame->registers[STACK_POINTER]))
                return false;
        for (size_t n = 0; n < REGISTERS; n++)
                caller.known[n] = restore(frame, &rules, cfa, n, &caller.registers[n]);
        if (!caller.known[function.return_column])
                return false;
        caller.pc = caller.registers[function.return_column];
#ifdef __aarch64__
        /* The upper bits of a signed address are its signature. */
        if (rules.signs)
                caller.pc &= (UINT64_C(1) << 48) - 1;
#endif
        caller.exact = function.interrupted;
        if (rules.registers[STACK_POINTER].kind == SAME) {
                caller.registers[STACK_POINTER] = cfa;
                caller.known[STACK_POINTER] = true;
        }
        *frame = caller;
        return true;
}
