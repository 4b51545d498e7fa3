/* The macros of <sys/cdefs.h>, which come with any header: this includes <errno.h>, no more. */
#include <errno.h>
#ifndef _SYS_CDEFS_H
#error "errno.h does not bring the macros"
#include <sys/cdefs.h>
#endif

__BEGIN_DECLS
extern int declared __P((const char *, int)) __THROW __nonnull((1));
extern char *__REDIRECT(redirected, (const char *, int), strchr) __attribute_pure__;
extern char *__REDIRECT_NTH(redirected_nothrow, (const char *, int), strrchr) __wur;
extern void *allocate(unsigned long, unsigned long) __THROW __attribute_malloc__
    __attribute_alloc_size__((1, 2)) __attr_dealloc_free __wur;
extern void *aligned(unsigned long) __attribute_alloc_align__((1)) __returns_nonnull;
extern int twice(int) __attribute_const__ __attribute_noinline__;
extern int old(void) __attribute_deprecated__;
extern int older(void) __attribute_deprecated_msg__("use new");
extern const char *translate(const char *) __attribute_format_arg__(1);
extern int money(char *, unsigned long, const char *, ...) __attribute_format_strfmon__(3, 4);
extern int fork_like(void) __attribute_returns_twice__;
extern int checked(void) __attribute_warn_unused_result__;
extern int reads(const void *, unsigned long) __attr_access((__read_only__, 1, 2));
extern int reads_too(const void *, unsigned long) __fortified_attr_access(__read_only__, 1, 2);
extern int keeps(const void *) __attr_access_none(1);
extern int __NTH(nothrow(int));
extern int __NTHNL(nothrow_either(int));
extern int nothrow_at_all(int) __THROWNL;
extern __typeof__(twice) copied __attribute_copy__(twice);
__errordecl(never_called, "called after all");
__END_DECLS

/* What a program's own `#ifdef`s expect, and what must not be there. */
#if !__GNUC_PREREQ(4, 0) || __GNUC_PREREQ(1000, 0)
#error "__GNUC_PREREQ does not compare"
#endif
#if defined(__clang__) && (!__glibc_clang_prereq(3, 0) || __glibc_clang_prereq(1000, 0))
#error "__glibc_clang_prereq does not compare"
#endif
#if !__glibc_has_attribute(__unused__) || __glibc_has_attribute(__no_such_attribute__)
#error "__glibc_has_attribute does not ask"
#endif

#include "tap.h"

int twice(int number)
{
        return 2 * number;
}

static __always_inline int inlined(int number)
{
        return number + 1;
}

__extern_always_inline int twice_inline(int number)
{
        return number + 2;
}

__fortify_function int fortified(const char *buffer)
{
        return buffer[0];
}

struct flexible {
        int length;
        char name __flexarr;
};

static int first(const int numbers[__restrict_arr])
{
        return numbers[0];
}

static __attribute_used__ char label[4] __attribute_nonstring__ = {'a', 'b', 'c', 'd'};

int main(void)
{
        __attribute_maybe_unused__ int unused;
        char buffer[24];
        int __CONCAT(num, ber) = 3;
        __ptr_t pointer = &number;

        is_int(twice(number), 6, "__attribute_const__: the function is called");
        is_int(inlined(number), 4, "__always_inline: the function is inlined");
        is_int(twice_inline(number), 5, "__extern_always_inline: needs no definition elsewhere");
        buffer[0] = 'a';
        is_int(fortified(buffer), 'a', "__fortify_function: needs no definition elsewhere");
        is_str(redirected("a/b/c", '/'), "/b/c", "__REDIRECT: names another symbol");
        is_str(redirected_nothrow("a/b/c", '/'), "/c", "__REDIRECT_NTH: names another symbol");
        is_str(__STRING(a b), "a b", "__STRING: makes a string");
        is_int(*(int *)pointer, 3, "__CONCAT: joins words");
        ok(__glibc_likely(number == 3) && !__glibc_unlikely(number != 3),
           "__glibc_likely: is the condition");
        is_int(first(&number), 3, "__restrict_arr: qualifies an array parameter");
        is_int(sizeof(struct flexible), sizeof(int), "__flexarr: takes no room");
        is_int(label[3], 'd', "__attribute_nonstring__: an array without its end");
        /* Below -O1 neither sees anything. */
        ok(__bos(buffer) == sizeof buffer, "__bos: the size of an array");
        ok(__bos0(buffer + 4) == sizeof buffer - 4, "__bos0: what is left of it");
        ok(__glibc_objsize(buffer) == sizeof buffer && __glibc_objsize0(buffer) == sizeof buffer,
           "__glibc_objsize: the size of an array");
        is_int(__HAVE_GENERIC_SELECTION, 1, "__HAVE_GENERIC_SELECTION: in C11");
        if (sizeof buffer != 24)
                never_called();
#if defined(__GNU_LIBRARY__) && !defined(__GLIBC__)
        ok(0, "__GNU_LIBRARY__: is glibc's alone");
#endif
        return done_testing();
}
