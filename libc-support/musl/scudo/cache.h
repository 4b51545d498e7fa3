/*
 * A thread's blocks of each size class, in place of Scudo's local_cache.h, which counts the bytes of every malloc and
 * free for statistics that nobody can ask for here. The addresses are kept beside each other and not in the blocks:
 * who writes to a freed one changes none of them.
 */
#ifndef SCUDO_LOCAL_CACHE_H_
#define SCUDO_LOCAL_CACHE_H_

#include "internal_defs.h"
#include "platform.h"
#include "report.h"
#include "stats.h"
#include "string_utils.h"

namespace scudo {

template <class SizeClassAllocator> struct SizeClassAllocatorLocalCache {
  typedef typename SizeClassAllocator::SizeClassMap SizeClassMap;
  typedef typename SizeClassAllocator::CompactPtrT CompactPtrT;

  /* One that another thread had is empty, and as it was made. */
  void init(GlobalStats *S, SizeClassAllocator *A) {
    S->link(&Stats);
    if (Allocator != nullptr)
      return;
    Allocator = A;
    for (uptr I = 0; I < NumClasses; I++)
      Classes[I].Most = static_cast<u16>(2 * getMaxCached(SizeClassAllocator::getSizeByClassId(I)));
  }

  void destroy(GlobalStats *S) {
    drain();
    S->unlink(&Stats);
  }

  ALWAYS_INLINE bool has(uptr ClassId) const { return Classes[ClassId].Count > 0; }

  /* A block of a class that it has. */
  ALWAYS_INLINE void *take(uptr ClassId) {
    Class &C = Classes[ClassId];
    return Allocator->decompactPtr(ClassId, C.Blocks[--C.Count]);
  }

  /* Keeps a block; false where there is no room for it. */
  ALWAYS_INLINE bool put(uptr ClassId, void *Block) {
    Class &C = Classes[ClassId];
    if (UNLIKELY(C.Count >= C.Most))
      return false;
    C.Blocks[C.Count++] = Allocator->compactPtr(ClassId, reinterpret_cast<uptr>(Block));
    return true;
  }

  /* Also of those that no thread has; null where there is no memory. */
  void *allocate(uptr ClassId) {
    Class &C = Classes[ClassId];
    if (C.Count == 0)
      C.Count = Allocator->popBlocks(this, ClassId, C.Blocks, C.Most / 2);
    return C.Count == 0 ? nullptr : take(ClassId);
  }

  /* Says whether blocks went to where all threads find them. */
  bool deallocate(uptr ClassId, void *Block) {
    CHECK_LT(ClassId, NumClasses);
    if (put(ClassId, Block))
      return false;
    drain(ClassId);
    put(ClassId, Block);
    return true;
  }

  /* The class of the lists of blocks is last: the others need it. */
  void drain() {
    for (uptr I = NumClasses; I-- > 0;)
      while (Classes[I].Count > 0)
        drain(I);
  }

  void *getBatchClassBlock() {
    void *Block = allocate(SizeClassMap::BatchClassId);
    if (UNLIKELY(!Block))
      reportOutOfMemory(SizeClassAllocator::getSizeByClassId(SizeClassMap::BatchClassId));
    return Block;
  }

  LocalStats &getStats() { return Stats; }
  void getStats(UNUSED ScopedString *Str) {}

  static u16 getMaxCached(uptr Size) { return SizeClassMap::getMaxCachedHint(Size); }

private:
  static constexpr uptr NumClasses = SizeClassMap::NumClasses;
  static_assert(SizeClassMap::BatchClassId == 0, "");

  struct alignas(SCUDO_CACHE_LINE_SIZE) Class {
    u16 Count = 0;
    u16 Most = 0;
    CompactPtrT Blocks[2 * SizeClassMap::MaxNumCachedHint] = {};
  };

  /* The half of them that is here for longer. */
  NOINLINE void drain(uptr ClassId) {
    Class &C = Classes[ClassId];
    const u16 Leaving = Min(static_cast<u16>(C.Most / 2), C.Count);
    Allocator->pushBlocks(this, ClassId, C.Blocks, Leaving);
    C.Count = static_cast<u16>(C.Count - Leaving);
    for (u16 I = 0; I < C.Count; I++)
      C.Blocks[I] = C.Blocks[I + Leaving];
  }

  SizeClassAllocator *Allocator = nullptr;
  Class Classes[NumClasses];
  LocalStats Stats;
};

} // namespace scudo

#endif
