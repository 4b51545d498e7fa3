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
  /* With how often its thread freed. */
  struct Cache : TSD<Allocator> {
    u32 Frees = 0;
  };

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
    Instance->init();
    Fallback.init(Instance);
    Initialized = true;
  }

  ALWAYS_INLINE void initThreadMaybe(Allocator *Instance, bool MinimalInit) {
    if (UNLIKELY(state() == nullptr))
      initThread(Instance, MinimalInit);
  }

  /* Whether a thread that frees should look at the clock: each sixteenth time. One without a cache takes a lock anyway.
   */
  ALWAYS_INLINE bool isTimeToLook() {
    void *State = state();
    return UNLIKELY(!owns(State)) || UNLIKELY((++static_cast<Cache *>(State)->Frees & 15) == 0);
  }

  /* Gives a thread's cached blocks back; what it frees from now on goes through the shared cache. */
  void exitThread(Allocator *Instance) {
    void *&State = state();
    const bool Owned = owns(State);
    Cache *Own = static_cast<Cache *>(State);
    State = &Gone;
    if (!Owned)
      return;
    Own->commitBack(Instance);
    ScopedLock L(Mutex);
    if (Own == &Main) {
      MainTaken = false;
      return;
    }
    *reinterpret_cast<Cache **>(Own) = Free;
    Free = Own;
  }

  void drainCaches(Allocator *Instance) {
    void *State = state();
    if (owns(State))
      Instance->drainCache(static_cast<Cache *>(State));
    Fallback.lock();
    Instance->drainCache(&Fallback);
    Fallback.unlock();
  }

  /* Around fork: a thread that is still in its own cache then waits at the next lock of what it takes blocks from. */
  void disable() NO_THREAD_SAFETY_ANALYSIS {
    Mutex.lock();
    Fallback.lock();
    atomic_store(&Disabled, 1U, memory_order_release);
  }

  void enable() NO_THREAD_SAFETY_ANALYSIS {
    atomic_store(&Disabled, 0U, memory_order_release);
    Fallback.unlock();
    Mutex.unlock();
  }

  bool setOption(Option O, UNUSED sptr Value) { return O != Option::MaxTSDsCount && O != Option::ThreadDisableMemInit; }
  bool getDisableMemInit() { return false; }
  void getStats(UNUSED ScopedString *Str) {}
  void unmapTestOnly(UNUSED Allocator *Instance) {}

private:
  /* No cache yet: a null pointer. Given back at the thread's end: &Gone. */
  static ALWAYS_INLINE void *&state() { return ((struct pthread *)__pthread_self())->malloc_state; }
  ALWAYS_INLINE bool owns(void *State) const { return State != nullptr && State != &Gone; }

  ALWAYS_INLINE Cache *take(bool *Locked) NO_THREAD_SAFETY_ANALYSIS {
    void *State = state();
    if (LIKELY(owns(State) && atomic_load_relaxed(&Disabled) == 0)) {
      *Locked = false;
      return static_cast<Cache *>(State);
    }
    Fallback.lock();
    *Locked = true;
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
    if (New)
      Own->init(Instance);
    state() = Own;
  }

  Cache *newCache(bool *New) {
    ScopedLock L(Mutex);
    if (!MainTaken) {
      MainTaken = true;
      memset(static_cast<void *>(&Main), 0, sizeof(Main));
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
      Free = *reinterpret_cast<Cache **>(Own);
      memset(static_cast<void *>(Own), 0, sizeof(*Own));
      return Own;
    }
    return static_cast<Cache *>(
        map(nullptr, roundUp(sizeof(Cache), getPageSizeCached()), "scudo:cache", MAP_ALLOWNOMEM));
  }

  HybridMutex Mutex;
  bool Initialized = false;
  bool MainTaken = false;
  atomic_u8 Disabled = {};
  char Gone = 0;
  /* Caches of threads that have ended, each with the next one's address in its first word. */
  Cache *Free = nullptr;
  Cache Main;
  Cache Fallback;
};

} // namespace scudo

#endif
