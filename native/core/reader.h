// Files of any kind: object files, archives of them, and what is neither.
#pragma once

#include "bytes.h"
#include "tables.h"

#include <string>
#include <string_view>

namespace elf
{

/** Reads files one after the other into the same columns. */
class Reader
{
      public:
        /** `expected` is how many bytes of columns there may be: room that is not used costs no
         * memory, only addresses. */
        explicit Reader(uint32_t want, uint64_t expected = 0);

        /** Appends a file. One that can't be read, or not in full, is a row with its error; nothing
         * is thrown for it. */
        void read(const std::string &path);

        /** Appends what is in memory under the name of a file, which a thin archive's members are
         * relative to. */
        void readBytes(Bytes bytes, const std::string &path);

        /** The bytes that the columns hold. */
        uint64_t size();

        /** Ends all columns of first rows, and hands the columns over. */
        Tables finish();

      private:
        uint32_t want_;
        Tables tables_;

        void readFile(Bytes bytes, const std::string &path);
        void readThinArchive(Bytes bytes, const std::string &path);
        void addObject(std::string_view name, Bytes bytes);
        void addDamaged(std::string_view name, const std::string &reason);
        void beginObject(std::string_view name, Kind kind);
        void beginRows();
        void failFile(const std::string &reason);
        Text copy(std::string_view text);
};

} // namespace elf
