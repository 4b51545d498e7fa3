// The one way to read an input file: every access of the reader goes through Bytes and is checked
// there.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace elf
{

/** What is wrong with a file, for its user to read. The file's name is not part of it. */
struct Malformed : std::runtime_error {
        using std::runtime_error::runtime_error;
};

/** How often names may repeat the bytes of their file: linkers share strings' endings, but not that
 * often. */
constexpr uint64_t nameRepeats = 16;

/** `0x1f`: how messages give sizes and places in a file. */
std::string hex(uint64_t number);

/** Throws Malformed: `what` (`what 3` where there are several) lies outside of what holds it. */
[[noreturn]] void outside(const char *what, int64_t index, uint64_t at, uint64_t size,
                          uint64_t limit);

/** A part of a file. It owns nothing: the file's mapping outlives it. */
class Bytes
{
      public:
        Bytes() = default;
        Bytes(const uint8_t *data, uint64_t size) : data_(data), size_(size)
        {
        }

        uint64_t size() const
        {
                return size_;
        }

        const uint8_t *data() const
        {
                return data_;
        }

        /** The `length` bytes at `at`; `what` and `index` name them where they are not all there.
         */
        Bytes slice(uint64_t at, uint64_t length, const char *what, int64_t index = -1) const
        {
                if (at > size_ || size_ - at < length)
                        outside(what, index, at, length, size_);
                return Bytes(data_ + at, length);
        }

        /** The object at `at`, in the file's byte order. */
        template <typename T> T load(uint64_t at, const char *what, int64_t index = -1) const
        {
                static_assert(std::is_trivially_copyable_v<T>);
                T value;
                memcpy(&value, slice(at, sizeof value, what, index).data_, sizeof value);
                return value;
        }

        bool startsWith(const char *magic, size_t length) const
        {
                return size_ >= length && memcmp(data_, magic, length) == 0;
        }

      private:
        const uint8_t *data_ = nullptr;
        uint64_t size_ = 0;
};

} // namespace elf
