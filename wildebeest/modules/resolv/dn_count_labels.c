#include <string.h>
#include "state.h"

/** The labels of a name as text; a "*" at its start does not count, nor a final dot. */
int dn_count_labels(const char *name)
{
        size_t length = strlen(name);
        int count = 0;

        for (size_t i = 0; i < length; i++)
                count += name[i] == '.';
        if (*name == '*' && count > 0)
                count--;
        if (length > 0 && name[length - 1] != '.')
                count++;
        return count;
}
