#include "reader.h"

#include "archive.h"
#include "mapping.h"
#include "object.h"

#include <array>
#include <elf.h>
#include <set>
#include <utility>

namespace elf
{

namespace
{

Kind kindOf(Bytes bytes)
{
        if (bytes.startsWith(ELFMAG, SELFMAG))
                return Kind::Elf;
        if (isThinArchive(bytes))
                return Kind::ThinArchive;
        if (isArchive(bytes))
                return Kind::Archive;
        // LLVM's bitcode: bare, or behind a wrapper's magic 0x0B17C0DE.
        if (bytes.startsWith("BC\xc0\xde", 4) || bytes.startsWith("\xde\xc0\x17\x0b", 4))
                return Kind::Bitcode;
        return Kind::Other;
}

/** How long each column is, to cut what a damaged object has appended. */
class Mark
{
      public:
        explicit Mark(Tables &tables)
        {
                size_t i = 0;
                tables.columns([&](const char *, auto &column) { sizes_.at(i++) = column.size(); });
        }

        void cut(Tables &tables) const
        {
                size_t i = 0;
                tables.columns([&](const char *, auto &column) { column.resize(sizes_.at(i++)); });
        }

      private:
        std::array<size_t, 64> sizes_;
};

} // namespace

Reader::Reader(uint32_t want, uint64_t expected) : want_(want)
{
        auto &symbols = tables_.symbols;
        const size_t row = sizeof symbols.name[0] + sizeof symbols.value[0] +
                           sizeof symbols.size[0] + sizeof symbols.section[0] +
                           sizeof symbols.info[0] + sizeof symbols.other[0] +
                           sizeof symbols.version[0];
        const size_t rows = expected / row;
        tables_.text.reserve(expected);
        symbols.name.reserve(rows);
        symbols.value.reserve(rows);
        symbols.size.reserve(rows);
        symbols.section.reserve(rows);
        symbols.info.reserve(rows);
        symbols.other.reserve(rows);
        symbols.version.reserve(rows);
}

Text Reader::copy(std::string_view text)
{
        const size_t at = tables_.text.size();
        if (text.size() > UINT32_MAX - at)
                throw Malformed("more than 4 GiB of names");
        tables_.text.insert(tables_.text.end(), text.begin(), text.end());
        return Text{static_cast<uint32_t>(at), static_cast<uint32_t>(text.size())};
}

void Reader::beginRows()
{
        auto &objects = tables_.objects;
        objects.firstSymbol.push_back(static_cast<uint32_t>(tables_.symbols.name.size()));
        objects.firstVersion.push_back(static_cast<uint32_t>(tables_.versions.name.size()));
        objects.firstSection.push_back(static_cast<uint32_t>(tables_.sections.name.size()));
        objects.firstSegment.push_back(static_cast<uint32_t>(tables_.segments.type.size()));
        objects.firstDynamic.push_back(static_cast<uint32_t>(tables_.dynamic.tag.size()));
        objects.firstNote.push_back(static_cast<uint32_t>(tables_.notes.type.size()));
}

void Reader::beginObject(std::string_view name, Kind kind)
{
        auto &objects = tables_.objects;
        beginRows();
        objects.firstDynamicSymbol.push_back(objects.firstSymbol.back());
        objects.kind.push_back(static_cast<uint8_t>(kind));
        objects.name.push_back(copy(name));
        objects.error.emplace_back();
        objects.bits.push_back(0);
        objects.bigEndian.push_back(0);
        objects.osAbi.push_back(0);
        objects.type.push_back(0);
        objects.machine.push_back(0);
        objects.flags.push_back(0);
        objects.entry.push_back(0);
        objects.hasInterpreter.push_back(0);
        objects.interpreter.emplace_back();
}

void Reader::addDamaged(std::string_view name, const std::string &reason)
{
        beginObject(name, Kind::Damaged);
        tables_.objects.error.back() = copy(reason);
}

void Reader::addObject(std::string_view name, Bytes bytes)
{
        const Kind kind = kindOf(bytes);
        if (kind != Kind::Elf) {
                beginObject(name, kind);
                return;
        }
        const Mark mark(tables_);
        try {
                beginObject(name, kind);
                readObject(bytes, want_, tables_);
        } catch (const Malformed &error) {
                mark.cut(tables_);
                addDamaged(name, error.what());
        }
}

void Reader::readThinArchive(Bytes bytes, const std::string &path)
{
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        // The same file may be a member twice; reading it each time would make little input large.
        std::set<std::pair<dev_t, ino_t>> seen;
        readArchive(bytes, [&](std::string_view name, Bytes) {
                const std::string file =
                    name.substr(0, 1) == "/" ? std::string(name) : folder + std::string(name);
                try {
                        const Mapping mapping(file);
                        if (!seen.emplace(mapping.device(), mapping.inode()).second)
                                return;
                        const Mark mark(tables_);
                        addObject(name, mapping.bytes());
                        if (mapping.shrunk()) {
                                mark.cut(tables_);
                                throw Malformed("it shrank while it was read");
                        }
                } catch (const Malformed &error) {
                        addDamaged(name, error.what());
                }
        });
}

void Reader::failFile(const std::string &reason)
{
        tables_.files.kind.back() = static_cast<uint8_t>(Kind::Damaged);
        tables_.files.error.back() = copy(reason);
}

void Reader::readFile(Bytes bytes, const std::string &path)
{
        const Kind kind = kindOf(bytes);
        tables_.files.kind.back() = static_cast<uint8_t>(kind);
        if (kind == Kind::ThinArchive) {
                readThinArchive(bytes, path);
        } else if (kind == Kind::Archive) {
                readArchive(bytes, [this](std::string_view name, Bytes contents) {
                        addObject(name, contents);
                });
        } else if (kind != Kind::Other) {
                addObject("", bytes);
        }
}

void Reader::readBytes(Bytes bytes, const std::string &path)
{
        tables_.files.first.push_back(static_cast<uint32_t>(tables_.objects.kind.size()));
        tables_.files.kind.push_back(0);
        tables_.files.error.emplace_back();
        try {
                readFile(bytes, path);
        } catch (const Malformed &error) {
                failFile(error.what());
        }
}

void Reader::read(const std::string &path)
{
        const Mark mark(tables_);
        try {
                const Mapping mapping(path);
                readBytes(mapping.bytes(), path);
                if (mapping.shrunk())
                        throw Malformed("it shrank while it was read");
        } catch (const Malformed &error) {
                mark.cut(tables_);
                readBytes(Bytes(), path);
                failFile(error.what());
        }
}

uint64_t Reader::size()
{
        uint64_t size = 0;
        tables_.columns(
            [&](const char *, auto &column) { size += column.size() * sizeof column[0]; });
        return size;
}

Tables Reader::finish()
{
        tables_.files.first.push_back(static_cast<uint32_t>(tables_.objects.kind.size()));
        beginRows();
        return std::move(tables_);
}

} // namespace elf
