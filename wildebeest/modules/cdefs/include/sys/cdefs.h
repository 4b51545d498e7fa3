/*
 * <sys/cdefs.h>, which musl lacks: the macros with which glibc's headers say
 * what a declaration is, and which programs use in their own. An attribute that
 * the compiler does not know is left out. The macros of glibc that only its own
 * headers can use, and all that name glibc, are not here.
 */
#ifndef LWB_CDEFS_SYS_CDEFS_H
#define LWB_CDEFS_SYS_CDEFS_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#define _SYS_CDEFS_H 1

/* What the compiler can do. */

#if defined(__GNUC__) && defined(__GNUC_MINOR__)
#define __GNUC_PREREQ(major, minor) ((__GNUC__ << 16) + __GNUC_MINOR__ >= ((major) << 16) + (minor))
#else
#define __GNUC_PREREQ(major, minor) 0
#endif
#if defined(__clang_major__) && defined(__clang_minor__)
#define __glibc_clang_prereq(major, minor)                                                         \
        ((__clang_major__ << 16) + __clang_minor__ >= ((major) << 16) + (minor))
#else
#define __glibc_clang_prereq(major, minor) 0
#endif
#ifdef __has_attribute
#define __glibc_has_attribute(attribute) __has_attribute(attribute)
#else
#define __glibc_has_attribute(attribute) 0
#endif
#ifdef __has_builtin
#define __glibc_has_builtin(name) __has_builtin(name)
#else
#define __glibc_has_builtin(name) 0
#endif
#ifdef __has_extension
#define __glibc_has_extension(extension) __has_extension(extension)
#else
#define __glibc_has_extension(extension) 0
#endif
#if !defined(__cplusplus) && (__STDC_VERSION__ >= 201112L || __GNUC_PREREQ(4, 9) ||                \
                              __glibc_has_extension(c_generic_selections))
#define __HAVE_GENERIC_SELECTION 1
#else
#define __HAVE_GENERIC_SELECTION 0
#endif

/* C and C++, old and new. */

#ifdef __cplusplus
#define __BEGIN_DECLS extern "C" {
#define __END_DECLS }
#else
#define __BEGIN_DECLS
#define __END_DECLS
#endif
#define __P(args) args
#define __PMT(args) args
#define __CONCAT(x, y) x##y
#define __STRING(x) #x
#define __ptr_t void *
#define __flexarr []
#define __glibc_c99_flexarr_available 1
/* In C++ the qualifier may not stand between an array's brackets. */
#ifdef __cplusplus
#define __restrict_arr
#else
#define __restrict_arr __restrict
#endif

/* clang takes 'leaf' too, but programs that it built against glibc never had it. */
#if defined(__GNUC__) && !defined(__clang__)
#define __LEAF , __leaf__
#define __LEAF_ATTR __attribute__((__leaf__))
#else
#define __LEAF
#define __LEAF_ATTR
#endif
#ifdef __cplusplus
#if __cplusplus >= 201103L
#define __THROW noexcept(true)
#else
#define __THROW throw()
#endif
#define __THROWNL __THROW
#define __NTH(function) __LEAF_ATTR function __THROW
#define __NTHNL(function) function __THROW
#else
#define __THROW __attribute__((__nothrow__ __LEAF))
#define __THROWNL __attribute__((__nothrow__))
#define __NTH(function) __attribute__((__nothrow__ __LEAF)) function
#define __NTHNL(function) __attribute__((__nothrow__)) function
#endif

/* A declaration under another symbol. */

#define __ASMNAME(name) __ASMNAME2(__USER_LABEL_PREFIX__, name)
#define __ASMNAME2(prefix, name) __STRING(prefix) name
#define __REDIRECT(name, proto, alias) name proto __asm__(__ASMNAME(#alias))
#ifdef __cplusplus
#define __REDIRECT_NTH(name, proto, alias) name proto __THROW __asm__(__ASMNAME(#alias))
#define __REDIRECT_NTHNL(name, proto, alias) name proto __THROWNL __asm__(__ASMNAME(#alias))
#else
#define __REDIRECT_NTH(name, proto, alias) name proto __asm__(__ASMNAME(#alias)) __THROW
#define __REDIRECT_NTHNL(name, proto, alias) name proto __asm__(__ASMNAME(#alias)) __THROWNL
#endif
/* musl has one long double: there is no other symbol to name. */
#define __REDIRECT_LDBL(name, proto, alias) __REDIRECT(name, proto, alias)
#define __REDIRECT_NTH_LDBL(name, proto, alias) __REDIRECT_NTH(name, proto, alias)
#define __LDBL_REDIR(name, proto) name proto
#define __LDBL_REDIR1(name, proto, alias) name proto
#define __LDBL_REDIR_NTH(name, proto) name proto __THROW
#define __LDBL_REDIR1_NTH(name, proto, alias) name proto __THROW
#define __LDBL_REDIR_DECL(name)
#define __LDBL_REDIR2_DECL(name)

/* Inline functions. */

/* <linux/stddef.h> may have been first. */
#undef __always_inline
#define __always_inline __inline __attribute__((__always_inline__))
#define __extern_inline extern __inline __attribute__((__gnu_inline__))
#define __extern_always_inline extern __always_inline __attribute__((__gnu_inline__))
#define __fortify_function __extern_always_inline __attribute_artificial__
#if __GNUC_PREREQ(4, 3)
#define __va_arg_pack() __builtin_va_arg_pack()
#define __va_arg_pack_len() __builtin_va_arg_pack_len()
#endif

#define __glibc_likely(condition) __builtin_expect((condition), 1)
#define __glibc_unlikely(condition) __builtin_expect((condition), 0)

/* The size of an object, as far as the compiler sees it. */

#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 1
#define __bos(pointer) __builtin_object_size(pointer, 1)
#else
#define __bos(pointer) __builtin_object_size(pointer, 0)
#endif
#define __bos0(pointer) __builtin_object_size(pointer, 0)
#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 2 &&                                             \
    __glibc_has_builtin(__builtin_dynamic_object_size)
#define __glibc_objsize(pointer) __builtin_dynamic_object_size(pointer, 1)
#define __glibc_objsize0(pointer) __builtin_dynamic_object_size(pointer, 0)
#else
#define __glibc_objsize(pointer) __bos(pointer)
#define __glibc_objsize0(pointer) __bos0(pointer)
#endif

/* Attributes that every compiler has which can build for musl. */

#define __attribute_artificial__ __attribute__((__artificial__))
#undef __attribute_const__
#define __attribute_const__ __attribute__((__const__))
#define __attribute_deprecated__ __attribute__((__deprecated__))
#define __attribute_deprecated_msg__(message) __attribute__((__deprecated__(message)))
#define __attribute_format_arg__(index) __attribute__((__format_arg__(index)))
#define __attribute_format_strfmon__(index, first)                                                 \
        __attribute__((__format__(__strfmon__, index, first)))
#define __attribute_malloc__ __attribute__((__malloc__))
#define __attribute_maybe_unused__ __attribute__((__unused__))
#define __attribute_noinline__ __attribute__((__noinline__))
#define __attribute_nonnull__(params) __attribute__((__nonnull__ params))
#define __nonnull(params) __attribute_nonnull__(params)
#define __attribute_pure__ __attribute__((__pure__))
#define __attribute_returns_twice__ __attribute__((__returns_twice__))
#define __attribute_used__ __attribute__((__used__))
#define __attribute_warn_unused_result__ __attribute__((__warn_unused_result__))
#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 0
#define __wur __attribute_warn_unused_result__
#else
#define __wur
#endif

/* Attributes that some lack. */

#if __glibc_has_attribute(__alloc_size__)
#define __attribute_alloc_size__(params) __attribute__((__alloc_size__ params))
#else
#define __attribute_alloc_size__(params)
#endif
#if __glibc_has_attribute(__alloc_align__)
#define __attribute_alloc_align__(param) __attribute__((__alloc_align__ param))
#else
#define __attribute_alloc_align__(param)
#endif
#if __glibc_has_attribute(__copy__)
#define __attribute_copy__(name) __attribute__((__copy__(name)))
#else
#define __attribute_copy__(name)
#endif
#if __glibc_has_attribute(__nonstring__)
#define __attribute_nonstring__ __attribute__((__nonstring__))
#else
#define __attribute_nonstring__
#endif
#if __glibc_has_attribute(__returns_nonnull__)
#define __returns_nonnull __attribute__((__returns_nonnull__))
#else
#define __returns_nonnull
#endif
#if __glibc_has_attribute(__access__)
#define __attr_access(arguments) __attribute__((__access__ arguments))
#else
#define __attr_access(arguments)
#endif
#define __fortified_attr_access(mode, index, size) __attr_access((mode, index, size))
/* Both have a form here that gcc 11 brought; no test for the attribute tells. */
#if __GNUC_PREREQ(11, 0) && !defined(__clang__)
#define __attr_access_none(index) __attribute__((__access__(__none__, index)))
#define __attr_dealloc(function, index) __attribute__((__malloc__(function, index)))
#else
#define __attr_access_none(index)
#define __attr_dealloc(function, index)
#endif
#define __attr_dealloc_free __attr_dealloc(__builtin_free, 1)

/* Diagnostics of the compiler. */

#if __glibc_has_attribute(__warning__)
#define __warnattr(message) __attribute__((__warning__(message)))
#else
#define __warnattr(message)
#endif
#if __glibc_has_attribute(__error__)
#define __errordecl(name, message) extern void name(void) __attribute__((__error__(message)))
#else
#define __errordecl(name, message) extern void name(void)
#endif
#define __glibc_macro_warning(message) __glibc_macro_warning1(GCC warning message)
#define __glibc_macro_warning1(message) _Pragma(#message)

#endif
