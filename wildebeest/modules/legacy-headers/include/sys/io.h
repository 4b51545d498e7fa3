/*
 * <sys/io.h> with inb_p, inw_p, inl_p, outb_p, outw_p and outl_p, which musl lacks: on x86 each also writes to
 * port 0x80, so that an old device has the time.
 */
#ifndef LWB_LEGACY_HEADERS_SYS_IO_H
#define LWB_LEGACY_HEADERS_SYS_IO_H
#pragma GCC system_header
#include_next <sys/io.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(__x86_64__) || defined(__i386__)
#ifdef __cplusplus
extern "C" {
#endif

static __inline unsigned char inb_p(unsigned short port)
{
        unsigned char value = inb(port);

        outb(0, 0x80);
        return value;
}

static __inline unsigned short inw_p(unsigned short port)
{
        unsigned short value = inw(port);

        outb(0, 0x80);
        return value;
}

static __inline unsigned int inl_p(unsigned short port)
{
        unsigned int value = inl(port);

        outb(0, 0x80);
        return value;
}

static __inline void outb_p(unsigned char value, unsigned short port)
{
        outb(value, port);
        outb(0, 0x80);
}

static __inline void outw_p(unsigned short value, unsigned short port)
{
        outw(value, port);
        outb(0, 0x80);
}

static __inline void outl_p(unsigned int value, unsigned short port)
{
        outl(value, port);
        outb(0, 0x80);
}

#ifdef __cplusplus
}
#endif
#endif

#endif
