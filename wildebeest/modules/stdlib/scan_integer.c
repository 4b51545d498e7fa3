#include <ctype.h>

#define SCAN_NAME __lwb_scan_integer
#define SCAN_CHAR char
#define SCAN_SPACE(c) isspace((unsigned char)(c))
#include "scan_integer_template.h"
