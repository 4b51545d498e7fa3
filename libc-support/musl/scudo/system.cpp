/*
 * Scudo's platform, in place of its linux.cpp, mem_map_linux.cpp and flags.cpp: those call functions that a strict C
 * program may define itself (open, read, syscall, sysconf), abort where memory is short, and take options from any
 * caller. Scudo's own mutex is kept, with the futex calls made here.
 */
#include "system.h"

#include "common.h"
#include "flags.h"
#include "flags_parser.h"
#include "mem_map.h"
#include "mutex.h"
#include "report.h"
#include "report_linux.h"
#include "string_utils.h"
#include "sum.h"

namespace scudo {

uptr getPageSize() { return __libc.page_size; }

void NORETURN die() { abort(); }

static void *mapPages(void *Addr, uptr Size, uptr Flags) {
  const bool None = (Flags & MAP_NOACCESS) != 0;
  void *P = __mmap(Addr, Size, None ? PROT_NONE : PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | (None ? MAP_NORESERVE : 0) | (Addr ? MAP_FIXED : 0), -1, 0);
  if (P != MAP_FAILED)
    return P;
  /* Whatever the kernel calls it (EAGAIN when memory is locked): there is none. */
  if (!(Flags & MAP_ALLOWNOMEM))
    reportMapError(Size);
  return nullptr;
}

void *map(void *Addr, uptr Size, UNUSED const char *Name, uptr Flags, UNUSED MapPlatformData *Data) {
  return mapPages(Addr, Size, Flags);
}

void unmap(void *Addr, uptr Size, UNUSED uptr Flags, UNUSED MapPlatformData *Data) {
  /* Splitting a mapping can fail where there are too many; the pages at least go back. */
  if (__munmap(Addr, Size) != 0)
    __madvise(Addr, Size, MADV_DONTNEED);
}

void setMemoryPermission(uptr Addr, uptr Size, uptr Flags, UNUSED MapPlatformData *Data) {
  const int Prot = (Flags & MAP_NOACCESS) ? PROT_NONE : PROT_READ | PROT_WRITE;
  if (__mprotect(reinterpret_cast<void *>(Addr), Size, Prot) != 0)
    reportProtectError(Addr, Size, Prot);
}

void releasePagesToOS(uptr BaseAddress, uptr Offset, uptr Size, UNUSED MapPlatformData *Data) {
  while (__madvise(reinterpret_cast<void *>(BaseAddress + Offset), Size, MADV_DONTNEED) == -1 && errno == EAGAIN) {
  }
}

bool MemMapLinux::mapImpl(uptr Addr, uptr Size, UNUSED const char *Name, uptr Flags) {
  void *P = mapPages(reinterpret_cast<void *>(Addr), Size, Flags);
  if (P == nullptr)
    return false;
  MapBase = reinterpret_cast<uptr>(P);
  MapCapacity = Size;
  return true;
}

void MemMapLinux::unmapImpl(uptr Addr, uptr Size) {
  if (Size == MapCapacity)
    MapBase = MapCapacity = 0;
  else {
    if (Addr == MapBase)
      MapBase += Size;
    MapCapacity -= Size;
  }
  scudo::unmap(reinterpret_cast<void *>(Addr), Size, 0, nullptr);
}

bool MemMapLinux::remapImpl(uptr Addr, uptr Size, UNUSED const char *Name, uptr Flags) {
  return mapPages(reinterpret_cast<void *>(Addr), Size, Flags) != nullptr;
}

void MemMapLinux::setMemoryPermissionImpl(uptr Addr, uptr Size, uptr Flags) {
  scudo::setMemoryPermission(Addr, Size, Flags, nullptr);
}

void MemMapLinux::releaseAndZeroPagesToOSImpl(uptr From, uptr Size) { scudo::releasePagesToOS(From, 0, Size, nullptr); }

bool ReservedMemoryLinux::createImpl(uptr Addr, uptr Size, const char *Name, uptr Flags) {
  MemMapT Map;
  if (!Map.map(Addr, Size, Name, Flags | MAP_NOACCESS))
    return false;
  MapBase = Map.getBase();
  MapCapacity = Map.getCapacity();
  return true;
}

void ReservedMemoryLinux::releaseImpl() { scudo::unmap(reinterpret_cast<void *>(MapBase), MapCapacity, 0, nullptr); }

MemMapT ReservedMemoryLinux::dispatchImpl(uptr Addr, uptr Size) { return MemMapT(Addr, Size); }

/* As secure_getenv: a program with more rights than its caller takes no options from it. */
const char *getEnv(const char *Name) { return __libc.secure ? nullptr : getenv(Name); }

namespace {
enum State : u32 { Unlocked = 0, Locked = 1, Contended = 2 };
} // namespace

/* A program that never had a second thread pays for no atomic operation, as in musl's own locks. */
bool HybridMutex::tryLock() {
  if (!__libc.threaded) {
    const bool Free = atomic_load_relaxed(&M) == Unlocked;
    atomic_store_relaxed(&M, static_cast<u32>(Locked));
    return Free;
  }
  return atomic_compare_exchange_strong(&M, static_cast<u32>(Unlocked), static_cast<u32>(Locked),
                                        memory_order_acquire) == Unlocked;
}

/* The three states of a futex lock: see Ulrich Drepper, "Futexes Are Tricky", mutex 3. */
void HybridMutex::lockSlow() {
  while (atomic_exchange(&M, static_cast<u32>(Contended), memory_order_acquire) != Unlocked)
    __syscall(SYS_futex, &M, FUTEX_WAIT | FUTEX_PRIVATE, static_cast<long>(Contended), 0L);
}

void HybridMutex::unlock() {
  if (!__libc.threaded)
    return atomic_store_relaxed(&M, static_cast<u32>(Unlocked));
  if (atomic_exchange(&M, static_cast<u32>(Unlocked), memory_order_release) == Contended)
    __syscall(SYS_futex, &M, FUTEX_WAKE | FUTEX_PRIVATE, 1L);
}

void HybridMutex::assertHeldImpl() { CHECK(atomic_load(&M, memory_order_acquire) != Unlocked); }

static u64 nanoseconds(clockid_t Clock) {
  struct timespec Time;
  __clock_gettime(Clock, &Time);
  return static_cast<u64>(Time.tv_sec) * 1000000000 + static_cast<u64>(Time.tv_nsec);
}

u64 getMonotonicTime() { return nanoseconds(CLOCK_MONOTONIC); }
u64 getMonotonicTimeFast() { return nanoseconds(CLOCK_MONOTONIC_COARSE); }

u32 getThreadID() { return static_cast<u32>(__syscall(SYS_gettid)); }

/* Only Scudo's shared registry, which is not used here, wants to know. */
u32 getNumberOfCPUs() { return 0; }

/* An entry of what the kernel gave the process at its start (getauxval would be a name that a program may define), or
 * 0. */
static size_t auxiliary(size_t Type) {
  for (size_t *Entry = __libc.auxv; Entry != nullptr && Entry[0] != 0; Entry += 2)
    if (Entry[0] == Type)
      return Entry[1];
  return 0;
}

/* On a kernel or in a sandbox without getrandom the bytes that the kernel gave the process at its start are taken. */
bool getRandom(void *Buffer, uptr Length, bool Blocking) {
  if (Buffer == nullptr || Length == 0 || Length > MaxRandomLength)
    return false;
  if (__syscall(SYS_getrandom, Buffer, Length, Blocking ? 0L : 1L) == static_cast<long>(Length))
    return true;
  if (Length > 8)
    return false;
  const size_t Bytes = auxiliary(AT_RANDOM);
  if (Bytes == 0)
    return false;
  memcpy(Buffer, reinterpret_cast<const char *>(Bytes) + 8, Length);
  return true;
}

void initSumKeys() {
  if (getRandom(&Keys, sizeof(Keys)))
    return;
  if (!getRandom(&Keys.Address, sizeof(Keys.Address)))
    Keys.Address = getMonotonicTime() ^ reinterpret_cast<uptr>(&Keys);
  /* By 2^64 divided by the golden ratio: the two must not be alike. */
  Keys.Header = Keys.Address * 0x9e3779b97f4a7c15;
}

static long openPath(const char *Path, int Flags) {
  return __syscall(SYS_openat, static_cast<long>(AT_FDCWD), Path, static_cast<long>(Flags));
}

/* Whether all of it was written. */
static bool writeAll(long File, const char *Buffer, uptr Length) {
  while (Length > 0) {
    const long Written = __syscall(SYS_write, File, Buffer, Length);
    if (Written == -EINTR)
      continue;
    if (Written <= 0)
      return false;
    Buffer += Written;
    Length -= static_cast<uptr>(Written);
  }
  return true;
}

/* What file 2 was when the first block was allocated. */
static dev_t FirstDevice;
static ino_t FirstInode;

void noteOutput() {
  const int Saved = errno;
  struct stat Is;
  if (__fstat(2, &Is) == 0) {
    FirstDevice = Is.st_dev;
    FirstInode = Is.st_ino;
  }
  errno = Saved;
}

/*
 * Whether somebody will find a report there: not in /dev/null, where daemons put it, and not in a file or connection
 * of the program's own that came to have the number. A log is appended to.
 */
static bool isForReports(int File) {
  struct stat Is;
  struct winsize Size;
  if (__fstat(File, &Is) != 0)
    return false;
  if (S_ISCHR(Is.st_mode))
    return __syscall(SYS_ioctl, static_cast<long>(File), TIOCGWINSZ, &Size) == 0;
  if (Is.st_dev == FirstDevice && Is.st_ino == FirstInode)
    return true;
  return S_ISFIFO(Is.st_mode) ||
         (S_ISREG(Is.st_mode) &&
          (__syscall(SYS_fcntl, static_cast<long>(File), static_cast<long>(F_GETFL)) & O_APPEND));
}

/*
 * A report goes to file 2, as everywhere. Where nobody would find it there, it goes to the terminal, else to the
 * kernel's log, else to file 2 of the first process, which is a container's log, else to the console.
 */
void outputRaw(const char *Buffer) {
  const uptr Length = strlen(Buffer);
  /* A pipe that nobody reads any more must not end the process before `abort` does. */
  const u64 Blocked = 1ULL << (SIGPIPE - 1);
  __syscall(SYS_rt_sigprocmask, static_cast<long>(SIG_BLOCK), &Blocked, nullptr, static_cast<long>(_NSIG / 8));
  if (isForReports(2) && writeAll(2, Buffer, Length))
    return;
  static const struct {
    const char *Path;
    bool Any;
  } Others[] = {{"/dev/tty", true}, {"/dev/kmsg", true}, {"/proc/1/fd/2", false}, {"/dev/console", true}};
  for (const auto &Other : Others) {
    const long File = openPath(Other.Path, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (File < 0)
      continue;
    const bool Done = (Other.Any || isForReports(static_cast<int>(File))) && writeAll(File, Buffer, Length);
    __syscall(SYS_close, File);
    if (Done)
      return;
  }
}

/* The last report, for a debugger and for who looks into the core file, where no descriptor can lose it. */
extern "C" {
hidden extern char __malloc_report[256];
char __malloc_report[256];
}

void setAbortMessage(const char *Message) {
  uptr Length = strlen(Message);
  if (Length >= sizeof(__malloc_report))
    Length = sizeof(__malloc_report) - 1;
  memcpy(__malloc_report, Message, Length);
  __malloc_report[Length] = '\0';
}

void NORETURN reportMapError(uptr SizeIfOOM) {
  ScopedString Error;
  Error.append("Scudo ERROR: the kernel has no %zu KiB of memory (errno %d)\n", SizeIfOOM >> 10, errno);
  reportRawError(Error.data());
}

void NORETURN reportProtectError(uptr Addr, uptr Size, int Prot) {
  ScopedString Error;
  Error.append("Scudo ERROR: mprotect of %zu bytes at 0x%zx to %d: errno %d\n", Size, Addr, Prot, errno);
  reportRawError(Error.data());
}

void NORETURN reportWriteAfterFree(void *Ptr, uptr Offset) {
  ScopedString Error;
  Error.append("Scudo ERROR: byte %zu of the block at %p was written to after it was freed\n", Offset, Ptr);
  reportRawError(Error.data());
}

Flags *getFlags() {
  static Flags F;
  return &F;
}

void Flags::setDefaults() {
#define SCUDO_FLAG(Type, Name, Default, Description) Name = Default;
#include "flags.inc"
#undef SCUDO_FLAG
}

void registerFlags(FlagParser *Parser, Flags *F) {
#define SCUDO_FLAG(Type, Name, Default, Description)                                                                   \
  Parser->registerFlag(#Name, Description, FlagType::FT_##Type, reinterpret_cast<void *>(&F->Name));
#include "flags.inc"
#undef SCUDO_FLAG
}

/*
 * From the environment alone: no hook that a program might define by chance. Who asks for a quarantine needs to say no
 * more than its size: without a share for each thread and a largest size Scudo's would abort, or hold nothing.
 */
void initFlags() {
  Flags *F = getFlags();
  F->setDefaults();
  F->release_to_os_interval_ms = 1000;
  FlagParser Parser;
  registerFlags(&Parser, F);
  Parser.parseString(getEnv("SCUDO_OPTIONS"));
  if (F->quarantine_size_kb > 0 && F->thread_local_quarantine_size_kb <= 0)
    F->thread_local_quarantine_size_kb = Max(F->quarantine_size_kb / 4, 1);
  if (F->quarantine_size_kb > 0 && F->quarantine_max_chunk_size <= 0)
    F->quarantine_max_chunk_size = 8192;
}

} // namespace scudo
