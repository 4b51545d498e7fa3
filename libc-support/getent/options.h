#ifndef GETENT_OPTIONS_H
#define GETENT_OPTIONS_H

#include "getent.h"

/**
 * Parses the command line: options may follow operands unless POSIXLY_CORRECT is set, and long
 * ones be abbreviated. Moves the operands to the end of `argv`, where `*operands` begins. False
 * when the program is to end with `*code`: after --help and the like, or a mistake that was said.
 */
bool parse_options(int argc, char **argv, struct request *request, int *operands,
                   enum exit_code *code);

/** Says where there is help. */
void put_hint(FILE *stream);

#endif
