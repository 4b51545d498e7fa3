#include "sgrp.h"

int __lwb_parse_sgrp(char *line, void *entry, char *space, size_t size)
{
        struct lwb_gshadow parsed;
        struct sgrp *sg = entry;
        int error = __lwb_parse_gshadow(line, &parsed, space, size);

        if (!error)
                *sg = (struct sgrp){parsed.name, parsed.password, parsed.administrators,
                                    parsed.members};
        return error;
}
