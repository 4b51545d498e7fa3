/*
 * Blocks of some pages. A size class of its own for each would keep, of every class, as much as was once in use of it:
 * nearly twice of what all need together. Here they are cut from arenas, next to each other, and what is freed grows
 * together with what is free beside it, for blocks of any size. What is known of an arena's blocks is at its start and
 * not in the blocks, so that who writes beyond one, or to a freed one, can't lead the allocator astray.
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
    if (Freed != In->Words && isFree(Freed[-1])) {
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
      if (isFree(A->Words[0]) && lengthOf(A->Words[0]) == Arena::Length)
        remove(A);
      else
        releasePages(A);
    }
  }

  void disable() NO_THREAD_SAFETY_ANALYSIS { Mutex.lock(); }
  void enable() NO_THREAD_SAFETY_ANALYSIS { Mutex.unlock(); }

private:
  static constexpr u8 Mark = 255;
  static constexpr uptr ArenaLog = 20;
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

  struct Arena {
    static constexpr uptr HeaderUnits = 8;
    static constexpr uptr Length = (ArenaSize >> UnitLog) - HeaderUnits;
    union {
      struct {
        Arena *Next, *Previous;
      };
      Word Header[HeaderUnits];
    };
    Word Words[Length];
    Word *end() { return Words + Length; }
  };
  static_assert(sizeof(Arena) == Arena::HeaderUnits << UnitLog, "its words are one for each unit");
  static_assert(Largest <= Arena::Length << UnitLog, "");

  static Arena *arenaOf(const void *P) {
    return reinterpret_cast<Arena *>(roundDown(reinterpret_cast<uptr>(P), ArenaSize));
  }
  static Word *wordOf(const void *Block) {
    const uptr P = reinterpret_cast<uptr>(Block);
    return reinterpret_cast<Word *>(roundDown(P, ArenaSize)) + ((P & (ArenaSize - 1)) >> UnitLog);
  }
  static char *blockOf(const Word *W) {
    Arena *A = arenaOf(W);
    return reinterpret_cast<char *>(A) + (static_cast<uptr>(W - reinterpret_cast<Word *>(A)) << UnitLog);
  }
  static bool isBlock(const void *Block, const Word *W) {
    return isAligned(reinterpret_cast<uptr>(Block), UnitSize) && W >= arenaOf(W)->Words && kindOf(*W) == Kind::Used;
  }

  /* Free runs are in lists by their lengths: eight for those between a power of two and the next. */
  static constexpr uptr Lists = 56;
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
    uptr Base = mapArena();
    if (Base == 0)
      return nullptr;
    Arena *A = reinterpret_cast<Arena *>(Base);
    A->Next = Arenas;
    if (Arenas != nullptr)
      Arenas->Previous = A;
    Arenas = A;
    setMark(Base, Mark);
    addFree(A->Words, Arena::Length, Kind::Zero);
    return A->Words;
  }

  /* The kernel's next mapping is often just below the last one, and aligned as that. */
  static uptr mapArena() {
    const uptr Base = reinterpret_cast<uptr>(map(nullptr, ArenaSize, "scudo:medium", MAP_ALLOWNOMEM));
    if (Base == 0 || isAligned(Base, ArenaSize))
      return Base;
    unmap(reinterpret_cast<void *>(Base), ArenaSize);
    const uptr Wide = reinterpret_cast<uptr>(map(nullptr, 2 * ArenaSize, "scudo:medium", MAP_ALLOWNOMEM));
    if (Wide == 0)
      return 0;
    const uptr Aligned = roundUp(Wide, ArenaSize);
    if (Aligned > Wide)
      unmap(reinterpret_cast<void *>(Wide), Aligned - Wide);
    unmap(reinterpret_cast<void *>(Aligned + ArenaSize), Wide + ArenaSize - Aligned);
    return Aligned;
  }

  void remove(Arena *A) REQUIRES(Mutex) {
    removeFree(A->Words);
    if (A->Next != nullptr)
      A->Next->Previous = A->Previous;
    if (A->Previous != nullptr)
      A->Previous->Next = A->Next;
    else
      Arenas = A->Next;
    setMark(reinterpret_cast<uptr>(A), 0);
    unmap(A, ArenaSize);
  }

  static void setMark(uptr Base, u8 Value) {
    for (uptr At = Base; At < Base + ArenaSize; At += 1UL << RegionLog)
      Regions::claim(At >> RegionLog, Value);
  }

  static void releasePages(Arena *A) {
    const uptr PageSize = getPageSizeCached();
    for (Word *Run = A->Words; Run != A->end(); Run += lengthOf(*Run)) {
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
  Medium Blocks;
  MapAllocator<Config> Large;
};

} // namespace scudo

#endif
