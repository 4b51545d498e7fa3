/*
 * Which size class each region of the address space belongs to, and where the list of its free blocks is, in place of
 * Scudo's own map of one byte a region: that would be 512 MiB of address space, which a program under `ulimit -v` does
 * not have. Here it is a table of tables, each of which is mapped when a region of its part is first used.
 */
#ifndef SCUDO_BYTEMAP_H_
#define SCUDO_BYTEMAP_H_

#include "common.h"
#include "mutex.h"

namespace scudo {

template <uptr Size> class FlatByteMap {
public:
  void init() {}
  void unmapTestOnly() {}

  static void set(uptr Index, u8 Value) EXCLUDES(Mutex) {
    ScopedLock Lock(Mutex);
    Leaf *L = Leaves[Index >> LeafLog];
    if (L == nullptr) {
      L = newLeaf();
      Leaves[Index >> LeafLog] = L;
    }
    L->Map[Index & (LeafSize - 1)] = Value;
  }

  u8 operator[](uptr Index) const { return of(Index); }

  /* What was set for a region, or 0; for addresses that may be anything. No lock: who has a block got it after its
   * region. */
  static ALWAYS_INLINE u8 of(uptr Index) {
    if (UNLIKELY(Index >= Size))
      return 0;
    const Leaf *L = Leaves[Index >> LeafLog];
    return UNLIKELY(L == nullptr) ? 0 : L->Map[Index & (LeafSize - 1)];
  }

  /* For patch 0004: the list of free blocks of a region that was set, under the lock of its class. */
  static void *&group(uptr Index) { return Leaves[Index >> LeafLog]->Groups[Index & (LeafSize - 1)]; }

  void disable() {}
  void enable() {}

private:
  static constexpr uptr LeafLog = 14;
  static constexpr uptr LeafSize = 1UL << LeafLog;
  struct Leaf {
    u8 Map[LeafSize];
    void *Groups[LeafSize];
  };

  /*
   * The kernel maps downwards from one place, so that a program of some GiB needs one leaf or two. They are here, as
   * the region whose class is set can't be given back when there is no memory for a leaf; a page of them costs no
   * memory before it is written to.
   */
  static constexpr uptr ReservedLeaves = 2;

  static Leaf *newLeaf() {
    if (Used < ReservedLeaves)
      return &Reserved[Used++];
    return reinterpret_cast<Leaf *>(map(nullptr, sizeof(Leaf), "scudo:bytemap"));
  }

  /* Of the process, as the address space is. */
  static inline Leaf *Leaves[(Size + LeafSize - 1) >> LeafLog] = {};
  static inline Leaf Reserved[ReservedLeaves] = {};
  static inline uptr Used = 0;
  static inline HybridMutex Mutex;
};

} // namespace scudo

#endif
