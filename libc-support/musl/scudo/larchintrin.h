/*
 * In place of clang's header of this name, which a libc's build does not see (-nostdinc). Scudo's checksum.h includes
 * it on LoongArch for an intrinsic that is used where all is compiled with CRC32, as nothing is here.
 */
