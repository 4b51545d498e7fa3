#include <errno.h>
#include <stddef.h>
#include "error_text.h"

#define ERROR(name, text)                                                                          \
        case name:                                                                                 \
                return #name;

const char *__lwb_error_name(int error)
{
        switch (error) {
        case 0:
                return "0";
#include "errors.h"
        default:
                return NULL;
        }
}
