/*
 * musl's malloc, made of LLVM's Scudo: one translation unit, so that nothing of it is visible to the program but musl's
 * own names. Scudo's sources are beside this file in llvm/, untouched but for the numbered patches.
 */
#include "system.h"

#include "bytemap.h"
#include "sum.h"

#include "llvm/common.cpp"
#include "llvm/flags_parser.cpp"
#include "llvm/release.cpp"
#include "llvm/report.cpp"
#include "llvm/string_utils.cpp"
#include "system.cpp"

#include "cache.h"
#include "combined.h"
#include "large.h"
#include "medium.h"
#include "primary32.h"
#include "registry.h"
#include "secondary.h"
#include "sizes.h"

namespace scudo {

constexpr uptr RegionLog = 18U;
using Regions = FlatByteMap<(SCUDO_MMAP_RANGE_SIZE >> RegionLog)>;

/*
 * Scudo gives memory back class by class, when a thread's cache of the class overflows; and that of blocks larger than
 * a page whenever eight pages are free, whatever the interval: 5 to 15 times the time where sizes are mixed. Here it is
 * all given back at once (`giveBack`), also that of classes which are no longer used.
 */
template <typename Config> class Classes : public SizeClassAllocator32<Config> {
public:
  uptr tryReleaseToOS(uptr, ReleaseToOS) { return 0; }
};

/* Sizes are chosen for programs that nobody tunes; figures are in README.md. */
struct MuslConfig {
  static const bool MaySupportMemoryTagging = false;
  template <class A> using TSDRegistryT = MuslRegistry<A>;

  /*
   * Up to 8 KiB: what is larger is a medium block. A thread keeps 8 to 16 KiB of each class, and no more than 28
   * blocks: with less it takes the lock of the class for every other block of some hundred bytes.
   */
  struct Small {
    static constexpr uptr FineLog = 7;
    static constexpr uptr Bits = 3;
    static constexpr uptr LargestLog = 13;
    static constexpr u16 MostCached = 14;
    static constexpr uptr CachedBytes = 8192;
  };

  struct Primary {
    using SizeClassMap = SizeClasses<Small>;
    /* 256 KiB: a program that uses every class once has mapped 15 MiB, of which only what it touches costs memory. */
    static const uptr RegionSizeLog = RegionLog;
    static const uptr GroupSizeLog = RegionLog;
    typedef uptr CompactPtrT;
    static const s32 MinReleaseToOsIntervalMs = INT32_MIN;
    static const s32 MaxReleaseToOsIntervalMs = INT32_MAX;
    static const s32 DefaultReleaseToOsIntervalMs = INT32_MIN;
  };
  /* Not SizeClassAllocator64: it reserves 8.6 GB of addresses, which RLIMIT_AS forbids. */
  template <typename Config> using PrimaryT = Classes<Config>;

  struct Secondary {
    template <typename Config> using CacheT = LargeCache<Config>;
  };
  using Medium = MediumBlocks<Regions, RegionLog>;
  template <typename Config> using SecondaryT = BeyondClasses<Config, Medium>;
};

} // namespace scudo

/* It is in use before constructors run: one of its own would empty it. */
[[clang::require_constant_initialization]] static scudo::Allocator<scudo::MuslConfig> Heap;

namespace {

using Classes = scudo::MuslConfig::Primary::SizeClassMap;
using Medium = scudo::MuslConfig::Medium;
using Registry = scudo::MuslRegistry<decltype(Heap)>;
using Beyond = decltype(Heap)::SecondaryT;

constexpr size_t SmallestAlignment = 1U << SCUDO_MIN_ALIGNMENT_LOG;

/* Of a block in use, aligned as all are. Beyond the classes, which is class 0, its size is what it leaves unused. */
ALWAYS_INLINE scudo::Chunk::UnpackedHeader headerOf(scudo::uptr ClassId, scudo::uptr Size) {
  scudo::Chunk::UnpackedHeader Header = {};
  Header.ClassId = ClassId & scudo::Chunk::ClassIdMask;
  Header.State = scudo::Chunk::State::Allocated;
  Header.SizeOrUnusedBytes = Size & scudo::Chunk::SizeOrUnusedBytesMask;
  return Header;
}

/* Whether an address has the header of such a block, which it reads. */
ALWAYS_INLINE bool isInUse(void *P, scudo::uptr ClassId, scudo::Chunk::UnpackedHeader *Header) {
  if (UNLIKELY(!scudo::isAligned(reinterpret_cast<scudo::uptr>(P), SmallestAlignment) ||
               !scudo::Chunk::isValid(0, P, Header)))
    return false;
  scudo::Chunk::UnpackedHeader Expected = headerOf(ClassId, Header->SizeOrUnusedBytes);
  Expected.Checksum = Header->Checksum;
  return LIKELY(scudo::bit_cast<scudo::u64>(Expected) == scudo::bit_cast<scudo::u64>(*Header));
}

/*
 * Reports a large block that was given back to the kernel: its header, which says so of the others, can't be read any
 * more. Large blocks alone, which are in no region, cost the system call.
 */
inline void checkMapped(void *P, scudo::AllocatorAction Action) {
  const scudo::uptr Address = reinterpret_cast<scudo::uptr>(P);
  if (__builtin_expect(scudo::Regions::of(Address >> scudo::RegionLog) != 0, 1))
    return;
  const scudo::uptr PageSize = scudo::getPageSizeCached();
  /* Of one byte, whatever the kernel's page size: under an emulator it may be less than what the program is told. */
  unsigned char Resident;
  if (__syscall(SYS_mincore, scudo::roundDown(Address - scudo::Chunk::getHeaderSize(), PageSize), 1L, &Resident) ==
      -ENOMEM)
    scudo::reportInvalidChunkState(Action, P);
}

/*
 * malloc of a small block that the thread has: null is for `Heap` to deal with. Here and below a third of the
 * instructions that Scudo needs for any block with any option.
 */
ALWAYS_INLINE void *takeCached(size_t Size) {
  Registry::Cache *Own = Registry::own();
  if (UNLIKELY(Own == nullptr || Size >= Own->QuickSizes))
    return nullptr;
  const scudo::uptr ClassId = Classes::getClassIdBySize(Size + scudo::Chunk::getHeaderSize());
  if (UNLIKELY(!Own->blocks().has(ClassId)))
    return nullptr;
  void *P = static_cast<char *>(Own->blocks().take(ClassId)) + scudo::Chunk::getHeaderSize();
  scudo::Chunk::UnpackedHeader Header = headerOf(ClassId, Size);
  scudo::Chunk::storeHeader(0, P, &Header);
  return P;
}

/* free of a small block that the thread has room for; false, and nothing done, is for `Heap` to deal with or report. */
ALWAYS_INLINE bool putCached(void *P) {
  const scudo::uptr Address = reinterpret_cast<scudo::uptr>(P);
  Registry::Cache *Own = Registry::own();
  const scudo::uptr ClassId = scudo::Regions::of(Address >> scudo::RegionLog) - scudo::uptr(1);
  scudo::Chunk::UnpackedHeader Header;
  if (UNLIKELY(Own == nullptr || ClassId - 1 >= Own->QuickClasses || !isInUse(P, ClassId, &Header)))
    return false;
  if (UNLIKELY(Own->FreesToLook == 0 ||
               !Own->blocks().put(ClassId, static_cast<char *>(P) - scudo::Chunk::getHeaderSize())))
    return false;
  Own->FreesToLook--;
  Header.State = scudo::Chunk::State::Available;
  scudo::Chunk::storeHeader(0, P, &Header);
  return true;
}

/* malloc of a medium block, likewise. */
inline void *takeMedium(size_t Size) {
  Registry::Cache *Own = Registry::own();
  constexpr scudo::uptr Header = scudo::Chunk::getHeaderSize();
  if (Own == nullptr || Own->QuickSizes == 0 || Size < Own->QuickSizes || Size > Medium::Largest - 2 * Header)
    return nullptr;
  bool Zero;
  char *Block = static_cast<char *>(Beyond::Blocks.allocate(scudo::roundUp(Size, SmallestAlignment) + Header, &Zero));
  if (Block == nullptr)
    return nullptr;
  void *P = Block + Header;
  scudo::Chunk::UnpackedHeader New = headerOf(0, Medium::endOf(Block) - (reinterpret_cast<scudo::uptr>(P) + Size));
  scudo::Chunk::storeHeader(0, P, &New);
  return P;
}

/* free of a medium block, likewise. */
inline bool putMedium(void *P) {
  Registry::Cache *Own = Registry::own();
  scudo::Chunk::UnpackedHeader Header;
  if (Own == nullptr || Own->QuickSizes == 0 || Own->FreesToLook == 0 || !Medium::owns(P) || !isInUse(P, 0, &Header))
    return false;
  Own->FreesToLook--;
  Header.State = scudo::Chunk::State::Available;
  scudo::Chunk::storeHeader(0, P, &Header);
  Beyond::Blocks.deallocate(static_cast<char *>(P) - scudo::Chunk::getHeaderSize());
  return true;
}

/*
 * Gives free memory back to the kernel when that was last done at least `release_to_os_interval_ms` ago; negative is
 * never. What is freed is thus back at the first look at the clock after the interval.
 */
NOINLINE void giveBack() {
  static scudo::atomic_u64 Last = {};
  const scudo::s32 Interval = scudo::getFlags()->release_to_os_interval_ms;
  const scudo::u64 Now = scudo::getMonotonicTimeFast();
  scudo::u64 Then = scudo::atomic_load_relaxed(&Last);
  if (Interval < 0 || Now - Then < static_cast<scudo::u64>(Interval) * 1000000)
    return;
  /* Of several threads that see it, one; and the interval begins at the first look. */
  if (scudo::atomic_compare_exchange_strong(&Last, Then, Now, scudo::memory_order_relaxed) == Then && Then != 0)
    Heap.releaseToOS(scudo::ReleaseToOS::Force);
}

/* What `Allocate` gives; where that is nothing, once more without the freed large blocks that are kept; or ENOMEM. */
template <typename Function> inline void *orNoMemory(Function Allocate) {
  void *P = Allocate();
  if (__builtin_expect(P != nullptr, 1))
    return P;
  Heap.unmapCachedBlocks();
  P = Allocate();
  if (P == nullptr)
    errno = ENOMEM;
  return P;
}

NOINLINE void *allocate(size_t Size) {
  if (void *P = takeMedium(Size))
    return P;
  return orNoMemory([=] { return Heap.allocate(Size, scudo::Chunk::Origin::Malloc); });
}

NOINLINE void deallocate(void *P) {
  if (putMedium(P))
    return;
  const int Saved = errno;
  checkMapped(P, scudo::AllocatorAction::Deallocating);
  Heap.deallocate(P, scudo::Chunk::Origin::Malloc);
  if (Heap.getTSDRegistry()->isTimeToLook())
    giveBack();
  errno = Saved;
}

} // namespace

extern "C" {

/* What CONTRACT.md lists: musl calls these. */

hidden void *__libc_malloc_impl(size_t);
hidden void *__libc_realloc(void *, size_t);
hidden void __libc_free(void *);
hidden void *__malloc_zeroed(size_t);
hidden void *__malloc_aligned(size_t, size_t);
hidden size_t __malloc_size(void *);
hidden void __malloc_thread_exit(void);
hidden void __malloc_atfork(int);
hidden void __malloc_donate(char *, char *);

void *__libc_malloc_impl(size_t Size) {
  void *P = takeCached(Size);
  return LIKELY(P != nullptr) ? P : allocate(Size);
}

/* calloc, whose product the caller has checked: memory that comes from the kernel is not cleared again. */
void *__malloc_zeroed(size_t Size) {
  if (void *P = takeCached(Size))
    return memset(P, 0, Size);
  return orNoMemory(
      [=] { return Heap.allocate(Size, scudo::Chunk::Origin::Malloc, SmallestAlignment, /*ZeroContents=*/true); });
}

/* aligned_alloc and memalign, for a power of two. */
void *__malloc_aligned(size_t Alignment, size_t Size) {
  return orNoMemory([=] { return Heap.allocate(Size, scudo::Chunk::Origin::Malloc, Alignment); });
}

/* A size of 0 gives a block of its own, as malloc(0) does; POSIX leaves it open and musl promises it. */
void *__libc_realloc(void *P, size_t Size) {
  if (P == nullptr)
    return __libc_malloc_impl(Size);
  checkMapped(P, scudo::AllocatorAction::Reallocating);
  return orNoMemory([=] { return Heap.reallocate(P, Size == 0 ? 1 : Size); });
}

/* POSIX.1-2024: free does not change errno. */
void __libc_free(void *P) {
  if (UNLIKELY(!putCached(P)) && P != nullptr)
    deallocate(P);
}

size_t __malloc_size(void *P) { return P == nullptr ? 0 : Heap.getUsableSize(P); }

/* At a thread's end, after the destructors of its thread-specific data, which may allocate and free. */
void __malloc_thread_exit(void) { Heap.getTSDRegistry()->exitThread(&Heap); }

/* Around fork in a program with threads: -1 before, then 0 in the parent and 1 in the child. */
void __malloc_atfork(int Who) {
  if (Who < 0)
    Heap.disable();
  else
    Heap.enable();
}

/* The loader's offer of unused pages of libraries: too small for a region. */
void __malloc_donate(char *, char *) {}
}
