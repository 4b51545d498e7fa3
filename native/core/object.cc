#include "object.h"

#include <algorithm>
#include <elf.h>
#include <optional>

namespace elf
{

namespace
{

struct Elf32 {
        using Header = Elf32_Ehdr;
        using Section = Elf32_Shdr;
        using Segment = Elf32_Phdr;
        using Symbol = Elf32_Sym;
        using Dynamic = Elf32_Dyn;
        static constexpr uint8_t bits = 32;
};

struct Elf64 {
        using Header = Elf64_Ehdr;
        using Section = Elf64_Shdr;
        using Segment = Elf64_Phdr;
        using Symbol = Elf64_Sym;
        using Dynamic = Elf64_Dyn;
        static constexpr uint8_t bits = 64;
};

template <typename T> T reversed(T value)
{
        if constexpr (sizeof value == 1)
                return value;
        else if constexpr (sizeof value == 2)
                return static_cast<T>(__builtin_bswap16(static_cast<uint16_t>(value)));
        else if constexpr (sizeof value == 4)
                return static_cast<T>(__builtin_bswap32(static_cast<uint32_t>(value)));
        else
                return static_cast<T>(__builtin_bswap64(static_cast<uint64_t>(value)));
}

template <typename... Fields> void reverse(Fields &...fields)
{
        ((fields = reversed(fields)), ...);
}

template <typename T>
void reverseFields(T &number, std::enable_if_t<std::is_integral_v<T>> * = nullptr)
{
        reverse(number);
}

template <typename T> auto reverseFields(T &h) -> decltype(h.e_type, void())
{
        reverse(h.e_type, h.e_machine, h.e_version, h.e_entry, h.e_phoff, h.e_shoff, h.e_flags,
                h.e_ehsize, h.e_phentsize, h.e_phnum, h.e_shentsize, h.e_shnum, h.e_shstrndx);
}

template <typename T> auto reverseFields(T &s) -> decltype(s.sh_type, void())
{
        reverse(s.sh_name, s.sh_type, s.sh_flags, s.sh_addr, s.sh_offset, s.sh_size, s.sh_link,
                s.sh_info, s.sh_addralign, s.sh_entsize);
}

template <typename T> auto reverseFields(T &p) -> decltype(p.p_type, void())
{
        reverse(p.p_type, p.p_flags, p.p_offset, p.p_vaddr, p.p_paddr, p.p_filesz, p.p_memsz,
                p.p_align);
}

template <typename T> auto reverseFields(T &s) -> decltype(s.st_name, void())
{
        reverse(s.st_name, s.st_value, s.st_size, s.st_shndx);
}

template <typename T> auto reverseFields(T &d) -> decltype(d.d_tag, void())
{
        reverse(d.d_tag, d.d_un.d_val);
}

void reverseFields(Elf32_Nhdr &n)
{
        reverse(n.n_namesz, n.n_descsz, n.n_type);
}

void reverseFields(Elf32_Verdef &v)
{
        reverse(v.vd_version, v.vd_flags, v.vd_ndx, v.vd_cnt, v.vd_hash, v.vd_aux, v.vd_next);
}

void reverseFields(Elf32_Verdaux &v)
{
        reverse(v.vda_name, v.vda_next);
}

void reverseFields(Elf32_Verneed &v)
{
        reverse(v.vn_version, v.vn_cnt, v.vn_file, v.vn_aux, v.vn_next);
}

void reverseFields(Elf32_Vernaux &v)
{
        reverse(v.vna_hash, v.vna_flags, v.vna_other, v.vna_name, v.vna_next);
}

/** Grows a column by some rows and returns where they begin. */
template <typename T> T *grow(std::vector<T> &column, uint64_t rows)
{
        column.resize(column.size() + rows);
        return column.data() + (column.size() - rows);
}

/** A string table, copied to `Tables::text`. */
struct Strings {
        uint32_t at = 0;
        uint32_t size = 0;
};

/** Where the symbols of .dynsym and their versions are: found through the sections, or without
 * these as the loader does. */
struct DynamicSymbols {
        Bytes table;
        Strings strings;
        Bytes versions;
        Bytes definitions;
        uint64_t definitionCount = 0;
        Strings definitionStrings;
        Bytes needs;
        uint64_t needCount = 0;
        Strings needStrings;
};

template <typename Elf> class Object
{
        using Header = typename Elf::Header;
        using Section = typename Elf::Section;
        using Segment = typename Elf::Segment;
        using Symbol = typename Elf::Symbol;
        using Dynamic = typename Elf::Dynamic;

      public:
        Object(Bytes file, uint32_t want, Tables &tables, bool swap)
            : file_(file), want_(want), tables_(tables), swap_(swap)
        {
        }

        void read()
        {
                header_ = load<Header>(file_, 0, "ELF header");
                if (header_.e_version != EV_CURRENT)
                        throw Malformed("ELF header: version " + std::to_string(header_.e_version));
                findSections();
                findSegments();
                auto &objects = tables_.objects;
                objects.bits.back() = Elf::bits;
                objects.bigEndian.back() = header_.e_ident[EI_DATA] == ELFDATA2MSB;
                objects.osAbi.back() = header_.e_ident[EI_OSABI];
                objects.type.back() = header_.e_type;
                objects.machine.back() = header_.e_machine;
                objects.flags.back() = header_.e_flags;
                objects.entry.back() = header_.e_entry;
                if (wants(WantSections))
                        readSections();
                if (wants(WantSegments))
                        readSegments();
                if (wants(WantDynamic | WantDynamicSymbols))
                        findDynamic();
                if (wants(WantDynamic))
                        readDynamic();
                if (wants(WantNotes))
                        readNotes();
                if (wants(WantSymbols) ||
                    (wants(WantRelocatableSymbols) && header_.e_type == ET_REL))
                        readStaticSymbols();
                objects.firstDynamicSymbol.back() =
                    static_cast<uint32_t>(tables_.symbols.name.size());
                if (wants(WantDynamicSymbols))
                        readDynamicSymbols();
        }

      private:
        Bytes file_;
        uint32_t want_;
        Tables &tables_;
        bool swap_;
        Header header_ = {};
        Bytes sectionTable_;
        uint64_t sectionCount_ = 0;
        uint64_t sectionNames_ = SHN_UNDEF;
        Bytes segmentTable_;
        uint64_t segmentCount_ = 0;
        std::vector<Segment> loads_;
        Bytes dynamic_;
        uint64_t dynamicCount_ = 0;
        struct Copied {
                const uint8_t *data;
                Strings strings;
        };
        std::vector<Copied> copied_;
        uint64_t nameBytes_ = 0;
        uint64_t noteBytes_ = 0;

        bool wants(uint32_t what) const
        {
                return (want_ & what) != 0;
        }

        /** The structure at `at`, in this machine's byte order. */
        template <typename T>
        T load(const Bytes &from, uint64_t at, const char *what, int64_t index = -1) const
        {
                T value = from.load<T>(at, what, index);
                if (swap_)
                        reverseFields(value);
                return value;
        }

        /** A table of `count` entries of one size. */
        Bytes tableAt(uint64_t at, uint64_t count, uint64_t entrySize, uint64_t expected,
                      const char *what) const
        {
                if (entrySize != expected)
                        throw Malformed(std::string(what) + ": entries of " + hex(entrySize) +
                                        " bytes, not " + hex(expected));
                // A product that overflows is larger than any file.
                uint64_t size;
                if (__builtin_mul_overflow(count, entrySize, &size))
                        outside(what, -1, at, UINT64_MAX, file_.size());
                return file_.slice(at, size, what);
        }

        Section section(uint64_t index) const
        {
                return load<Section>(sectionTable_, index * sizeof(Section), "section header",
                                     static_cast<int64_t>(index));
        }

        Segment segment(uint64_t index) const
        {
                return load<Segment>(segmentTable_, index * sizeof(Segment), "program header",
                                     static_cast<int64_t>(index));
        }

        /** What a section holds; nothing, where it takes no room in the file. */
        Bytes contents(const Section &section, uint64_t index) const
        {
                if (section.sh_type == SHT_NOBITS)
                        return Bytes();
                return file_.slice(section.sh_offset, section.sh_size, "section",
                                   static_cast<int64_t>(index));
        }

        void findSections()
        {
                if (header_.e_shoff == 0)
                        return;
                uint64_t count = header_.e_shnum;
                sectionNames_ = header_.e_shstrndx;
                if (count == 0 || sectionNames_ == SHN_XINDEX) {
                        // More sections than 16 bits hold: the first header has the numbers.
                        sectionTable_ = tableAt(header_.e_shoff, 1, header_.e_shentsize,
                                                sizeof(Section), "section headers");
                        const Section first = section(0);
                        if (count == 0)
                                count = first.sh_size;
                        if (sectionNames_ == SHN_XINDEX)
                                sectionNames_ = first.sh_link;
                }
                sectionTable_ = tableAt(header_.e_shoff, count, header_.e_shentsize,
                                        sizeof(Section), "section headers");
                sectionCount_ = count;
        }

        void findSegments()
        {
                if (header_.e_phoff == 0)
                        return;
                uint64_t count = header_.e_phnum;
                if (count == PN_XNUM) {
                        if (sectionCount_ == 0)
                                throw Malformed("program headers: their number is in a section "
                                                "header that is not there");
                        count = section(0).sh_info;
                }
                if (count == 0)
                        return;
                segmentTable_ = tableAt(header_.e_phoff, count, header_.e_phentsize,
                                        sizeof(Segment), "program headers");
                segmentCount_ = count;
        }

        /** Copies a string table once; its users point into the copy. */
        Strings strings(Bytes from, const char *what)
        {
                for (const Copied &copied : copied_) {
                        if (copied.data == from.data() && copied.strings.size == from.size())
                                return copied.strings;
                }
                const Strings copy = {copyText(from), static_cast<uint32_t>(from.size())};
                // Of the copy, for the file may change while it is read.
                if (copy.size > 0 && tables_.text[copy.at + copy.size - 1] != 0)
                        throw Malformed(std::string(what) + " does not end with a NUL");
                copied_.push_back({from.data(), copy});
                return copy;
        }

        uint32_t copyText(Bytes from)
        {
                const uint64_t at = tables_.text.size();
                if (from.size() > UINT32_MAX - at)
                        throw Malformed("more than 4 GiB of names");
                tables_.text.insert(tables_.text.end(), from.data(), from.data() + from.size());
                return static_cast<uint32_t>(at);
        }

        Strings sectionStrings(uint64_t index)
        {
                if (index >= sectionCount_)
                        throw Malformed("section " + std::to_string(index) +
                                        ", a string table: there are only " +
                                        std::to_string(sectionCount_));
                const Section table = section(index);
                if (table.sh_type != SHT_STRTAB)
                        throw Malformed("section " + std::to_string(index) + " is no string table");
                return strings(contents(table, index), "a string table");
        }

        Text name(const Strings &strings, uint64_t offset, const char *what, uint64_t index)
        {
                if (offset >= strings.size) {
                        if (offset == 0)
                                return Text();
                        throw Malformed(std::string(what) + " " + std::to_string(index) +
                                        ": its name is at " + hex(offset) +
                                        " of a string table of " + hex(strings.size) + " bytes");
                }
                const uint32_t at = strings.at + static_cast<uint32_t>(offset);
                const auto length = static_cast<uint32_t>(
                    strlen(reinterpret_cast<const char *>(tables_.text.data() + at)));
                nameBytes_ += length;
                if (nameBytes_ / nameRepeats > file_.size())
                        throw Malformed("its names overlap: together they are more than " +
                                        std::to_string(nameRepeats) + " times the file");
                return Text{at, length};
        }

        void readSections()
        {
                auto &out = tables_.sections;
                if (sectionCount_ == 0)
                        return;
                Strings names;
                if (sectionNames_ != SHN_UNDEF)
                        names = sectionStrings(sectionNames_);
                Text *name_ = grow(out.name, sectionCount_);
                uint32_t *type = grow(out.type, sectionCount_);
                uint64_t *flags = grow(out.flags, sectionCount_);
                uint64_t *address = grow(out.address, sectionCount_);
                uint64_t *size = grow(out.size, sectionCount_);
                uint32_t *link = grow(out.link, sectionCount_);
                uint32_t *info = grow(out.info, sectionCount_);
                uint64_t *align = grow(out.align, sectionCount_);
                uint64_t *entrySize = grow(out.entrySize, sectionCount_);
                for (uint64_t i = 0; i < sectionCount_; i++) {
                        const Section header = section(i);
                        name_[i] = sectionNames_ == SHN_UNDEF
                                       ? Text()
                                       : name(names, header.sh_name, "section", i);
                        type[i] = header.sh_type;
                        flags[i] = header.sh_flags;
                        address[i] = header.sh_addr;
                        size[i] = header.sh_size;
                        link[i] = header.sh_link;
                        info[i] = header.sh_info;
                        align[i] = header.sh_addralign;
                        entrySize[i] = header.sh_entsize;
                }
        }

        void readSegments()
        {
                auto &out = tables_.segments;
                uint32_t *type = grow(out.type, segmentCount_);
                uint32_t *flags = grow(out.flags, segmentCount_);
                uint64_t *address = grow(out.address, segmentCount_);
                uint64_t *physicalAddress = grow(out.physicalAddress, segmentCount_);
                uint64_t *fileSize = grow(out.fileSize, segmentCount_);
                uint64_t *memorySize = grow(out.memorySize, segmentCount_);
                uint64_t *align = grow(out.align, segmentCount_);
                for (uint64_t i = 0; i < segmentCount_; i++) {
                        const Segment header = segment(i);
                        type[i] = header.p_type;
                        flags[i] = header.p_flags;
                        address[i] = header.p_vaddr;
                        physicalAddress[i] = header.p_paddr;
                        fileSize[i] = header.p_filesz;
                        memorySize[i] = header.p_memsz;
                        align[i] = header.p_align;
                        if (header.p_type != PT_INTERP)
                                continue;
                        const Bytes path = file_.slice(header.p_offset, header.p_filesz,
                                                       "PT_INTERP", static_cast<int64_t>(i));
                        if (tables_.objects.hasInterpreter.back() != 0)
                                throw Malformed("two PT_INTERP");
                        tables_.objects.hasInterpreter.back() = 1;
                        tables_.objects.interpreter.back() =
                            name(strings(path, "PT_INTERP"), 0, "PT_INTERP", i);
                }
        }

        /** Finds the dynamic section: the one that the loader uses, else (in an object file) the
         * section. */
        void findDynamic()
        {
                uint64_t at = 0, size = 0;
                bool found = false;
                for (uint64_t i = 0; i < segmentCount_; i++) {
                        const Segment header = segment(i);
                        if (header.p_type == PT_LOAD && header.p_filesz > 0)
                                loads_.push_back(header);
                        if (header.p_type == PT_DYNAMIC && !found) {
                                found = true;
                                at = header.p_offset;
                                size = header.p_filesz;
                        }
                }
                for (uint64_t i = 0; i < sectionCount_ && !found; i++) {
                        const Section header = section(i);
                        if (header.sh_type != SHT_DYNAMIC)
                                continue;
                        found = true;
                        at = header.sh_offset;
                        size = header.sh_size;
                }
                dynamic_ = file_.slice(at, size, "the dynamic section");
                dynamicCount_ = size / sizeof(Dynamic);
                for (uint64_t i = 0; i < dynamicCount_; i++) {
                        if (dynamicEntry(i).d_tag == DT_NULL)
                                dynamicCount_ = i + 1;
                }
        }

        Dynamic dynamicEntry(uint64_t index) const
        {
                return load<Dynamic>(dynamic_, index * sizeof(Dynamic), "dynamic entry",
                                     static_cast<int64_t>(index));
        }

        std::optional<uint64_t> dynamicValue(int64_t tag) const
        {
                for (uint64_t i = 0; i < dynamicCount_; i++) {
                        const Dynamic entry = dynamicEntry(i);
                        if (static_cast<int64_t>(entry.d_tag) == tag)
                                return entry.d_un.d_val;
                }
                return std::nullopt;
        }

        /** What is in the file from a run-time address to the end of its segment. */
        Bytes atAddress(uint64_t address, const char *what) const
        {
                for (const Segment &load : loads_) {
                        if (address < load.p_vaddr || address - load.p_vaddr >= load.p_filesz)
                                continue;
                        const uint64_t inside = address - load.p_vaddr;
                        return file_.slice(load.p_offset, load.p_filesz, "PT_LOAD")
                            .slice(inside, load.p_filesz - inside, what);
                }
                throw Malformed(std::string(what) + ": no segment has the address " + hex(address));
        }

        Strings dynamicStrings()
        {
                const std::optional<uint64_t> address = dynamicValue(DT_STRTAB);
                const std::optional<uint64_t> size = dynamicValue(DT_STRSZ);
                if (!address || !size)
                        throw Malformed("the dynamic section names no string table");
                return strings(atAddress(*address, "DT_STRTAB").slice(0, *size, "DT_STRTAB"),
                               "DT_STRTAB");
        }

        static bool isText(uint64_t tag)
        {
                switch (tag) {
                case DT_NEEDED:
                case DT_SONAME:
                case DT_RPATH:
                case DT_RUNPATH:
                case DT_CONFIG:
                case DT_DEPAUDIT:
                case DT_AUDIT:
                case DT_AUXILIARY:
                case DT_FILTER:
                        return true;
                default:
                        return false;
                }
        }

        void readDynamic()
        {
                auto &out = tables_.dynamic;
                std::optional<Strings> names;
                for (uint64_t i = 0; i < dynamicCount_; i++) {
                        const Dynamic entry = dynamicEntry(i);
                        // The tags are signed, and in 32 bits as in 64 these are positive.
                        const auto tag = static_cast<uint64_t>(
                            static_cast<std::make_unsigned_t<decltype(entry.d_tag)>>(entry.d_tag));
                        Text text;
                        if (isText(tag)) {
                                if (!names)
                                        names = dynamicStrings();
                                text = name(*names, entry.d_un.d_val, "dynamic entry", i);
                        }
                        out.tag.push_back(tag);
                        out.value.push_back(entry.d_un.d_val);
                        out.text.push_back(text);
                }
        }

        /** The notes of all SHT_NOTE sections; without sections, of all PT_NOTE segments. */
        void readNotes()
        {
                for (uint64_t i = 0; i < sectionCount_; i++) {
                        const Section header = section(i);
                        if (header.sh_type == SHT_NOTE)
                                readNotesOf(contents(header, i), header.sh_addralign);
                }
                for (uint64_t i = 0; i < segmentCount_ && sectionCount_ == 0; i++) {
                        const Segment header = segment(i);
                        if (header.p_type == PT_NOTE)
                                readNotesOf(file_.slice(header.p_offset, header.p_filesz, "PT_NOTE",
                                                        static_cast<int64_t>(i)),
                                            header.p_align);
                }
        }

        void readNotesOf(Bytes from, uint64_t alignment)
        {
                if (alignment > 8)
                        throw Malformed("notes aligned to " + hex(alignment) + " bytes");
                // Alignments below 4 are written where there is none to speak of, and mean 4.
                const uint64_t align = alignment == 8 ? 8 : 4;
                noteBytes_ += from.size();
                if (noteBytes_ > file_.size())
                        throw Malformed("its notes overlap");
                const auto padded = [align](uint64_t size) {
                        return (size + align - 1) & ~(align - 1);
                };
                uint64_t at = 0;
                while (from.size() - at >= sizeof(Elf32_Nhdr)) {
                        const auto note = load<Elf32_Nhdr>(from, at, "note");
                        const uint64_t descriptorAt = padded(sizeof note + uint64_t{note.n_namesz});
                        const Bytes owner =
                            from.slice(at + sizeof note, note.n_namesz, "the owner of a note");
                        const Bytes descriptor = note.n_descsz == 0
                                                     ? Bytes()
                                                     : from.slice(at + descriptorAt, note.n_descsz,
                                                                  "the descriptor of a note");
                        tables_.notes.type.push_back(note.n_type);
                        tables_.notes.owner.push_back(ownerOf(owner));
                        tables_.notes.descriptor.push_back(
                            Text{copyText(descriptor), note.n_descsz});
                        at = std::min(from.size(), at + padded(descriptorAt + note.n_descsz));
                }
        }

        /** A note's owner up to its NUL. */
        Text ownerOf(Bytes owner)
        {
                const uint32_t at = copyText(owner);
                const uint8_t *text = tables_.text.data() + at;
                const uint8_t *end = std::find(text, text + owner.size(), uint8_t{0});
                return Text{at, static_cast<uint32_t>(end - text)};
        }

        void readStaticSymbols()
        {
                const std::optional<uint64_t> index = onlySection(SHT_SYMTAB);
                if (!index)
                        return;
                const Section header = section(*index);
                const Bytes table = symbolTable(header, *index);
                const Strings names = sectionStrings(header.sh_link);
                Bytes extended;
                for (uint64_t i = 0; i < sectionCount_; i++) {
                        const Section candidate = section(i);
                        if (candidate.sh_type == SHT_SYMTAB_SHNDX && candidate.sh_link == *index)
                                extended = contents(candidate, i);
                }
                addSymbols(table, names, extended);
        }

        /** The one section of a type of which an object has at most one. */
        std::optional<uint64_t> onlySection(uint32_t type) const
        {
                std::optional<uint64_t> found;
                for (uint64_t i = 0; i < sectionCount_; i++) {
                        if (section(i).sh_type != type)
                                continue;
                        if (found)
                                throw Malformed("sections " + std::to_string(*found) + " and " +
                                                std::to_string(i) + " have the same type " +
                                                hex(type) + ", of which there may be one");
                        found = i;
                }
                return found;
        }

        Bytes symbolTable(const Section &header, uint64_t index) const
        {
                if (header.sh_entsize != sizeof(Symbol))
                        throw Malformed("section " + std::to_string(index) + ": symbols of " +
                                        hex(header.sh_entsize) + " bytes, not " +
                                        hex(sizeof(Symbol)));
                if (header.sh_size % sizeof(Symbol) != 0)
                        throw Malformed("section " + std::to_string(index) +
                                        ": its size is no multiple of a symbol's");
                return contents(header, index);
        }

        /** Appends the symbols of a table; returns the row of the first. */
        uint64_t addSymbols(Bytes table, const Strings &names, Bytes extended)
        {
                auto &out = tables_.symbols;
                const uint64_t count = table.size() / sizeof(Symbol);
                const uint64_t first = out.name.size();
                Text *name_ = grow(out.name, count);
                uint64_t *value = grow(out.value, count);
                uint64_t *size = grow(out.size, count);
                uint32_t *section_ = grow(out.section, count);
                uint8_t *info = grow(out.info, count);
                uint8_t *other = grow(out.other, count);
                grow(out.version, count);
                for (uint64_t i = 0; i < count; i++) {
                        const auto symbol = load<Symbol>(table, i * sizeof(Symbol), "symbol");
                        name_[i] = name(names, symbol.st_name, "symbol", i);
                        value[i] = symbol.st_value;
                        size[i] = symbol.st_size;
                        info[i] = symbol.st_info;
                        other[i] = symbol.st_other;
                        if (symbol.st_shndx == SHN_XINDEX)
                                section_[i] = load<uint32_t>(extended, i * sizeof(uint32_t),
                                                             "SHT_SYMTAB_SHNDX");
                        else if (symbol.st_shndx >= SHN_LORESERVE)
                                section_[i] = reservedSection | symbol.st_shndx;
                        else
                                section_[i] = symbol.st_shndx;
                }
                return first;
        }

        void readDynamicSymbols()
        {
                DynamicSymbols found;
                if (const std::optional<uint64_t> index = onlySection(SHT_DYNSYM))
                        found = dynamicSymbolsOfSections(*index);
                else if (dynamicValue(DT_SYMTAB) && sectionCount_ == 0)
                        found = dynamicSymbolsOfLoader();
                else
                        return;
                const uint64_t first = addSymbols(found.table, found.strings, Bytes());
                const uint64_t count = tables_.symbols.name.size() - first;
                if (found.versions.size() > 0)
                        addVersions(found, first, count);
        }

        DynamicSymbols dynamicSymbolsOfSections(uint64_t index)
        {
                DynamicSymbols found;
                const Section header = section(index);
                found.table = symbolTable(header, index);
                if (found.table.size() > 0)
                        found.strings = sectionStrings(header.sh_link);
                if (const std::optional<uint64_t> i = onlySection(SHT_GNU_versym))
                        found.versions = contents(section(*i), *i);
                if (const std::optional<uint64_t> i = onlySection(SHT_GNU_verdef)) {
                        const Section definitions = section(*i);
                        found.definitions = contents(definitions, *i);
                        found.definitionCount = definitions.sh_info;
                        if (found.definitions.size() > 0)
                                found.definitionStrings = sectionStrings(definitions.sh_link);
                }
                if (const std::optional<uint64_t> i = onlySection(SHT_GNU_verneed)) {
                        const Section needs = section(*i);
                        found.needs = contents(needs, *i);
                        found.needCount = needs.sh_info;
                        if (found.needs.size() > 0)
                                found.needStrings = sectionStrings(needs.sh_link);
                }
                return found;
        }

        DynamicSymbols dynamicSymbolsOfLoader()
        {
                DynamicSymbols found;
                const uint64_t count = hashedSymbols();
                uint64_t size;
                if (__builtin_mul_overflow(count, sizeof(Symbol), &size))
                        size = UINT64_MAX;
                found.table = atAddress(*dynamicValue(DT_SYMTAB), "DT_SYMTAB")
                                  .slice(0, size, "the symbols at DT_SYMTAB");
                found.strings = dynamicStrings();
                found.definitionStrings = found.needStrings = found.strings;
                if (const std::optional<uint64_t> address = dynamicValue(DT_VERSYM))
                        found.versions = atAddress(*address, "DT_VERSYM")
                                             .slice(0, count * sizeof(uint16_t), "DT_VERSYM");
                if (const std::optional<uint64_t> address = dynamicValue(DT_VERDEF)) {
                        found.definitions = atAddress(*address, "DT_VERDEF");
                        found.definitionCount = dynamicValue(DT_VERDEFNUM).value_or(0);
                }
                if (const std::optional<uint64_t> address = dynamicValue(DT_VERNEED)) {
                        found.needs = atAddress(*address, "DT_VERNEED");
                        found.needCount = dynamicValue(DT_VERNEEDNUM).value_or(0);
                }
                return found;
        }

        /** The number of dynamic symbols, which without sections only the hash tables tell. */
        uint64_t hashedSymbols() const
        {
                if (header_.e_machine == EM_MIPS) {
                        if (const std::optional<uint64_t> count = dynamicValue(DT_MIPS_SYMTABNO))
                                return *count;
                }
                if (const std::optional<uint64_t> address = dynamicValue(DT_HASH)) {
                        const Bytes table = atAddress(*address, "DT_HASH");
                        // The words of these two are of 64 bits.
                        if (Elf::bits == 64 &&
                            (header_.e_machine == EM_S390 || header_.e_machine == EM_ALPHA))
                                return load<uint64_t>(table, sizeof(uint64_t), "DT_HASH");
                        return load<uint32_t>(table, sizeof(uint32_t), "DT_HASH");
                }
                const std::optional<uint64_t> address = dynamicValue(DT_GNU_HASH);
                if (!address)
                        throw Malformed("neither sections nor a hash table tell how many dynamic "
                                        "symbols there are");
                const Bytes table = atAddress(*address, "DT_GNU_HASH");
                const auto word = [&](uint64_t at) {
                        return uint64_t{load<uint32_t>(table, at, "DT_GNU_HASH")};
                };
                const uint64_t buckets = word(0), offset = word(4), filters = word(8);
                const uint64_t bucketsAt = 16 + filters * (Elf::bits / 8);
                uint64_t last = 0;
                for (uint64_t i = 0; i < buckets; i++)
                        last = std::max(last, word(bucketsAt + 4 * i));
                if (last < offset)
                        return offset;
                // A chain ends with the entry whose lowest bit is set.
                const uint64_t chainsAt = bucketsAt + 4 * buckets;
                while ((word(chainsAt + 4 * (last - offset)) & 1) == 0)
                        last++;
                return last + 1;
        }

        /** Reads the chains of version names, then which of them each symbol has. */
        void addVersions(const DynamicSymbols &found, uint64_t firstSymbol, uint64_t count)
        {
                std::vector<uint16_t> rows;
                const uint64_t firstRow = tables_.versions.name.size();
                const auto add = [&](uint16_t index, Text text, bool defined) {
                        index &= 0x7fff;
                        if (rows.size() <= index)
                                rows.resize(index + size_t{1});
                        const uint64_t row = tables_.versions.name.size() - firstRow;
                        if (row >= 0x7fff)
                                throw Malformed("more than 32,767 symbol versions");
                        rows[index] = static_cast<uint16_t>(row + 1);
                        tables_.versions.name.push_back(text);
                        tables_.versions.defined.push_back(defined);
                };
                readDefinitions(found, add);
                readNeeds(found, add);
                for (uint64_t i = 0; i < count; i++) {
                        const auto raw =
                            load<uint16_t>(found.versions, i * sizeof(uint16_t), "symbol version");
                        const uint16_t index = raw & 0x7fff;
                        if (index <= VER_NDX_GLOBAL)
                                continue;
                        if (index >= rows.size() || rows[index] == 0)
                                throw Malformed("dynamic symbol " + std::to_string(i) +
                                                " has version " + std::to_string(index) +
                                                ", which nothing defines or needs");
                        tables_.symbols.version[firstSymbol + i] =
                            static_cast<uint16_t>(rows[index] | (raw & 0x8000));
                }
        }

        /** The next link of a chain, which must lead on: what leads back would never end. */
        template <typename Link>
        static uint64_t follow(uint64_t at, uint32_t next, uint64_t left, const char *what)
        {
                if (next < sizeof(Link) && left > 0)
                        throw Malformed(std::string(what) + ": the chain ends, with " +
                                        std::to_string(left) + " to come");
                return at + next;
        }

        template <typename Add> void readDefinitions(const DynamicSymbols &found, Add add)
        {
                uint64_t at = 0;
                for (uint64_t left = found.definitionCount; left-- > 0;) {
                        const auto entry =
                            load<Elf32_Verdef>(found.definitions, at, "version definition");
                        if (entry.vd_version != VER_DEF_CURRENT)
                                throw Malformed("version definition: format " +
                                                std::to_string(entry.vd_version));
                        if (entry.vd_cnt > 0) {
                                // The first is the version's name, the others are its parents'.
                                const auto auxiliary = load<Elf32_Verdaux>(
                                    found.definitions, at + entry.vd_aux, "version definition");
                                add(entry.vd_ndx,
                                    name(found.definitionStrings, auxiliary.vda_name,
                                         "version definition", entry.vd_ndx),
                                    true);
                        }
                        at = follow<Elf32_Verdef>(at, entry.vd_next, left, "version definitions");
                }
        }

        template <typename Add> void readNeeds(const DynamicSymbols &found, Add add)
        {
                uint64_t at = 0;
                for (uint64_t left = found.needCount; left-- > 0;) {
                        const auto entry = load<Elf32_Verneed>(found.needs, at, "version need");
                        if (entry.vn_version != VER_NEED_CURRENT)
                                throw Malformed("version need: format " +
                                                std::to_string(entry.vn_version));
                        uint64_t auxiliaryAt = at + entry.vn_aux;
                        for (uint32_t names = entry.vn_cnt; names-- > 0;) {
                                const auto auxiliary =
                                    load<Elf32_Vernaux>(found.needs, auxiliaryAt, "version need");
                                add(auxiliary.vna_other,
                                    name(found.needStrings, auxiliary.vna_name, "version need",
                                         auxiliary.vna_other),
                                    false);
                                auxiliaryAt = follow<Elf32_Vernaux>(auxiliaryAt, auxiliary.vna_next,
                                                                    names, "version needs");
                        }
                        at = follow<Elf32_Verneed>(at, entry.vn_next, left, "version needs");
                }
        }
};

} // namespace

void readObject(Bytes file, uint32_t want, Tables &tables)
{
        const auto ident = file.slice(0, EI_NIDENT, "ELF header");
        const auto elfClass = ident.load<uint8_t>(EI_CLASS, "ELF header");
        const auto order = ident.load<uint8_t>(EI_DATA, "ELF header");
        if (order != ELFDATA2LSB && order != ELFDATA2MSB)
                throw Malformed("ELF header: byte order " + std::to_string(order));
        const bool swap = (order == ELFDATA2MSB) == (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
        if (elfClass == ELFCLASS64)
                Object<Elf64>(file, want, tables, swap).read();
        else if (elfClass == ELFCLASS32)
                Object<Elf32>(file, want, tables, swap).read();
        else
                throw Malformed("ELF header: class " + std::to_string(elfClass));
}

} // namespace elf
