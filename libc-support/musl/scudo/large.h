/*
 * Freed large blocks that are kept for the next ones, in place of Scudo's MapAllocatorCache. That takes a block again
 * only for a size within four pages of its own and empties itself when it was full four times: a program whose large
 * blocks have many sizes has each of them mapped, faulted in page by page and unmapped. Here the smallest block that is
 * large enough is taken, and the oldest one goes where the new one has no room.
 */
#ifndef SCUDO_LARGE_H_
#define SCUDO_LARGE_H_

#include "secondary.h"

namespace scudo {

template <typename Config> class LargeCache {
public:
  void init(UNUSED s32 Interval) {}

  bool canCache(uptr Size) { return Size <= LargestEntry && atomic_load_relaxed(&Limit) != 0; }

  /* Keeps a freed block, or unmaps it; of those that are kept the oldest go where there is no room for it. */
  void store(UNUSED const Options &Options, LargeBlock::Header *H) EXCLUDES(Mutex) {
    if (!canCache(H->CommitSize))
      return unmap(H);
    /* The header is in the memory that goes. */
    const Entry New = {H->CommitBase, H->CommitSize, H->MemMap};
    Leaving Old;
    {
      ScopedLock L(Mutex);
      const auto Full = [&] { return Count >= atomic_load_relaxed(&Limit) || Bytes + New.CommitSize > MostBytes; };
      while (Count > 0 && !Old.full() && Full())
        Old.add(take(0));
      if (Full())
        Old.add(New);
      else {
        Entries[Count++] = New;
        Bytes += New.CommitSize;
      }
    }
    Old.unmap();
  }

  /* Finds the smallest kept block that is large enough, of which no more than half would be left over. */
  bool retrieve(UNUSED Options Options, uptr Size, uptr Alignment, uptr HeadersSize, LargeBlock::Header **H,
                bool *Zeroed) EXCLUDES(Mutex) {
    Entry Found;
    uptr Position = 0;
    {
      ScopedLock L(Mutex);
      u32 Best = Count;
      for (u32 I = 0; I < Count; I++) {
        const uptr Base = Entries[I].CommitBase, Length = Entries[I].CommitSize;
        if (Length < Size + HeadersSize || Length / 2 > Size || (Best < Count && Length >= Entries[Best].CommitSize))
          continue;
        const uptr Header = roundDown(Base + Length - Size, Alignment) - HeadersSize;
        if (Header < Base)
          continue;
        Best = I;
        Position = Header;
      }
      if (Best == Count)
        return false;
      Found = take(Best);
    }
    *H = reinterpret_cast<LargeBlock::Header *>(Position);
    (*H)->CommitBase = Found.CommitBase;
    (*H)->CommitSize = Found.CommitSize;
    (*H)->MemMap = Found.MemMap;
    *Zeroed = false;
    return true;
  }

  bool setOption(Option O, sptr Value) {
    if (O == Option::MaxCacheEntriesCount && Value >= 0)
      atomic_store_relaxed(&Limit, Min(static_cast<u32>(Value), MostEntries));
    return true;
  }

  void releaseToOS() { unmapTestOnly(); }

  /* Unmaps all that is kept. */
  void unmapTestOnly() EXCLUDES(Mutex) {
    for (bool More = true; More;) {
      Leaving Old;
      {
        ScopedLock L(Mutex);
        while (Count > 0 && !Old.full())
          Old.add(take(Count - 1));
        More = Count > 0;
      }
      Old.unmap();
    }
  }

  void disableMemoryTagging() {}
  void disable() NO_THREAD_SAFETY_ANALYSIS { Mutex.lock(); }
  void enable() NO_THREAD_SAFETY_ANALYSIS { Mutex.unlock(); }
  void getStats(ScopedString *Str) { Str->append("Stats: LargeCache: %u blocks, %zu KiB\n", Count, Bytes >> 10); }

private:
  static constexpr u32 MostEntries = 64;
  static constexpr uptr MostBytes = 16UL << 20;
  static constexpr uptr LargestEntry = 4UL << 20;

  struct Entry {
    uptr CommitBase = 0;
    uptr CommitSize = 0;
    MemMapT MemMap = {};
  };

  /* Some blocks that are unmapped after the lock is given back: as many as `full` lets in, and one more. */
  struct Leaving {
    static constexpr u32 Most = 8;
    Entry Entries[Most + 1];
    u32 Count = 0;

    bool full() const { return Count == Most; }
    void add(const Entry &E) { Entries[Count++] = E; }
    void unmap() {
      for (u32 I = 0; I < Count; I++)
        Entries[I].MemMap.unmap(Entries[I].MemMap.getBase(), Entries[I].MemMap.getCapacity());
    }
  };

  /* Removes an entry; the others stay in the order in which they were freed. */
  Entry take(u32 Index) REQUIRES(Mutex) {
    const Entry Taken = Entries[Index];
    Count--;
    for (u32 I = Index; I < Count; I++)
      Entries[I] = Entries[I + 1];
    Bytes -= Taken.CommitSize;
    return Taken;
  }

  HybridMutex Mutex;
  u32 Count GUARDED_BY(Mutex) = 0;
  uptr Bytes GUARDED_BY(Mutex) = 0;
  atomic_u32 Limit = {MostEntries};
  Entry Entries[MostEntries] GUARDED_BY(Mutex) = {};
};

} // namespace scudo

#endif
