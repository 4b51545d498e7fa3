/*
 * The size classes: every sixteen bytes to begin with, then some between a power of two and the next. A size finds its
 * class in a table: Scudo's FixedSizeClassMap computes it, with a branch that mixed sizes mispredict.
 */
#ifndef MALLOC_SCUDO_SIZES_H
#define MALLOC_SCUDO_SIZES_H

#include "common.h"

namespace scudo {

/* `Config` says how fine they are, and what a thread keeps of each. */
template <class Config> class SizeClasses {
  static constexpr uptr StepLog = SCUDO_MIN_ALIGNMENT_LOG;
  static constexpr uptr Step = 1UL << StepLog;

public:
  static constexpr uptr MaxSize = 1UL << Config::LargestLog;
  /* The class of the lists of free blocks. */
  static constexpr uptr BatchClassId = 0;
  static constexpr uptr NumClasses =
      1 + (1UL << (Config::FineLog - StepLog)) + ((Config::LargestLog - Config::FineLog) << Config::Bits);
  static constexpr uptr LargestClassId = NumClasses - 1;
  static constexpr u16 MaxNumCachedHint = Config::MostCached;

  static constexpr uptr getSizeByClassId(uptr ClassId) {
    constexpr uptr Fine = 1UL << (Config::FineLog - StepLog);
    if (ClassId <= Fine)
      return ClassId << StepLog;
    const uptr Above = ClassId - Fine;
    const uptr Power = 1UL << (Config::FineLog + (Above >> Config::Bits));
    return Power + (Power >> Config::Bits) * (Above & ((1UL << Config::Bits) - 1));
  }

  static ALWAYS_INLINE uptr getClassIdBySize(uptr Size) { return Ids.Of[(Size + Step - 1) >> StepLog]; }

  /* How many blocks go to or from a thread at once: of which it keeps up to twice that. */
  static u16 getMaxCachedHint(uptr Size) {
    return static_cast<u16>(Max<uptr>(1, Min<uptr>(Config::MostCached, Config::CachedBytes / Size)));
  }

  /* For memory tagging alone. */
  static u8 getSizeLSBByClassId(uptr ClassId) {
    return static_cast<u8>(getLeastSignificantSetBitIndex(getSizeByClassId(ClassId)));
  }

private:
  struct Table {
    u8 Of[(MaxSize >> StepLog) + 1] = {};
    constexpr Table() {
      u8 ClassId = 1;
      for (uptr I = 0; I <= MaxSize >> StepLog; I++) {
        if (I << StepLog > getSizeByClassId(ClassId))
          ClassId++;
        Of[I] = ClassId;
      }
    }
  };
  static constexpr Table Ids = {};
};

} // namespace scudo

#endif
