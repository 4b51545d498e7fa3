// What a reader found in some files: columns of plain numbers, and one block of text that they
// point into.
#pragma once

#include <cstdint>
#include <vector>

namespace elf
{

/** A text in `Tables::text`. */
struct Text {
        uint32_t at = 0;
        uint32_t length = 0;
};

/** What a file, or a member of an archive, is. */
enum class Kind : uint8_t { Other, Elf, Archive, ThinArchive, Bitcode, Damaged };

/** What to read; the rest stays empty. */
enum Want : uint32_t {
        WantSymbols = 1,
        WantDynamicSymbols = 2,
        WantSections = 4,
        WantSegments = 8,
        WantDynamic = 16,
        WantNotes = 32,
        /** The symbols of .symtab only of an object file, which has no .dynsym. */
        WantRelocatableSymbols = 64,
};

/** In the column `section` of symbols: one of SHN_LORESERVE and above, as numbers of sections may
 * be as large. */
constexpr uint32_t reservedSection = 0xffff0000;

struct Tables {
        std::vector<uint8_t> text;

        struct {
                std::vector<uint8_t> kind;
                std::vector<Text> error;
                /** First object of each file, and the number of objects at the end; so in all
                 * columns called `first`. */
                std::vector<uint32_t> first;
        } files;

        /** A file that is no archive is one object; of an archive each member is one. */
        struct {
                std::vector<uint8_t> kind;
                /** The member's name; empty for a file. */
                std::vector<Text> name;
                std::vector<Text> error;
                std::vector<uint8_t> bits;
                std::vector<uint8_t> bigEndian;
                std::vector<uint8_t> osAbi;
                std::vector<uint16_t> type;
                std::vector<uint16_t> machine;
                std::vector<uint32_t> flags;
                std::vector<uint64_t> entry;
                std::vector<uint8_t> hasInterpreter;
                std::vector<Text> interpreter;
                std::vector<uint32_t> firstSymbol;
                /** Where the symbols of .dynsym begin among the object's symbols. */
                std::vector<uint32_t> firstDynamicSymbol;
                std::vector<uint32_t> firstVersion;
                std::vector<uint32_t> firstSection;
                std::vector<uint32_t> firstSegment;
                std::vector<uint32_t> firstDynamic;
                std::vector<uint32_t> firstNote;
        } objects;

        struct {
                std::vector<Text> name;
                std::vector<uint64_t> value;
                std::vector<uint64_t> size;
                std::vector<uint32_t> section;
                std::vector<uint8_t> info;
                std::vector<uint8_t> other;
                /** 0: none; else 1 + the row among the object's versions, and bit 15 where the
                 * symbol is hidden. */
                std::vector<uint16_t> version;
        } symbols;

        struct {
                std::vector<Text> name;
                std::vector<uint8_t> defined;
        } versions;

        struct {
                std::vector<Text> name;
                std::vector<uint32_t> type;
                std::vector<uint64_t> flags;
                std::vector<uint64_t> address;
                std::vector<uint64_t> size;
                std::vector<uint32_t> link;
                std::vector<uint32_t> info;
                std::vector<uint64_t> align;
                std::vector<uint64_t> entrySize;
        } sections;

        struct {
                std::vector<uint32_t> type;
                std::vector<uint32_t> flags;
                std::vector<uint64_t> address;
                std::vector<uint64_t> physicalAddress;
                std::vector<uint64_t> fileSize;
                std::vector<uint64_t> memorySize;
                std::vector<uint64_t> align;
        } segments;

        struct {
                std::vector<uint64_t> tag;
                std::vector<uint64_t> value;
                /** Of a value that names a string, the string. */
                std::vector<Text> text;
        } dynamic;

        struct {
                std::vector<uint32_t> type;
                std::vector<Text> owner;
                std::vector<Text> descriptor;
        } notes;

        /** Calls `visit` with the name and the vector of each column: whoever copies, counts or
         * cuts them needs no list. */
        template <typename Visit> void columns(Visit &&visit)
        {
                visit("text", text);
                visit("fileKind", files.kind);
                visit("fileError", files.error);
                visit("fileFirst", files.first);
                visit("objectKind", objects.kind);
                visit("objectName", objects.name);
                visit("objectError", objects.error);
                visit("objectBits", objects.bits);
                visit("objectBigEndian", objects.bigEndian);
                visit("objectOsAbi", objects.osAbi);
                visit("objectType", objects.type);
                visit("objectMachine", objects.machine);
                visit("objectFlags", objects.flags);
                visit("objectEntry", objects.entry);
                visit("objectHasInterpreter", objects.hasInterpreter);
                visit("objectInterpreter", objects.interpreter);
                visit("objectFirstSymbol", objects.firstSymbol);
                visit("objectFirstDynamicSymbol", objects.firstDynamicSymbol);
                visit("objectFirstVersion", objects.firstVersion);
                visit("objectFirstSection", objects.firstSection);
                visit("objectFirstSegment", objects.firstSegment);
                visit("objectFirstDynamic", objects.firstDynamic);
                visit("objectFirstNote", objects.firstNote);
                visit("symbolName", symbols.name);
                visit("symbolValue", symbols.value);
                visit("symbolSize", symbols.size);
                visit("symbolSection", symbols.section);
                visit("symbolInfo", symbols.info);
                visit("symbolOther", symbols.other);
                visit("symbolVersion", symbols.version);
                visit("versionName", versions.name);
                visit("versionDefined", versions.defined);
                visit("sectionName", sections.name);
                visit("sectionType", sections.type);
                visit("sectionFlags", sections.flags);
                visit("sectionAddress", sections.address);
                visit("sectionSize", sections.size);
                visit("sectionLink", sections.link);
                visit("sectionInfo", sections.info);
                visit("sectionAlign", sections.align);
                visit("sectionEntrySize", sections.entrySize);
                visit("segmentType", segments.type);
                visit("segmentFlags", segments.flags);
                visit("segmentAddress", segments.address);
                visit("segmentPhysicalAddress", segments.physicalAddress);
                visit("segmentFileSize", segments.fileSize);
                visit("segmentMemorySize", segments.memorySize);
                visit("segmentAlign", segments.align);
                visit("dynamicTag", dynamic.tag);
                visit("dynamicValue", dynamic.value);
                visit("dynamicText", dynamic.text);
                visit("noteType", notes.type);
                visit("noteOwner", notes.owner);
                visit("noteDescriptor", notes.descriptor);
        }
};

} // namespace elf
