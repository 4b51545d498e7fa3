#include "mapping.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace elf
{

namespace
{

/** The innermost mapping of this thread. */
thread_local Mapping *innermost = nullptr;

/** What the last copy of this thread was in, for the next one. */
thread_local std::unique_ptr<uint8_t[]> spare;

struct sigaction before;

[[noreturn]] void systemError()
{
        throw Malformed(std::generic_category().message(errno));
}

class Descriptor
{
      public:
        explicit Descriptor(const char *path)
        {
                // Not to wait for the writer of a FIFO, nor to get a controlling terminal.
                do
                        fd_ = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
                while (fd_ < 0 && errno == EINTR);
                if (fd_ < 0)
                        systemError();
        }

        ~Descriptor()
        {
                close(fd_);
        }

        Descriptor(const Descriptor &) = delete;
        Descriptor &operator=(const Descriptor &) = delete;

        int get() const
        {
                return fd_;
        }

      private:
        int fd_;
};

} // namespace

void Mapping::onBusError(int number, siginfo_t *info, void *context)
{
        const auto fault = reinterpret_cast<uintptr_t>(info->si_addr);
        for (Mapping *mapping = innermost; mapping != nullptr; mapping = mapping->outer_) {
                const auto start = reinterpret_cast<uintptr_t>(mapping->address_);
                if (fault < start || fault - start >= mapping->size_)
                        continue;
                const uintptr_t page = fault & ~(static_cast<uintptr_t>(getpagesize()) - 1);
                const int saved = errno;
                if (mmap(reinterpret_cast<void *>(page), start + mapping->size_ - page, PROT_READ,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
                        break;
                errno = saved;
                mapping->shrunk_ = true;
                return;
        }
        if ((before.sa_flags & SA_SIGINFO) != 0) {
                before.sa_sigaction(number, info, context);
        } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
                before.sa_handler(number);
        } else {
                // Not ours: the access faults again, now with the default action.
                struct sigaction fallback = {};
                fallback.sa_handler = SIG_DFL;
                sigaction(number, &fallback, nullptr);
        }
}

void Mapping::handleBusErrors()
{
        static std::once_flag once;
        std::call_once(once, [] {
                struct sigaction action = {};
                action.sa_sigaction = onBusError;
                action.sa_flags = SA_SIGINFO | SA_ONSTACK;
                sigaction(SIGBUS, &action, &before);
        });
}

Mapping::Mapping(const std::string &path)
{
        if (path.find('\0') != std::string::npos)
                throw Malformed("a file name with a NUL");
        const Descriptor descriptor(path.c_str());
        struct stat info;
        if (fstat(descriptor.get(), &info) != 0)
                systemError();
        if (!S_ISREG(info.st_mode))
                throw Malformed("no regular file");
        if (static_cast<uintmax_t>(info.st_size) > SIZE_MAX)
                throw Malformed("too large for this machine's address space");
        device_ = info.st_dev;
        inode_ = info.st_ino;
        outer_ = innermost;
        size_ = static_cast<size_t>(info.st_size);
        if (size_ > copied)
                map(descriptor.get());
        else if (size_ > 0)
                copy(descriptor.get());
        innermost = this;
}

void Mapping::map(int descriptor)
{
        handleBusErrors();
        void *address = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (address == MAP_FAILED)
                systemError();
        address_ = address;
}

void Mapping::copy(int descriptor)
{
        copy_ = std::move(spare);
        if (!copy_)
                copy_.reset(new uint8_t[copied]);
        for (size_t at = 0; at < size_;) {
                const ssize_t got = read(descriptor, copy_.get() + at, size_ - at);
                if (got < 0 && errno == EINTR)
                        continue;
                if (got < 0)
                        systemError();
                if (got == 0) {
                        memset(copy_.get() + at, 0, size_ - at);
                        shrunk_ = true;
                        return;
                }
                at += static_cast<size_t>(got);
        }
}

Mapping::~Mapping()
{
        innermost = outer_;
        if (address_ != nullptr)
                munmap(address_, size_);
        if (copy_)
                spare = std::move(copy_);
}

bool Mapping::shrunk() const
{
        return shrunk_;
}

} // namespace elf
