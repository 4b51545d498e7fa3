#include <errno.h>
#include "error_text.h"

#define ERROR(name, text)                                                                          \
        case name:                                                                                 \
                return text;

const char *__lwb_error_text(int error)
{
        switch (error) {
        case 0:
                return "Success";
#include "errors.h"
        default:
                return NULL;
        }
}
