/* fcloseall: what all streams hold is written. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tap.h"

int main(void)
{
        char file[] = "fcloseall_test.XXXXXX", got[16] = "";
        int descriptor = mkstemp(file);
        FILE *stream = fopen(file, "w");

        require(descriptor >= 0 && stream);
        require(fputs("pending", stream) >= 0);
        is_int(fcloseall(), 0, "fcloseall: returns 0");
        is_int(read(descriptor, got, sizeof got), 7, "fcloseall: writes what streams hold");
        require(fclose(stream) == 0);
        close(descriptor);
        unlink(file);
        stream = fopen("/dev/full", "w");
        if (stream) {
                fputs("x", stream);
                is_int(fcloseall(), EOF, "fcloseall: EOF where it can't be written");
                fclose(stream);
        }
        return done_testing();
}
