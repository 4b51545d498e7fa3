/* What the formats whose entries go over lines share. */
#ifndef LWB_NETFILES_TEXT_H
#define LWB_NETFILES_TEXT_H

#include "netfiles.h"

/* Adds a byte to text that grows: 0 or ENOMEM. */
int __lwb_text_append(struct netfile_text *text, char c);

/* The next byte of the file, -1 at its end. 0 or the errno of read(2). */
int __lwb_netfile_byte(struct netfile *file, int *c);

#endif
