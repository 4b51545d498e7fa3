/*
 * <elf.h> after <linux/elf.h>: what the kernel's header has defined,
 * Elf32_Addr, Elf32_Dyn, Elf32_Ehdr, Elf32_Half, Elf32_Nhdr, Elf32_Off,
 * Elf32_Phdr, Elf32_Rel, Elf32_Rela, Elf32_Shdr, Elf32_Sword, Elf32_Sym,
 * Elf32_Word, Elf64_Addr, Elf64_Dyn, Elf64_Ehdr, Elf64_Half, Elf64_Nhdr,
 * Elf64_Off, Elf64_Phdr, Elf64_Rel, Elf64_Rela, Elf64_Shdr, Elf64_Sword,
 * Elf64_Sxword, Elf64_Sym, Elf64_Word, Elf64_Xword, d_un, stays the kernel's.
 * musl's header defines it without a look at the kernel's.
 */
#ifndef LWB_UAPI_ELF_H
#define LWB_UAPI_ELF_H
#pragma GCC system_header

#if defined(_LINUX_ELF_H) || defined(_UAPI_LINUX_ELF_H)
#define __LWB_ELF_H_LINUX_ELF_H
#pragma push_macro("Elf32_Addr")
#undef Elf32_Addr
#define Elf32_Addr __lwb_musl_Elf32_Addr
#pragma push_macro("Elf32_Dyn")
#undef Elf32_Dyn
#define Elf32_Dyn __lwb_musl_Elf32_Dyn
#pragma push_macro("Elf32_Ehdr")
#undef Elf32_Ehdr
#define Elf32_Ehdr __lwb_musl_Elf32_Ehdr
#pragma push_macro("Elf32_Half")
#undef Elf32_Half
#define Elf32_Half __lwb_musl_Elf32_Half
#pragma push_macro("Elf32_Nhdr")
#undef Elf32_Nhdr
#define Elf32_Nhdr __lwb_musl_Elf32_Nhdr
#pragma push_macro("Elf32_Off")
#undef Elf32_Off
#define Elf32_Off __lwb_musl_Elf32_Off
#pragma push_macro("Elf32_Phdr")
#undef Elf32_Phdr
#define Elf32_Phdr __lwb_musl_Elf32_Phdr
#pragma push_macro("Elf32_Rel")
#undef Elf32_Rel
#define Elf32_Rel __lwb_musl_Elf32_Rel
#pragma push_macro("Elf32_Rela")
#undef Elf32_Rela
#define Elf32_Rela __lwb_musl_Elf32_Rela
#pragma push_macro("Elf32_Shdr")
#undef Elf32_Shdr
#define Elf32_Shdr __lwb_musl_Elf32_Shdr
#pragma push_macro("Elf32_Sword")
#undef Elf32_Sword
#define Elf32_Sword __lwb_musl_Elf32_Sword
#pragma push_macro("Elf32_Sym")
#undef Elf32_Sym
#define Elf32_Sym __lwb_musl_Elf32_Sym
#pragma push_macro("Elf32_Word")
#undef Elf32_Word
#define Elf32_Word __lwb_musl_Elf32_Word
#pragma push_macro("Elf64_Addr")
#undef Elf64_Addr
#define Elf64_Addr __lwb_musl_Elf64_Addr
#pragma push_macro("Elf64_Dyn")
#undef Elf64_Dyn
#define Elf64_Dyn __lwb_musl_Elf64_Dyn
#pragma push_macro("Elf64_Ehdr")
#undef Elf64_Ehdr
#define Elf64_Ehdr __lwb_musl_Elf64_Ehdr
#pragma push_macro("Elf64_Half")
#undef Elf64_Half
#define Elf64_Half __lwb_musl_Elf64_Half
#pragma push_macro("Elf64_Nhdr")
#undef Elf64_Nhdr
#define Elf64_Nhdr __lwb_musl_Elf64_Nhdr
#pragma push_macro("Elf64_Off")
#undef Elf64_Off
#define Elf64_Off __lwb_musl_Elf64_Off
#pragma push_macro("Elf64_Phdr")
#undef Elf64_Phdr
#define Elf64_Phdr __lwb_musl_Elf64_Phdr
#pragma push_macro("Elf64_Rel")
#undef Elf64_Rel
#define Elf64_Rel __lwb_musl_Elf64_Rel
#pragma push_macro("Elf64_Rela")
#undef Elf64_Rela
#define Elf64_Rela __lwb_musl_Elf64_Rela
#pragma push_macro("Elf64_Shdr")
#undef Elf64_Shdr
#define Elf64_Shdr __lwb_musl_Elf64_Shdr
#pragma push_macro("Elf64_Sword")
#undef Elf64_Sword
#define Elf64_Sword __lwb_musl_Elf64_Sword
#pragma push_macro("Elf64_Sxword")
#undef Elf64_Sxword
#define Elf64_Sxword __lwb_musl_Elf64_Sxword
#pragma push_macro("Elf64_Sym")
#undef Elf64_Sym
#define Elf64_Sym __lwb_musl_Elf64_Sym
#pragma push_macro("Elf64_Word")
#undef Elf64_Word
#define Elf64_Word __lwb_musl_Elf64_Word
#pragma push_macro("Elf64_Xword")
#undef Elf64_Xword
#define Elf64_Xword __lwb_musl_Elf64_Xword
#pragma push_macro("d_un")
#undef d_un
#define d_un __lwb_musl_d_un
#endif
#include_next <elf.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_ELF_H_LINUX_ELF_H
#undef __LWB_ELF_H_LINUX_ELF_H
#undef Elf32_Addr
#pragma pop_macro("Elf32_Addr")
#undef Elf32_Dyn
#pragma pop_macro("Elf32_Dyn")
#undef Elf32_Ehdr
#pragma pop_macro("Elf32_Ehdr")
#undef Elf32_Half
#pragma pop_macro("Elf32_Half")
#undef Elf32_Nhdr
#pragma pop_macro("Elf32_Nhdr")
#undef Elf32_Off
#pragma pop_macro("Elf32_Off")
#undef Elf32_Phdr
#pragma pop_macro("Elf32_Phdr")
#undef Elf32_Rel
#pragma pop_macro("Elf32_Rel")
#undef Elf32_Rela
#pragma pop_macro("Elf32_Rela")
#undef Elf32_Shdr
#pragma pop_macro("Elf32_Shdr")
#undef Elf32_Sword
#pragma pop_macro("Elf32_Sword")
#undef Elf32_Sym
#pragma pop_macro("Elf32_Sym")
#undef Elf32_Word
#pragma pop_macro("Elf32_Word")
#undef Elf64_Addr
#pragma pop_macro("Elf64_Addr")
#undef Elf64_Dyn
#pragma pop_macro("Elf64_Dyn")
#undef Elf64_Ehdr
#pragma pop_macro("Elf64_Ehdr")
#undef Elf64_Half
#pragma pop_macro("Elf64_Half")
#undef Elf64_Nhdr
#pragma pop_macro("Elf64_Nhdr")
#undef Elf64_Off
#pragma pop_macro("Elf64_Off")
#undef Elf64_Phdr
#pragma pop_macro("Elf64_Phdr")
#undef Elf64_Rel
#pragma pop_macro("Elf64_Rel")
#undef Elf64_Rela
#pragma pop_macro("Elf64_Rela")
#undef Elf64_Shdr
#pragma pop_macro("Elf64_Shdr")
#undef Elf64_Sword
#pragma pop_macro("Elf64_Sword")
#undef Elf64_Sxword
#pragma pop_macro("Elf64_Sxword")
#undef Elf64_Sym
#pragma pop_macro("Elf64_Sym")
#undef Elf64_Word
#pragma pop_macro("Elf64_Word")
#undef Elf64_Xword
#pragma pop_macro("Elf64_Xword")
#undef d_un
#pragma pop_macro("d_un")
#endif

#endif
