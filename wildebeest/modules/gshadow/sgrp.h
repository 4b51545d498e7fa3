/* What the functions of <gshadow.h> share. */
#ifndef LWB_GSHADOW_SGRP_H
#define LWB_GSHADOW_SGRP_H

#include <gshadow.h>
#include "../colonfiles/colonfiles.h"

/** Parser of a line of gshadow(5); `entry` is a struct sgrp. */
lwb_colon_parser __lwb_parse_sgrp;

#endif
