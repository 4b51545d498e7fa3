// One ELF file, whatever its class and byte order.
#pragma once

#include "bytes.h"
#include "tables.h"

namespace elf
{

/**
 * Appends what `want` names of an ELF file to the columns; the last row of `tables.objects` is the
 * file's and gets its header. Throws Malformed and leaves the columns longer than they were.
 */
void readObject(Bytes file, uint32_t want, Tables &tables);

} // namespace elf
