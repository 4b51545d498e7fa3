/*
 * Blocks of some pages. A size class of its own for each would keep, of every class, as much as was once in use of it:
 * nearly twice of what all need together. Here they are cut from arenas, next to each other, and what is freed grows
 * together with what is free beside it, for blocks of any size. What is known of an arena's blocks is at its start,
 * above a page without access, and not in the blocks: who writes beyond one, or to a freed one, does not change it.
 */
#ifndef MALLOC_SCUDO_MEDIUM_H_
#define MALLOC_SCUDO_MEDIUM_H_

#include "bytemap.h"
#include "common.h"
#include "mutex.h"
#include "report.h"

namespace scudo {

/* `Regions` knows to which allocator an address belongs. */
template <class Regions, uptr RegionLog> class MediumBlocks {
public:
  /* The most that a block can have, with its header. */
  static constexpr uptr Largest = 129UL << 10;

  /* Returns memory of at least `Size` bytes, or null where there is none; says whether it is known to be zero. */
  void *allocate(uptr Size, bool *Zero) EXCLUDES(Mutex) {
    const uptr Units = Max(roundUp(Size, UnitSize) >> UnitLog, FewestUnits);
    ScopedLock L(Mutex);
    Word *Found = find(Units);
    if (Found == nullptr) {
      Found = newArena();
      if (Found == nullptr)
        return nullptr;
    }
    const uptr Length = lengthOf(*Found);
    const Kind State = kindOf(*Found);
    removeFree(Found);
    if (Length > Units)
      addFree(Found + Units, Length - Units, State);
    *Found = word(Kind::Used, Units);
    *Zero = State == Kind::Zero;
    return blockOf(Found);
  }

  /* Takes back what `allocate` gave; anything else is reported. */
  void deallocate(void *Block) EXCLUDES(Mutex) {
    ScopedLock L(Mutex);
    Word *Freed = wordOf(Block);
    if (UNLIKELY(!isBlock(Block, Freed)))
      reportInvalidChunkState(AllocatorAction::Deallocating, Block);
    Arena *In = arenaOf(Freed);
    uptr Length = lengthOf(*Freed);
    *Freed = 0;
    Word *Next = Freed + Length;
    if (Next != In->end() && isFree(*Next)) {
      Length += lengthOf(*Next);
      removeFree(Next);
    }
    if (Freed != In->first() && isFree(Freed[-1])) {
      Word *Previous = Freed - lengthOf(Freed[-1]);
      Length += lengthOf(*Previous);
      removeFree(Previous);
      Freed = Previous;
    }
    addFree(Freed, Length, Kind::Dirty);
  }

  static bool owns(const void *Block) { return Regions::of(reinterpret_cast<uptr>(Block) >> RegionLog) == Mark; }

  /* Of a block that is in use. */
  static uptr endOf(const void *Block) { return reinterpret_cast<uptr>(Block) + (lengthOf(*wordOf(Block)) << UnitLog); }

  /* Gives the pages of free memory back to the kernel, and arenas that are free. */
  void release() EXCLUDES(Mutex) {
    ScopedLock L(Mutex);
    for (Arena *A = Arenas, *Next; A != nullptr; A = Next) {
      Next = A->Next;
      if (A->isFree())
        remove(A);
      else
        releasePages(A);
    }
  }

  void disable() NO_THREAD_SAFETY_ANALYSIS { Mutex.lock(); }
  void enable() NO_THREAD_SAFETY_ANALYSIS { Mutex.unlock(); }

private:
  static constexpr u8 Mark = 255;
  static constexpr uptr ArenaLog = 21;
  static constexpr uptr ArenaSize = 1UL << ArenaLog;
  static constexpr uptr UnitLog = 10;
  static constexpr uptr UnitSize = 1UL << UnitLog;
  /* A block has that many at least; shorter free runs wait for a neighbour. */
  static constexpr uptr FewestUnits = 8;

  /*
   * A word for each unit of an arena. In that of the first unit of a block in use, and of the first and the last of a
   * free run, is its length, below its kind in the upper sixteen bits. The second and the third of a free run are the
   * addresses of the words of the next and the previous free run of about its length: the kernel gives none that has
   * upper bits. All others are 0.
   */
  typedef u64 Word;
  enum class Kind : Word { Used = 1, Zero, Clean, Dirty };
  static constexpr uptr KindShift = 48;
  static Word word(Kind K, uptr Length) { return static_cast<Word>(K) << KindShift | Length; }
  static Kind kindOf(Word W) { return static_cast<Kind>(W >> KindShift); }
  static uptr lengthOf(Word W) { return static_cast<uptr>(W & ((1ULL << KindShift) - 1)); }
  static bool isFree(Word W) { return kindOf(W) >= Kind::Zero; }

  /* It begins above its first page, which is a guard. The words of the units before `first` are never used as such. */
  struct Arena {
    static constexpr uptr Units = ArenaSize >> UnitLog;
    union {
      struct {
        Arena *Next, *Previous;
      };
      Word Words[Units];
    };
    Word *first() { return Words + ((getPageSizeCached() + sizeof(Arena)) >> UnitLog); }
    Word *end() { return Words + Units; }
    bool isFree() { return MediumBlocks::isFree(*first()) && first() + lengthOf(*first()) == end(); }
  };

  static uptr baseOf(const void *P) { return roundDown(reinterpret_cast<uptr>(P), ArenaSize); }
  static Arena *arenaOf(const void *P) { return reinterpret_cast<Arena *>(baseOf(P) + getPageSizeCached()); }
  static Word *wordOf(const void *Block) {
    return arenaOf(Block)->Words + ((reinterpret_cast<uptr>(Block) - baseOf(Block)) >> UnitLog);
  }
  static char *blockOf(const Word *W) {
    return reinterpret_cast<char *>(baseOf(W)) + (static_cast<uptr>(W - arenaOf(W)->Words) << UnitLog);
  }
  static bool isBlock(const void *Block, const Word *W) {
    return isAligned(reinterpret_cast<uptr>(Block), UnitSize) && W >= arenaOf(W)->first() && kindOf(*W) == Kind::Used;
  }

  /* Free runs are in lists by their lengths: eight for those between a power of two and the next. */
  static constexpr uptr Lists = 64;
  static uptr listOf(uptr Length) {
    const uptr Log = getMostSignificantSetBitIndex(Length);
    return ((Log - 3) << 3) + ((Length >> (Log - 3)) & 7);
  }
  static Word *nextOf(const Word *Run) { return reinterpret_cast<Word *>(static_cast<uptr>(Run[1])); }
  static Word *previousOf(const Word *Run) { return reinterpret_cast<Word *>(static_cast<uptr>(Run[2])); }
  static void setNext(Word *Run, Word *Next) { Run[1] = reinterpret_cast<uptr>(Next); }
  static void setPrevious(Word *Run, Word *Previous) { Run[2] = reinterpret_cast<uptr>(Previous); }

  /* The free run, of those that were looked at, that is the least too long; null where none is long enough. */
  Word *find(uptr Units) REQUIRES(Mutex) {
    const uptr First = listOf(Units);
    /* In this list some are too short. */
    u32 Looks = 8;
    Word *Best = nullptr;
    for (Word *Run = Heads[First]; Run != nullptr && Looks > 0; Run = nextOf(Run), Looks--)
      if (lengthOf(*Run) >= Units && (Best == nullptr || lengthOf(*Run) < lengthOf(*Best)))
        Best = Run;
    if (Best != nullptr)
      return Best;
    const u64 Longer = NonEmpty & (~0ULL << First << 1);
    return Longer == 0 ? nullptr : Heads[__builtin_ctzll(Longer)];
  }

  /* Makes a run of words one free run, and puts it into its list. */
  void addFree(Word *Run, uptr Length, Kind K) REQUIRES(Mutex) {
    Run[0] = Run[Length - 1] = word(K, Length);
    if (Length < FewestUnits)
      return;
    const uptr List = listOf(Length);
    setNext(Run, Heads[List]);
    setPrevious(Run, nullptr);
    if (Heads[List] != nullptr)
      setPrevious(Heads[List], Run);
    Heads[List] = Run;
    NonEmpty |= 1ULL << List;
  }

  /* Takes a free run out of its list, and forgets it. */
  void removeFree(Word *Run) REQUIRES(Mutex) {
    const uptr Length = lengthOf(*Run);
    if (Length >= FewestUnits) {
      Word *Next = nextOf(Run), *Previous = previousOf(Run);
      if (Next != nullptr)
        setPrevious(Next, Previous);
      if (Previous != nullptr)
        setNext(Previous, Next);
      else {
        const uptr List = listOf(Length);
        Heads[List] = Next;
        if (Next == nullptr)
          NonEmpty &= ~(1ULL << List);
      }
      Run[1] = Run[2] = 0;
    }
    Run[0] = Run[Length - 1] = 0;
  }

  /* Maps one more arena; returns its free run. */
  Word *newArena() REQUIRES(Mutex) {
    const uptr Base = mapArena(), PageSize = getPageSizeCached();
    if (Base == 0)
      return nullptr;
    if (map(reinterpret_cast<void *>(Base + PageSize), ArenaSize - PageSize, "scudo:medium", MAP_ALLOWNOMEM) ==
        nullptr) {
      unmap(reinterpret_cast<void *>(Base), ArenaSize);
      return nullptr;
    }
    Arena *A = arenaOf(reinterpret_cast<void *>(Base));
    A->Next = Arenas;
    if (Arenas != nullptr)
      Arenas->Previous = A;
    Arenas = A;
    setMark(Base, Mark);
    addFree(A->first(), static_cast<uptr>(A->end() - A->first()), Kind::Zero);
    return A->first();
  }

  /* Addresses for one. The kernel's next mapping is often just below the last one, and aligned as that. */
  static uptr mapArena() {
    constexpr uptr Flags = MAP_ALLOWNOMEM | MAP_NOACCESS;
    const uptr Base = reinterpret_cast<uptr>(map(nullptr, ArenaSize, "scudo:medium", Flags));
    if (Base == 0 || isAligned(Base, ArenaSize))
      return Base;
    unmap(reinterpret_cast<void *>(Base), ArenaSize);
    const uptr Wide = reinterpret_cast<uptr>(map(nullptr, 2 * ArenaSize, "scudo:medium", Flags));
    if (Wide == 0)
      return 0;
    const uptr Aligned = roundUp(Wide, ArenaSize);
    if (Aligned > Wide)
      unmap(reinterpret_cast<void *>(Wide), Aligned - Wide);
    unmap(reinterpret_cast<void *>(Aligned + ArenaSize), Wide + ArenaSize - Aligned);
    return Aligned;
  }

  void remove(Arena *A) REQUIRES(Mutex) {
    const uptr Base = baseOf(A);
    if (A->Next != nullptr)
      A->Next->Previous = A->Previous;
    if (A->Previous != nullptr)
      A->Previous->Next = A->Next;
    else
      Arenas = A->Next;
    removeFree(A->first());
    setMark(Base, 0);
    unmap(reinterpret_cast<void *>(Base), ArenaSize);
  }

  static void setMark(uptr Base, u8 Value) {
    for (uptr At = Base; At < Base + ArenaSize; At += 1UL << RegionLog)
      Regions::set(At >> RegionLog, Value);
  }

  static void releasePages(Arena *A) {
    const uptr PageSize = getPageSizeCached();
    for (Word *Run = A->first(); Run != A->end(); Run += lengthOf(*Run)) {
      const uptr Length = lengthOf(*Run);
      if (kindOf(*Run) != Kind::Dirty)
        continue;
      const uptr Base = reinterpret_cast<uptr>(blockOf(Run));
      const uptr From = roundUp(Base, PageSize), To = roundDown(Base + (Length << UnitLog), PageSize);
      if (From < To)
        releasePagesToOS(From, 0, To - From, nullptr);
      Run[0] = Run[Length - 1] = word(Kind::Clean, Length);
    }
  }

  HybridMutex Mutex;
  Arena *Arenas GUARDED_BY(Mutex) = nullptr;
  u64 NonEmpty GUARDED_BY(Mutex) = 0;
  Word *Heads[Lists] GUARDED_BY(Mutex) = {};
};

/* Scudo's secondary allocator, with the medium blocks beside the large ones: all that are in no size class. */
template <typename Config, class Medium> class BeyondClasses {
public:
  /* Of the process, as there is one heap. */
  static inline Medium Blocks;

  void init(GlobalStats *S, s32 Interval) { Large.init(S, Interval); }

  void *allocate(const Options &Options, uptr Size, uptr Alignment, uptr *BlockEnd, FillContentsMode Fill) {
    const uptr Needed = roundUp(Size, 1UL << SCUDO_MIN_ALIGNMENT_LOG) + Max(Alignment, Chunk::getHeaderSize());
    if (Needed <= Medium::Largest) {
      bool Zero;
      void *Block = Blocks.allocate(Needed, &Zero);
      if (LIKELY(Block != nullptr)) {
        *BlockEnd = Medium::endOf(Block);
        if (Fill == PatternOrZeroFill || (Fill == ZeroFill && !Zero))
          memset(Block, Fill == ZeroFill ? 0 : PatternFillByte, *BlockEnd - reinterpret_cast<uptr>(Block));
        return Block;
      }
    }
    return Large.allocate(Options, Size, Alignment, BlockEnd, Fill);
  }

  void deallocate(const Options &Options, void *Block) {
    if (Medium::owns(Block))
      Blocks.deallocate(Block);
    else
      Large.deallocate(Options, Block);
  }

  static uptr getBlockEnd(void *Block) {
    return Medium::owns(Block) ? Medium::endOf(Block) : MapAllocator<Config>::getBlockEnd(Block);
  }

  void releaseToOS() {
    Blocks.release();
    Large.releaseToOS();
  }
  void unmapTestOnly() {
    Blocks.release();
    Large.unmapTestOnly();
  }

  void disable() NO_THREAD_SAFETY_ANALYSIS {
    Blocks.disable();
    Large.disable();
  }
  void enable() NO_THREAD_SAFETY_ANALYSIS {
    Large.enable();
    Blocks.enable();
  }

  bool setOption(Option O, sptr Value) { return Large.setOption(O, Value); }
  void disableMemoryTagging() { Large.disableMemoryTagging(); }
  void getStats(ScopedString *Str) { Large.getStats(Str); }
  template <typename F> void iterateOverBlocks(F Callback) const { Large.iterateOverBlocks(Callback); }

private:
  MapAllocator<Config> Large;
};

} // namespace scudo

#endif
