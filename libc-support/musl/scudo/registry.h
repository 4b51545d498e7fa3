/*
 * Finds a thread's cache: a pointer in musl's `struct pthread`, so that malloc reads one word and takes no lock.
 * Scudo's own registries want C++ thread_local or a lock an operation.
 */
#ifndef MALLOC_SCUDO_REGISTRY_H
#define MALLOC_SCUDO_REGISTRY_H

#include "system.h"
#include "tsd.h"

namespace scudo {

template <class Allocator> class MuslRegistry {
public:
  struct Cache : TSD<Allocator> {
    /* Blocks of smaller sizes than this, and of classes up to this, can be taken and put without a look at the
     * options. */
    uptr QuickSizes = 0, QuickClasses = 0;
    /* How often its thread frees before it looks at the clock. */
    u32 FreesToLook = 0;
    /* Of those whose threads have ended. */
    Cache *Next = nullptr;

    ALWAYS_INLINE typename Allocator::CacheT &blocks() {
      this->assertLocked(/*BypassCheck=*/true);
      return this->getCache();
    }
  };

  /* The thread's cache; null where it has none. */
  static ALWAYS_INLINE Cache *own() { return static_cast<Cache *>(state()); }

  class ScopedTSD {
  public:
    ALWAYS_INLINE explicit ScopedTSD(MuslRegistry &Registry) { Current = Registry.take(&Locked); }
    ALWAYS_INLINE ~ScopedTSD() {
      if (UNLIKELY(Locked))
        Current->unlock();
    }
    Cache &operator*() { return *Current; }
    ALWAYS_INLINE Cache *operator->() {
      Current->assertLocked(/*BypassCheck=*/true);
      return Current;
    }

  private:
    Cache *Current;
    bool Locked;
  };

  void initOnceMaybe(Allocator *Instance) {
    ScopedLock L(Mutex);
    if (Initialized)
      return;
    initSumKeys();
    noteOutput();
    Instance->init();
    Fallback.init(Instance);
    const Flags *F = getFlags();
    Quick = F->quarantine_size_kb <= 0 && !F->zero_contents && !F->pattern_fill_contents && !F->dealloc_type_mismatch;
    Initialized = true;
  }

  ALWAYS_INLINE void initThreadMaybe(Allocator *Instance, bool MinimalInit) {
    if (UNLIKELY(state() == nullptr))
      initThread(Instance, MinimalInit);
  }

  /* Whether a thread that frees should look at the clock: each sixteenth time. One without a cache takes a lock anyway.
   */
  ALWAYS_INLINE bool isTimeToLook() {
    Cache *Own = own();
    if (!isOwn(Own))
      return true;
    if (Own->FreesToLook > 0) {
      Own->FreesToLook--;
      return false;
    }
    Own->FreesToLook = 15;
    return true;
  }

  /* Gives a thread's cached blocks back; what it frees from now on goes through the shared cache. */
  void exitThread(Allocator *Instance) {
    Cache *Own = own();
    state() = &Fallback;
    if (!isOwn(Own))
      return;
    Own->commitBack(Instance);
    ScopedLock L(Mutex);
    if (Own == &Main) {
      MainTaken = false;
      return;
    }
    Own->Next = Free;
    Free = Own;
  }

  void drainCaches(Allocator *Instance) {
    Cache *Own = own();
    if (isOwn(Own))
      Instance->drainCache(Own);
    Fallback.lock();
    Instance->drainCache(&Fallback);
    Fallback.unlock();
  }

  /* Around fork. Other threads stay in their own caches, which the child does not look at, up to the next lock of what
   * they take blocks from. */
  void disable() NO_THREAD_SAFETY_ANALYSIS {
    Mutex.lock();
    Fallback.lock();
  }

  void enable() NO_THREAD_SAFETY_ANALYSIS {
    Fallback.unlock();
    Mutex.unlock();
  }

  bool setOption(Option O, UNUSED sptr Value) { return O != Option::MaxTSDsCount && O != Option::ThreadDisableMemInit; }
  bool getDisableMemInit() { return false; }
  void getStats(UNUSED ScopedString *Str) {}
  void unmapTestOnly(UNUSED Allocator *Instance) {}

private:
  using SizeClassMap = typename Allocator::PrimaryT::SizeClassMap;

  /* No cache yet: a null pointer. Given back at the thread's end: &Fallback, from which nothing is taken quickly. */
  static ALWAYS_INLINE void *&state() { return ((struct pthread *)__pthread_self())->malloc_state; }
  ALWAYS_INLINE bool isOwn(const Cache *C) const { return C != nullptr && C != &Fallback; }

  ALWAYS_INLINE Cache *take(bool *Locked) NO_THREAD_SAFETY_ANALYSIS {
    Cache *Own = own();
    *Locked = UNLIKELY(!isOwn(Own));
    if (!*Locked)
      return Own;
    Fallback.lock();
    return &Fallback;
  }

  /* A thread that only frees gets no cache: it may be past the end of its cleanup. */
  NOINLINE void initThread(Allocator *Instance, bool MinimalInit) {
    initOnceMaybe(Instance);
    if (MinimalInit)
      return;
    bool New = true;
    Cache *Own = newCache(&New);
    if (Own == nullptr)
      return;
    if (New) {
      Own->init(Instance);
      if (Quick) {
        Own->QuickSizes = SizeClassMap::MaxSize - Chunk::getHeaderSize() + 1;
        Own->QuickClasses = SizeClassMap::LargestClassId;
      }
    }
    state() = Own;
  }

  Cache *newCache(bool *New) {
    ScopedLock L(Mutex);
    if (!MainTaken) {
      MainTaken = true;
      return &Main;
    }
    /* The loader gives the first thread a second `struct pthread` on its way: before there is another it can only be
     * that. */
    if (!__libc.threaded) {
      *New = false;
      return &Main;
    }
    if (Free != nullptr) {
      Cache *Own = Free;
      Free = Own->Next;
      return Own;
    }
    return static_cast<Cache *>(
        map(nullptr, roundUp(sizeof(Cache), getPageSizeCached()), "scudo:cache", MAP_ALLOWNOMEM));
  }

  HybridMutex Mutex;
  bool Initialized = false;
  bool MainTaken = false;
  /* No option asks for anything of each block. */
  bool Quick = false;
  /* Caches of threads that have ended. */
  Cache *Free = nullptr;
  Cache Main;
  Cache Fallback;
};

} // namespace scudo

#endif
