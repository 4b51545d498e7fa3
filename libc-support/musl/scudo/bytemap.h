/*
 * Which size class each region of the address space belongs to, in place of Scudo's own map of one byte a region: that
 * would be 256 MiB of address space, which a program under `ulimit -v` does not have. Here it is a table of tables,
 * each of which is mapped when a region of its part is first used.
 */
#ifndef SCUDO_BYTEMAP_H_
#define SCUDO_BYTEMAP_H_

#include "common.h"
#include "mutex.h"

namespace scudo {

template <uptr Size> class FlatByteMap {
public:
  void init() { Only = this; }
  void unmapTestOnly() {}

  void set(uptr Index, u8 Value) EXCLUDES(Mutex) {
    ScopedLock Lock(Mutex);
    Leaf *L = Leaves[Index >> LeafLog];
    if (L == nullptr) {
      L = newLeaf();
      Leaves[Index >> LeafLog] = L;
    }
    L->Map[Index & (LeafSize - 1)] = Value;
  }

  u8 operator[](uptr Index) const {
    const Leaf *L = Leaves[Index >> LeafLog];
    return L == nullptr ? 0 : L->Map[Index & (LeafSize - 1)];
  }

  /* What was set for a region, or 0; for addresses that may be anything. No lock: who has a block got it after its
   * region. */
  static u8 of(uptr Index) { return Index < Size && Only != nullptr ? (*Only)[Index] : 0; }

  /* Sets what `of` gives, for an allocator that has its regions beside Scudo's classes. */
  static void claim(uptr Index, u8 Value) { Only->set(Index, Value); }

  void disable() {}
  void enable() {}

private:
  static constexpr uptr LeafLog = 14;
  static constexpr uptr LeafSize = 1UL << LeafLog;
  struct Leaf {
    u8 Map[LeafSize];
  };

  /*
   * The kernel maps downwards from one place, so that a program of some GiB needs one leaf or two. They are here, as
   * the region whose class is set can't be given back when there is no memory for a leaf; a page of them costs no
   * memory before it is written to.
   */
  static constexpr uptr ReservedLeaves = 4;

  Leaf *newLeaf() {
    if (Used < ReservedLeaves)
      return &Reserved[Used++];
    return reinterpret_cast<Leaf *>(map(nullptr, sizeof(Leaf), "scudo:bytemap"));
  }

  static inline FlatByteMap *Only = nullptr;
  Leaf *Leaves[(Size + LeafSize - 1) >> LeafLog] = {};
  Leaf Reserved[ReservedLeaves] = {};
  uptr Used = 0;
  HybridMutex Mutex;
};

} // namespace scudo

#endif
