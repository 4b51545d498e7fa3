// libFuzzer's target: no input may make the reader crash, overrun, or take more than a small
// multiple of its size.
#include "reader.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        elf::Reader reader(elf::WantSymbols | elf::WantDynamicSymbols | elf::WantSections |
                           elf::WantSegments | elf::WantDynamic | elf::WantNotes);
        // No folder of that name exists: a thin archive's members are not to be found.
        reader.readBytes(elf::Bytes(data, size), "/nonexistent/elf_fuzz/input");
        const uint64_t held = reader.size();
        elf::Tables tables = reader.finish();
        if (held > 4096 + 16 * static_cast<uint64_t>(size)) {
                fprintf(stderr, "%zu bytes of input became %llu\n", size,
                        static_cast<unsigned long long>(held));
                abort();
        }
        const auto inside = [&](const elf::Text &text) {
                if (text.length > tables.text.size() || text.at > tables.text.size() - text.length)
                        abort();
        };
        tables.columns([&](const char *, auto &column) {
                if constexpr (std::is_same_v<std::decay_t<decltype(column)>,
                                             std::vector<elf::Text>>)
                        for (const elf::Text &text : column)
                                inside(text);
        });
        return 0;
}
