#include "state.h"

/* The macro of musl's header reads the message's handle in place; this is what links without it. */
#undef ns_msg_getflag
int ns_msg_getflag(ns_msg handle, int flag);

/** The value of a flag of the header of a message that ns_initparse has read. */
int ns_msg_getflag(ns_msg handle, int flag)
{
        static const struct {
                unsigned short mask;
                unsigned char shift;
        } flags[ns_f_max] = {
            [ns_f_qr] = {0x8000, 15},   [ns_f_opcode] = {0x7800, 11}, [ns_f_aa] = {0x0400, 10},
            [ns_f_tc] = {0x0200, 9},    [ns_f_rd] = {0x0100, 8},      [ns_f_ra] = {0x0080, 7},
            [ns_f_z] = {0x0040, 6},     [ns_f_ad] = {0x0020, 5},      [ns_f_cd] = {0x0010, 4},
            [ns_f_rcode] = {0x000f, 0},
        };

        if (flag < 0 || flag >= ns_f_max)
                return 0;
        return (handle._flags & flags[flag].mask) >> flags[flag].shift;
}
