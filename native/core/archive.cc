#include "archive.h"

#include <ar.h>
#include <optional>

namespace elf
{

namespace
{

constexpr char thinMagic[] = "!<thin>\n";
constexpr size_t magicSize = SARMAG;
static_assert(sizeof thinMagic - 1 == magicSize);

/** A field of a header, without the spaces that fill it. */
template <size_t size> std::string_view field(const char (&text)[size])
{
        const std::string_view whole(text, size);
        const size_t end = whole.find_last_not_of(' ');
        return end == std::string_view::npos ? std::string_view() : whole.substr(0, end + 1);
}

std::optional<uint64_t> decimal(std::string_view digits)
{
        uint64_t value = 0;
        for (const char digit : digits) {
                if (digit < '0' || digit > '9' || value > (UINT64_MAX - 9) / 10)
                        return std::nullopt;
                value = value * 10 + static_cast<uint64_t>(digit - '0');
        }
        return digits.empty() ? std::nullopt : std::optional(value);
}

std::string_view text(Bytes bytes)
{
        return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

bool startsWith(std::string_view whole, std::string_view start)
{
        return whole.substr(0, start.size()) == start;
}

/** GNU's `/12`: the name at byte 12 of the member `//`, where it ends with `/` and a newline. */
std::string_view longName(std::string_view number, Bytes names, uint64_t at)
{
        const std::optional<uint64_t> offset = decimal(number);
        if (!offset || *offset >= names.size())
                throw Malformed("archive member at " + hex(at) + ": no long name /" +
                                std::string(number));
        const std::string_view rest = text(names).substr(*offset);
        const size_t end = rest.find('\n');
        if (end == std::string_view::npos || end == 0 || rest[end - 1] != '/')
                throw Malformed("archive member at " + hex(at) + ": its long name has no end");
        return rest.substr(0, end - 1);
}

} // namespace

bool isThinArchive(Bytes file)
{
        return file.startsWith(thinMagic, magicSize);
}

bool isArchive(Bytes file)
{
        return file.startsWith(ARMAG, magicSize) || isThinArchive(file);
}

void readArchive(Bytes file, const Member &member)
{
        const bool thin = isThinArchive(file);
        Bytes longNames;
        uint64_t nameBytes = 0;
        uint64_t at = magicSize;
        while (at < file.size()) {
                const auto header = file.load<ar_hdr>(at, "archive member header");
                if (text(Bytes(reinterpret_cast<const uint8_t *>(header.ar_fmag),
                               sizeof header.ar_fmag)) != ARFMAG)
                        throw Malformed("archive member at " + hex(at) + ": no header");
                const std::optional<uint64_t> size = decimal(field(header.ar_size));
                if (!size)
                        throw Malformed("archive member at " + hex(at) + ": its size is no number");
                std::string_view name = field(header.ar_name);
                const bool table = name == "/" || name == "//" || name == "/SYM64/";
                const uint64_t contentsAt = at + sizeof header;
                Bytes contents;
                if (table || !thin)
                        contents = file.slice(contentsAt, *size, "archive member");
                if (name == "//")
                        longNames = contents;
                if (startsWith(name, "#1/")) {
                        const std::optional<uint64_t> length = decimal(name.substr(3));
                        if (!length)
                                throw Malformed("archive member at " + hex(at) +
                                                ": its name has no length");
                        name = text(contents.slice(0, *length, "the name of an archive member"));
                        name = name.substr(0, name.find('\0'));
                        contents =
                            contents.slice(*length, contents.size() - *length, "archive member");
                } else if (!table && startsWith(name, "/")) {
                        name = longName(name.substr(1), longNames, at);
                } else if (!table && !name.empty() && name.back() == '/') {
                        name.remove_suffix(1);
                }
                nameBytes += name.size();
                if (nameBytes / nameRepeats > file.size())
                        throw Malformed("the names of its members overlap: together they are more "
                                        "than " +
                                        std::to_string(nameRepeats) + " times the file");
                if (!table && !startsWith(name, "__.SYMDEF"))
                        member(name, contents);
                // Members begin at even places; the last may lack its padding.
                const uint64_t end = contentsAt + (table || !thin ? *size : 0);
                at = end + end % 2;
        }
}

} // namespace elf
