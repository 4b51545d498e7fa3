#include <wctype.h>

#define SCAN_NAME __lwb_scan_wide_integer
#define SCAN_CHAR wchar_t
#define SCAN_SPACE(c) iswspace((wint_t)(c))
#include "scan_integer_template.h"
