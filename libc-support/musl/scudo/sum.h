/*
 * The checksum of a block's header, in place of Scudo's CRC32 where the processor has it and BSD sum elsewhere: the
 * upper bits of two products with random numbers. Any other header at an address, or the same one elsewhere, has the
 * same sum once in 65536 processes (multiplication modulo 2^64 is strongly universal; Dietzfelbinger 1996). Who read
 * one header can't make another: CRCs of two differ by what does not depend on the secret.
 */
#ifndef MALLOC_SCUDO_SUM_H
#define MALLOC_SCUDO_SUM_H

#include "internal_defs.h"

namespace scudo {

struct SumKeys {
  u64 Address, Header;
};
inline SumKeys Keys;

/* Before the first block. */
void initSumKeys();

/* Of a header whose own bits for the sum are 0. The upper bits of a factor count for little: there they are in it. */
ALWAYS_INLINE u16 headerSum(uptr Address, u64 Header) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  const u64 Content = Header;
#else
  const u64 Content = Header >> 16;
#endif
  return static_cast<u16>((Address * Keys.Address + Content * Keys.Header) >> 48);
}

} // namespace scudo

#endif
