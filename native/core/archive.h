// ar(1) archives: System V's and GNU's names, BSD's names, thin archives.
#pragma once

#include "bytes.h"

#include <functional>
#include <string_view>

namespace elf
{

/** `!<arch>` and `!<thin>`. */
bool isArchive(Bytes file);
bool isThinArchive(Bytes file);

/** Receives a member's name and its contents; of a thin archive's member there is only the name, a
 * path. */
using Member = std::function<void(std::string_view name, Bytes contents)>;

/** Calls `member` for each, but not for symbol tables and tables of names. Throws Malformed. */
void readArchive(Bytes file, const Member &member);

} // namespace elf
