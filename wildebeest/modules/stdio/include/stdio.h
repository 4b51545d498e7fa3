/*
 * <stdio.h> with fcloseall, of the GNU C Library alone, and with our functions of a stream, which fail
 * with EBADF where the stream is not open for them; libc's leave errno as it was.
 */
#ifndef LWB_STDIO_STDIO_H
#define LWB_STDIO_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* The module printf-m has these two as well. */
#ifndef __LWB_VFPRINTF
#define __LWB_FPRINTF "__lwb_fprintf"
#define __LWB_VFPRINTF "__lwb_vfprintf"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(fputc) fputc __asm__("__lwb_fputc");
__typeof__(putc) putc __asm__("__lwb_fputc");
__typeof__(fputs) fputs __asm__("__lwb_fputs");
__typeof__(fwrite) fwrite __asm__("__lwb_fwrite");
__typeof__(fprintf) fprintf __asm__(__LWB_FPRINTF);
__typeof__(vfprintf) vfprintf __asm__(__LWB_VFPRINTF);
__typeof__(fgetc) fgetc __asm__("__lwb_fgetc");
__typeof__(getc) getc __asm__("__lwb_fgetc");
__typeof__(fgets) fgets __asm__("__lwb_fgets");
__typeof__(fread) fread __asm__("__lwb_fread");
__typeof__(fscanf) fscanf __asm__("__lwb_fscanf");
__typeof__(vfscanf) vfscanf __asm__("__lwb_vfscanf");

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) ||            \
    defined(_BSD_SOURCE)
__typeof__(putc_unlocked) putc_unlocked __asm__("__lwb_fputc_unlocked");
__typeof__(getc_unlocked) getc_unlocked __asm__("__lwb_fgetc_unlocked");
__typeof__(getdelim) getdelim __asm__("__lwb_getdelim");
__typeof__(getline) getline __asm__("__lwb_getline");
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__typeof__(fputc_unlocked) fputc_unlocked __asm__("__lwb_fputc_unlocked");
__typeof__(fgetc_unlocked) fgetc_unlocked __asm__("__lwb_fgetc_unlocked");
__typeof__(fwrite_unlocked) fwrite_unlocked __asm__("__lwb_fwrite_unlocked");
__typeof__(fread_unlocked) fread_unlocked __asm__("__lwb_fread_unlocked");
__typeof__(putw) putw __asm__("__lwb_putw");
__typeof__(getw) getw __asm__("__lwb_getw");
#endif

#ifdef _GNU_SOURCE
__typeof__(fputs_unlocked) fputs_unlocked __asm__("__lwb_fputs");
__typeof__(fgets_unlocked) fgets_unlocked __asm__("__lwb_fgets");
int fcloseall(void);
#endif

#ifdef __cplusplus
}
#endif

#endif
