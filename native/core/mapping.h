// A file in memory.
#pragma once

#include "bytes.h"

#include <csignal>
#include <memory>
#include <string>
#include <sys/types.h>

namespace elf
{

/**
 * A regular file, mapped read-only for as long as the object lives; a small one is copied. A file
 * that shrinks meanwhile reads as zeros from its new end, and `shrunk` says so: without that, its
 * reader would die of SIGBUS. For one mapping a thread at a time.
 */
class Mapping
{
      public:
        /** Up to this size a file is copied: to map it, to fault its pages in and to have the other
         * threads forget them costs more. */
        static constexpr size_t copied = size_t{128} << 10;

        /** Throws Malformed with the system's reason; `ENOENT` and its like are reasons as any
         * other. */
        explicit Mapping(const std::string &path);
        ~Mapping();
        Mapping(const Mapping &) = delete;
        Mapping &operator=(const Mapping &) = delete;

        Bytes bytes() const
        {
                return Bytes(copy_ ? copy_.get() : static_cast<const uint8_t *>(address_), size_);
        }

        bool shrunk() const;

        dev_t device() const
        {
                return device_;
        }

        ino_t inode() const
        {
                return inode_;
        }

      private:
        void *address_ = nullptr;
        std::unique_ptr<uint8_t[]> copy_;
        size_t size_ = 0;
        dev_t device_ = 0;
        ino_t inode_ = 0;
        Mapping *outer_ = nullptr;
        volatile bool shrunk_ = false;

        void copy(int descriptor);
        void map(int descriptor);
        static void onBusError(int number, siginfo_t *info, void *context);
        static void handleBusErrors();
};

} // namespace elf
