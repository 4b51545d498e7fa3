/* empty, 1 */
"Usage: program\n",
    /* empty, 2 */
    "Usage: program\n",
    /* empty, 3 */
    "Usage: program\n",
    /* doc only, 1 */
    "Usage: program\n"
    "A program that does nothing.\n",
    /* doc only, 2 */
    "Usage: program\n",
    /* doc only, 3 */
    "Usage: program\n",
    /* post doc, 1 */
    "Usage: program [OPTION...] [FILE...]\n"
    "Before.\n"
    "\n"
    "  -a, --all                  All of it\n"
    "\n"
    "Behind.\n",
    /* post doc, 2 */
    "Usage: program [-a] [--all] [FILE...]\n",
    /* post doc, 3 */
    "Usage: program [OPTION...] [FILE...]\n"
    "Try `program --help' or `program --usage' for more\n"
    "information.\n",
    /* cat, 1 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Concatenate FILE(s) to standard output.\n"
    "\n"
    "  -A, --show-all             equivalent to -vET\n"
    "  -b, --number-nonblank      number nonempty output lines, overrides -n\n"
    "  -e                         equivalent to -vE\n"
    "  -E, --show-ends            display $ at end of each line\n"
    "  -n, --number               number all output lines\n"
    "  -s, --squeeze-blank        suppress repeated empty output lines\n"
    "  -u                         (ignored)\n"
    "\n"
    "With no FILE, or when FILE is -, read standard input.\n",
    /* cat, 2 */
    "Usage: program [-AbeEnsu] [--show-all] [--number-nonblank] [--show-ends]\n"
    "            [--number] [--squeeze-blank] [FILE]...\n",
    /* cat, 3 */
    "    -A,  --show-all                equivalent to -vET\n"
    "    -b,  --number-nonblank         number nonempty output lines, overrides -n\n"
    "    -e                             equivalent to -vE\n"
    "    -E,  --show-ends               display $ at end of each line\n"
    "    -n,  --number                  number all output lines\n"
    "    -s,  --squeeze-blank           suppress repeated empty output lines\n"
    "    -u                             (ignored)\n",
    /* archiver, 1 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Save many files together into a single tape or disk archive, and restore\n"
    "individual files from the archive.\n"
    "\n"
    " Main operation mode:\n"
    "  -c, --create               create a new archive\n"
    "      --delete               delete from the archive (not on mag tapes!)\n"
    "  -t, --list                 list the contents of an archive\n"
    "  -x, --extract, --get       extract files from an archive\n"
    "\n"
    " Overwrite control:\n"
    "      --remove-files         remove files after adding them to the archive\n"
    "  -W, --verify               attempt to verify the archive after writing it\n"
    "\n"
    " Device selection and switching:\n"
    "  -f, --file=ARCHIVE         use archive file or device ARCHIVE\n"
    "      --level=NUMBER         dump level for created listed-incremental archive\n"
    "  -L, --tape-length=NUMBER   change tape after writing NUMBER x 1024 bytes\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* archiver, 2 */
    "Usage: program [-ctxW] [-f ARCHIVE] [-L NUMBER] [--create] [--delete] [--list]\n"
    "            [--extract] [--get] [--remove-files] [--verify] [--file=ARCHIVE]\n"
    "            [--level=NUMBER] [--tape-length=NUMBER] [FILE]...\n",
    /* archiver, 3 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Save many files together into a single tape or disk archive, and restore\n"
    "individual files from the archive.\n",
    /* optional arguments, 1 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "  -b, --backup[=CONTROL]     make a backup of each file\n"
    "  -c, --color[=WHEN], --colour[=WHEN]\n"
    "                             colorize the output\n"
    "      --width[=COLS]         long alone\n"
    "  -z[N]                      short alone\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* optional arguments, 2 */
    "Usage: program [-b[CONTROL]] [-c[WHEN]] [-z[N]] [--backup[=CONTROL]]\n"
    "            [--color[=WHEN]] [--colour[=WHEN]] [--width[=COLS]] FILE\n",
    /* optional arguments, 3 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "  -b[CONTROL], --backup[=CONTROL]\n"
    "                    make a backup of each file\n"
    "  -c[WHEN], --color[=WHEN], --colour[=WHEN]\n"
    "                    colorize the output\n"
    "      --width[=COLS]   long alone\n"
    "  -z[N]             short alone\n",
    /* required arguments, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -D NAME=VALUE              define\n"
    "  -I, --include=DIR          look in DIR\n"
    "  -o, --output=FILE          write to FILE\n"
    "      --std=LEVEL            language\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* required arguments, 2 */
    "Usage: program [-D NAME=VALUE] [-I DIR] [-o FILE] [--include=DIR]\n"
    "            [--output=FILE] [--std=LEVEL]\n",
    /* required arguments, 3 */
    "Usage: program [-D NAME=VALUE] [-I DIR] [-o FILE] [--include=DIR]\n"
    "            [--output=FILE] [--std=LEVEL]\n",
    /* aliases, 1 */
    "Usage: program [OPTION...]\n"
    "Names of one option.\n"
    "\n"
    "  -q, -s, -Q, --quiet, --silent, --hush\n"
    "                             say nothing\n"
    "  -v, --verbose[=LEVEL], --loud[=LEVEL]\n"
    "                             say more\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* aliases, 2 */
    "Usage: program [-qsQ] [-v[LEVEL]] [--quiet] [--silent] [--hush]\n"
    "            [--verbose[=LEVEL]] [--loud[=LEVEL]]\n",
    /* aliases, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* hidden, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "      --half-seen            an alias shows\n"
    "  -s, --seen                 shown\n",
    /* hidden, 2 */
    "Usage: program [-s] [--half-seen] [--seen]\n",
    /* hidden, 3 */
    "      --half-seen            an alias shows\n"
    "  -s, --seen                 shown\n",
    /* no usage, 1 */
    "Usage: program [OPTION...] A\n"
    "\n"
    "  -a, --arg=ARG              nor this\n"
    "  -n, --not-there            not in usage\n"
    "  -o, --opt[=X]              nor that\n"
    "  -t, --there                in usage\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* no usage, 2 */
    "Usage: program [-t] [--there] A\n",
    /* no usage, 3 */
    "Usage: program [OPTION...] A\n",
    /* documentation options, 1 */
    "Usage: program [OPTION...]\n"
    "Words with a meaning.\n"
    "\n"
    "  --                         ends the options\n"
    "  -a, --all                  everything\n"
    "  -NUM                       same as --lines=NUM\n"
    "  FILE                       a name of a file\n"
    "  KEYDEF                     is F[.C][OPTS][,F[.C][OPTS]] for start and stop\n"
    "                             position\n"
    "  SIZE                       a number and a unit\n",
    /* documentation options, 2 */
    "Usage: program [-a] [----] [--all] [---NUM] [--FILE] [--KEYDEF]\n",
    /* documentation options, 3 */
    "Usage: program [OPTION...]\n"
    "Words with a meaning.\n"
    "\n"
    "     --                      ends the options\n"
    "  -a, --all                  everything\n"
    "     -NUM                    same as --lines=NUM\n"
    "     FILE                    a name of a file\n"
    "     KEYDEF                  is F[.C][OPTS][,F[.C][OPTS]] for start and stop\n"
    "                             position\n"
    "     SIZE                    a number and a unit\n",
    /* groups, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -o, --one                  in group 1\n"
    "  -m, --more                 inherits\n"
    "  -t, --two                  in group 2\n"
    "  -L, --later                in group -2 \n"
    "  -z, --zero                 in group 0\n"
    "  -l, --late                 in group -1\n",
    /* groups, 2 */
    "Usage: program [-omtLzl] [--one] [--more] [--two] [--later] [--zero] [--late]\n",
    /* groups, 3 */
    "Usage: program [-omtLzl] [--one] [--more] [--two] [--later] [--zero]\n"
    "            [--late]\n",
    /* headers, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    " First:\n"
    "  -a, --alpha                a\n"
    "  -b, --beta                 b\n"
    "\n"
    " Second, which is a header that is long enough to be wrapped when it is shown:\n"
    "  -d, --delta                d\n"
    "  -g, --gamma                g\n"
    "\n"
    " Last:\n"
    "  -o, --omega                o\n",
    /* headers, 2 */
    "Usage: program [-abdgo] [--alpha] [--beta] [--delta] [--gamma] [--omega]\n",
    /* headers, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* order of letters, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -1                         8\n"
    "      --_under               9\n"
    "      --alpha                3\n"
    "  -a                         7\n"
    "      --Alpha                4\n"
    "  -A, --x-ray                6\n"
    "      --beta2                5\n"
    "  -b, --beta                 2\n"
    "  -B, --Beta                 1\n",
    /* order of letters, 2 */
    "Usage: program [-1aAbB] [--_under] [--alpha] [--Alpha] [--x-ray] [--beta2]\n"
    "            [--beta] [--Beta]\n",
    /* order of letters, 3 */
    "  -1                         8\n"
    "      --_under               9\n"
    "      --alpha                3\n"
    "  -a                         7\n"
    "      --Alpha                4\n"
    "  -A, --x-ray                6\n"
    "      --beta2                5\n"
    "  -b, --beta                 2\n"
    "  -B, --Beta                 1\n",
    /* long names, 1 */
    "Usage: program [OPTION...] ARGUMENT\n"
    "\n"
    "  -a, --a-name-that-reaches-beyond-the-column\n"
    "                             and its text\n"
    "      --exactly-to-the-column   text\n"
    "  -f, --four-beyond-the-columnss=ARGUMENT\n"
    "                             text\n"
    "      --one-beyond-the-column   text\n"
    "      --three-beyond-the-column   text\n"
    "      --two-beyond-the-columns   text\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* long names, 2 */
    "Usage: program [-a] [-f ARGUMENT] [--a-name-that-reaches-beyond-the-column]\n"
    "            [--exactly-to-the-column] [--four-beyond-the-columnss=ARGUMENT]\n"
    "            [--one-beyond-the-column] [--three-beyond-the-column]\n"
    "            [--two-beyond-the-columns] ARGUMENT\n",
    /* long names, 3 */
    "Usage: program [OPTION...] ARGUMENT\n",
    /* long texts, 1 */
    "Usage: program [OPTION...]\n"
    "This is a text that is so long that it has to be broken into several lines, as\n"
    "no terminal is wide enough for all of it, and it goes on.\n"
    "\n"
    "  -n, --newline              first line\n"
    "                             second line\n"
    "                               third line\n"
    "      --word\n"
    "                             "
    "averyveryverylongwordthathasnoblankinitandisthereforenotbrokenanywhereatall\n"
    "                             and more\n"
    "  -w, --wrap                 A text of an option that is so long that it has to\n"
    "                             be broken into several lines, each of which begins\n"
    "                             in the same column\n"
    "\n"
    "And this one stands behind the options and is as long as the first, so that it\n"
    "has to be broken too.\n",
    /* long texts, 2 */
    "Usage: program [-nw] [--newline] [--word] [--wrap]\n",
    /* long texts, 3 */
    "Usage: program [OPTION...]\n"
    "This is a text that is so long that it has to be broken into several lines, as\n"
    "no terminal is wide enough for all of it, and it goes on.\n"
    "\n"
    "    -n,  --newline                 first line\n"
    "                                   second line\n"
    "                                     third line\n"
    "         --word\n"
    "                                   "
    "averyveryverylongwordthathasnoblankinitandisthereforenotbrokenanywhereatall\n"
    "                                   and more\n"
    "    -w,  --wrap                    A text of an option that is so long that it\n"
    "                                   has to be broken into several lines, each of\n"
    "                                   which begins in the same column\n"
    "\n"
    "And this one stands behind the options and is as long as the first, so that it\n"
    "has to be broken too.\n",
    /* two usages, 1 */
    "Usage: program [OPTION...] SOURCE DEST\n"
    "  or:  program [OPTION...] SOURCE... DIRECTORY\n"
    "  or:  program [OPTION...] -t DIRECTORY SOURCE...\n"
    "\n"
    "  -f, --force\n"
    "  -t, --target=DIRECTORY     copy all to it\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* two usages, 2 */
    "Usage: program [-f] [-t DIRECTORY] [--force] [--target=DIRECTORY] SOURCE DEST\n"
    "  or:  program [OPTION...] SOURCE... DIRECTORY\n"
    "  or:  program [OPTION...] -t DIRECTORY SOURCE...\n",
    /* two usages, 3 */
    "Usage: program [-f] [-t DIRECTORY] [--force] [--target=DIRECTORY] SOURCE DEST\n"
    "  or:  program [OPTION...] SOURCE... DIRECTORY\n"
    "  or:  program [OPTION...] -t DIRECTORY SOURCE...\n",
    /* without texts, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -1, --one\n"
    "  -2, --two=N\n"
    "  -3\n"
    "      --four\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* without texts, 2 */
    "Usage: program [-13] [-2 N] [--one] [--two=N] [--four]\n",
    /* without texts, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* only short, 1 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "  -e                         letter e\n"
    "  -i                         letter i\n"
    "  -o                         letter o\n"
    "  -p                         letter p\n"
    "  -q                         letter q\n"
    "  -r                         letter r\n"
    "  -t                         letter t\n"
    "  -u                         letter u\n"
    "  -w                         letter w\n"
    "  -y                         letter y\n",
    /* only short, 2 */
    "Usage: program [-eiopqrtuwy] FILE\n",
    /* only short, 3 */
    "  -e                         letter e\n"
    "  -i                         letter i\n"
    "  -o                         letter o\n"
    "  -p                         letter p\n"
    "  -q                         letter q\n"
    "  -r                         letter r\n"
    "  -t                         letter t\n"
    "  -u                         letter u\n"
    "  -w                         letter w\n"
    "  -y                         letter y\n",
    /* only long, 1 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "      --blue                 the blue\n"
    "      --green                the green\n"
    "      --indigo               the indigo\n"
    "      --orange               the orange\n"
    "      --red                  the red\n"
    "      --violet               the violet\n"
    "      --yellow               the yellow\n",
    /* only long, 2 */
    "Usage: program [--blue] [--green] [--indigo] [--orange] [--red] [--violet]\n"
    "            [--yellow] FILE\n",
    /* only long, 3 */
    "Usage: program [OPTION...] FILE\n",
    /* many with arguments, 1 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "  -a ARG-a\n"
    "  -b ARG-b\n"
    "  -c ARG-c\n"
    "  -d ARG-d\n"
    "  -e ARG-e\n"
    "  -f ARG-f\n"
    "  -g ARG-g\n"
    "  -h ARG-h\n"
    "  -i ARG-i\n"
    "  -j ARG-j\n"
    "  -k ARG-k\n"
    "  -l ARG-l\n"
    "  -m ARG-m\n",
    /* many with arguments, 2 */
    "Usage: program [-a ARG-a] [-b ARG-b] [-c ARG-c] [-d ARG-d] [-e ARG-e]\n"
    "            [-f ARG-f] [-g ARG-g] [-h ARG-h] [-i ARG-i] [-j ARG-j] [-k ARG-k]\n"
    "            [-l ARG-l] [-m ARG-m] FILE\n",
    /* many with arguments, 3 */
    "Usage: program [OPTION...] FILE\n"
    "\n"
    "  -a ARG-a\n"
    "  -b ARG-b\n"
    "  -c ARG-c\n"
    "  -d ARG-d\n"
    "  -e ARG-e\n"
    "  -f ARG-f\n"
    "  -g ARG-g\n"
    "  -h ARG-h\n"
    "  -i ARG-i\n"
    "  -j ARG-j\n"
    "  -k ARG-k\n"
    "  -l ARG-l\n"
    "  -m ARG-m\n",
    /* server, 1 */
    "Usage: program [OPTION...] [ADDRESS]\n"
    "A server.\n"
    "\n"
    " Network:\n"
    "  -4, --ipv4                 IPv4 only\n"
    "  -6, --ipv6                 IPv6 only\n"
    "  -b, --bind=ADDRESS         listen on ADDRESS\n"
    "  -p, --port=PORT            listen on PORT (default: 8080)\n"
    "\n"
    " Logging:\n"
    "  -l, --log-file=FILE        write messages to FILE\n"
    "      --syslog[=FACILITY]    write messages to the system log\n"
    "  -v, --verbose              say more; may be repeated\n"
    "\n"
    " Process:\n"
    "  -d, --daemon               run in the background\n"
    "      --pid-file=FILE        write the number of the process to FILE\n"
    "  -u, --user=USER            change to USER\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* server, 2 */
    "Usage: program [-46vd] [-b ADDRESS] [-p PORT] [-l FILE] [-u USER] [--ipv4]\n"
    "            [--ipv6] [--bind=ADDRESS] [--port=PORT] [--log-file=FILE]\n"
    "            [--syslog[=FACILITY]] [--verbose] [--daemon] [--pid-file=FILE]\n"
    "            [--user=USER] [ADDRESS]\n",
    /* server, 3 */
    "Usage: program [-46vd] [-b ADDRESS] [-p PORT] [-l FILE] [-u USER] [--ipv4]\n"
    "            [--ipv6] [--bind=ADDRESS] [--port=PORT] [--log-file=FILE]\n"
    "            [--syslog[=FACILITY]] [--verbose] [--daemon] [--pid-file=FILE]\n"
    "            [--user=USER] [ADDRESS]\n",
    /* duplicates, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "      --file=B               second\n"
    "      --force                third\n"
    "  -f, --file=A               first\n"
    "  -o, --other                fourth\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* duplicates, 2 */
    "Usage: program [-o] [-f A] [--file=B] [--force] [--file=A] [--other]\n",
    /* duplicates, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* blanks in arguments, 1 */
    "Usage: program [OPTION...] THE ARGUMENTS\n"
    "\n"
    "  -m, --map[=KEY VALUE]      a pair\n"
    "  -r, --range=FROM TO        a range\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* blanks in arguments, 2 */
    "Usage: program [-m[KEY VALUE]] [-r FROM TO] [--map[=KEY VALUE]] [--range=FROM\n"
    "            TO] THE ARGUMENTS\n",
    /* blanks in arguments, 3 */
    "  -m[KEY VALUE], --map[=KEY VALUE]\n"
    "                    a pair\n"
    "  -r FROM TO, --range=FROM TO\n"
    "                    a range\n",
    /* child of it, 1 */
    "Usage: program [OPTION...] CHILD-ARGS\n"
    "Text of the child.\n"
    "\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* child of it, 2 */
    "Usage: program [-i] [-c X] [--child-option=X] [--inner] CHILD-ARGS\n",
    /* child of it, 3 */
    "Usage: program [OPTION...] CHILD-ARGS\n"
    "Text of the child.\n",
    /* sibling, 1 */
    "Usage: program [OPTION...] SIBLING\n"
    "  or:  program [OPTION...] OTHER\n"
    "\n"
    " In the sibling:\n"
    "  -a, --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n",
    /* sibling, 2 */
    "Usage: program [-as] [--all] [--sibling-option] SIBLING\n"
    "  or:  program [OPTION...] OTHER\n",
    /* sibling, 3 */
    "Usage: program [OPTION...] SIBLING\n"
    "  or:  program [OPTION...] OTHER\n"
    "\n"
    " In the sibling:\n"
    "  -a, --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n",
    /* with a child, 1 */
    "Usage: program [OPTION...] PARENT-ARGS CHILD-ARGS\n"
    "Text of the parent.\n"
    "\n"
    "  -a, --all                  of the parent\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "  -z, --zed                  of the parent\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n"
    "\n"
    "Text behind.\n",
    /* with a child, 2 */
    "Usage: program [-aiz] [-c X] [--all] [--child-option=X] [--inner] [--zed]\n"
    "            PARENT-ARGS CHILD-ARGS\n",
    /* with a child, 3 */
    "Usage: program [-aiz] [-c X] [--all] [--child-option=X]\n"
    "            [--inner] [--zed] PARENT-ARGS CHILD-ARGS\n",
    /* with headed children, 1 */
    "Usage: program [OPTION...] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n"
    "Parent.\n"
    "\n"
    "  -a, --all                  all\n"
    "\n"
    " In the sibling:\n"
    "      --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n"
    "\n"
    "\n"
    " Options of the child:\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    "  -n, --neg                  negative\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* with headed children, 2 */
    "Usage: program [-asin] [-c X] [--all] [--all] [--sibling-option]\n"
    "            [--child-option=X] [--inner] [--neg] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n",
    /* with headed children, 3 */
    "Usage: program [OPTION...] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* with grouped children, 1 */
    "Usage: program [OPTION...] X CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] X CHILD-ARGS OTHER\n"
    "Text of the child.\n"
    "\n"
    "  -a, --all                  all\n"
    "  -2, --two                  two\n"
    "\n"
    " Child in group 3:\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    " In the sibling:\n"
    "      --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* with grouped children, 2 */
    "Usage: program [-a2is] [-c X] [--all] [--two] [--child-option=X] [--inner]\n"
    "            [--all] [--sibling-option] X CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] X CHILD-ARGS OTHER\n",
    /* with grouped children, 3 */
    "  -a, --all                  all\n"
    "  -2, --two                  two\n"
    "\n"
    "   Child in group 3:\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    "   In the sibling:\n"
    "      --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* grand parent, 1 */
    "Usage: program [OPTION...] OLD CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] OLD CHILD-ARGS OTHER\n"
    "Oldest.\n"
    "\n"
    "  -o, --old                  old\n"
    "\n"
    " The middle:\n"
    "  -a, --all                  all\n"
    "\n"
    "  -n, --neg                  negative\n"
    "\n"
    " In the sibling:\n"
    "      --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n"
    "\n"
    "\n"
    " Options of the child:\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n"
    "\n"
    "Oldest behind.\n",
    /* grand parent, 2 */
    "Usage: program [-oansi] [-c X] [--old] [--all] [--neg] [--all]\n"
    "            [--sibling-option] [--child-option=X] [--inner] OLD CHILD-ARGS\n"
    "            SIBLING\n"
    "  or:  program [OPTION...] OLD CHILD-ARGS OTHER\n",
    /* grand parent, 3 */
    "Usage: program [OPTION...] OLD CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] OLD CHILD-ARGS OTHER\n"
    "Oldest.\n"
    "\n"
    "Oldest behind.\n",
    /* no options, children, 1 */
    "Usage: program [OPTION...] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n"
    "Text of the child.\n"
    "\n"
    "  -c, --child-option=X       of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    " In the sibling:\n"
    "  -a, --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* no options, children, 2 */
    "Usage: program [-ias] [-c X] [--child-option=X] [--inner] [--all]\n"
    "            [--sibling-option] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n",
    /* no options, children, 3 */
    "Usage: program [OPTION...] CHILD-ARGS SIBLING\n"
    "  or:  program [OPTION...] CHILD-ARGS OTHER\n"
    "Text of the child.\n"
    "\n"
    "  -c X, --child-option=X     of the child\n"
    "  -i, --inner                inner\n"
    "\n"
    " In the sibling:\n"
    "  -a, --all                  hidden behind the parent\n"
    "  -s, --sibling-option       of the sibling\n",
    /* copy, 1 */
    "Usage: program [OPTION...] SOURCE... DEST\n"
    "Copy SOURCE to DEST.\n"
    "\n"
    "  -a, --archive              keep everything\n"
    "  -b, --backup[=CONTROL]     save what would be lost\n"
    "  -p, --preserve[=LIST]      keep what LIST says\n"
    "  -R, -r, --recursive        copy directories too\n"
    "  -S, --suffix=SUFFIX        of the saved files\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* copy, 2 */
    "Usage: program [-aRr] [-b[CONTROL]] [-p[LIST]] [-S SUFFIX] [--archive]\n"
    "            [--backup[=CONTROL]] [--preserve[=LIST]] [--recursive]\n"
    "            [--suffix=SUFFIX] SOURCE... DEST\n",
    /* copy, 3 */
    "Usage: program [-aRr] [-b[CONTROL]] [-p[LIST]] [-S SUFFIX] [--archive]\n"
    "            [--backup[=CONTROL]] [--preserve[=LIST]] [--recursive]\n"
    "            [--suffix=SUFFIX] SOURCE... DEST\n",
    /* search, 1 */
    "Usage: program [OPTION...] PATTERN [FILE...]\n"
    "Print lines that match.\n"
    "\n"
    " Pattern:\n"
    "  -E, --extended             is an extended one\n"
    "  -f, --file=FILE            is in FILE\n"
    "  -F, --fixed                is plain text\n"
    "\n"
    " Output:\n"
    "      --colour[=WHEN], --color[=WHEN]\n"
    "                             mark what matches\n"
    "  -c, --count                only count\n"
    "  -m, --max-count=NUM        stop behind NUM lines\n"
    "\n"
    " Context:\n"
    "  -A, --after=NUM            print NUM lines behind\n"
    "  -NUM                       same as --context=NUM\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* search, 2 */
    "Usage: program [-EFc] [-f FILE] [-m NUM] [-A NUM] [--extended] [--file=FILE]\n"
    "            [--fixed] [--colour[=WHEN]] [--color[=WHEN]] [--count]\n"
    "            [--max-count=NUM] [--after=NUM] [---NUM] PATTERN [FILE...]\n",
    /* search, 3 */
    "Usage: program [OPTION...] PATTERN [FILE...]\n"
    "Try `program --help' or `program --usage' for more\n"
    "information.\n",
    /* sort lines, 1 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Sort.\n"
    "\n"
    "  -k, --key=KEYDEF           sort by a key; KEYDEF gives location and type\n"
    "  -n, --numeric              as numbers\n"
    "      --parallel=N           threads\n"
    "  -r, --reverse              backwards\n"
    "  -u, --unique\n"
    "  -z, --zero                 lines end with a NUL\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* sort lines, 2 */
    "Usage: program [-nruz] [-k KEYDEF] [--key=KEYDEF] [--numeric] [--parallel=N]\n"
    "            [--reverse] [--unique] [--zero] [FILE]...\n",
    /* sort lines, 3 */
    "    -k,  --key=KEYDEF              sort by a key; KEYDEF gives location and\n"
    "                                   type\n"
    "    -n,  --numeric                 as numbers\n"
    "         --parallel=N              threads\n"
    "    -r,  --reverse                 backwards\n"
    "    -u,  --unique\n"
    "    -z,  --zero                    lines end with a NUL\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* follow, 1 */
    "Usage: program [OPTION...] FILE\n"
    "Print the last lines.\n"
    "\n"
    "  -f, --follow[=name|descriptor]   go on as the file grows;\n"
    "                             an absent argument means descriptor\n"
    "  -F                         same as --follow=name --retry\n"
    "  -n, --lines=[+]NUM         the last NUM lines, or from line NUM on with +\n"
    "      --retry                keep trying\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n"
    "\n"
    "The first lines are printed by another.\n",
    /* follow, 2 */
    "Usage: program [-F] [-f[name|descriptor]] [-n [+]NUM]\n"
    "            [--follow[=name|descriptor]] [--lines=[+]NUM] [--retry] FILE\n",
    /* follow, 3 */
    "Usage: program [OPTION...] FILE\n"
    "Print the last lines.\n"
    "\n"
    "The first lines are printed by another.\n",
    /* fetch, 1 */
    "Usage: program [OPTION...] URL\n"
    "Fetch a resource.\n"
    "\n"
    " Where:\n"
    "  -o, --output=FILE          write it to FILE\n"
    "  -P, --prefix=DIR           files go below DIR\n"
    "\n"
    " How:\n"
    "      --no-check-certificate trust anybody\n"
    "  -t, --tries=NUMBER         0 is without end\n"
    "  -T, --timeout=SECONDS      for all\n"
    "  -U, --user-agent=AGENT     name the program so\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* fetch, 2 */
    "Usage: program [-o FILE] [-P DIR] [-t NUMBER] [-T SECONDS] [-U AGENT]\n"
    "            [--output=FILE] [--prefix=DIR] [--no-check-certificate]\n"
    "            [--tries=NUMBER] [--timeout=SECONDS] [--user-agent=AGENT] URL\n",
    /* fetch, 3 */
    "Usage: program [OPTION...] URL\n"
    "Fetch a resource.\n"
    "\n"
    " Where:\n"
    "  -o FILE, --output=FILE\n"
    "                    write it to FILE\n"
    "  -P DIR, --prefix=DIR   files go below DIR\n"
    "\n"
    " How:\n"
    "      --no-check-certificate\n"
    "                    trust anybody\n"
    "  -t NUMBER, --tries=NUMBER\n"
    "                    0 is without end\n"
    "  -T SECONDS, --timeout=SECONDS\n"
    "                    for all\n"
    "  -U AGENT, --user-agent=AGENT\n"
    "                    name the program so\n",
    /* compile, 1 */
    "Usage: program [OPTION...] FILE...\n"
    "Compile.\n"
    "\n"
    "  -c                         do not link\n"
    "  -D, --define=NAME[=VALUE]  a macro\n"
    "  -g, --debug\n"
    "  -o, --output=FILE          name of the result\n"
    "  -O, --optimise[=LEVEL]     0 to 3\n"
    "  -S\n"
    "  -W, --warn=NAME            a warning\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* compile, 2 */
    "Usage: program [-cgS] [-D NAME[=VALUE]] [-o FILE] [-O[LEVEL]]\n"
    "            [--define=NAME[=VALUE]] [--debug] [--output=FILE]\n"
    "            [--optimise[=LEVEL]] FILE...\n",
    /* compile, 3 */
    "Usage: program [-cgS] [-D NAME[=VALUE]] [-o FILE] [-O[LEVEL]]\n"
    "            [--define=NAME[=VALUE]] [--debug] [--output=FILE]\n"
    "            [--optimise[=LEVEL]] FILE...\n",
    /* elf reader, 1 */
    "Usage: program [OPTION...] FILE...\n"
    "Print what is in ELF files.\n"
    "\n"
    " ELF input selection:\n"
    "      --section=SECTION      only this one\n"
    "\n"
    " ELF output selection:\n"
    "  -a, --all                  All of these plus -p .strtab -p .dynstr -p\n"
    "                             .comment\n"
    "  -d, --dynamic              Display the dynamic segment\n"
    "  -h, --file-header          Display the ELF file header\n"
    "  -I, --histogram            Display histogram of bucket list lengths\n"
    "  -p, --string-dump[=SECTION]   Print string contents of sections\n"
    "\n"
    " Output control:\n"
    "  -W, --wide                 Ignored for compatibility (lines always wide)\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* elf reader, 2 */
    "Usage: program [-adhIW] [-p[SECTION]] [--section=SECTION] [--all] [--dynamic]\n"
    "            [--file-header] [--histogram] [--string-dump[=SECTION]] [--wide]\n"
    "            FILE...\n",
    /* elf reader, 3 */
    "Usage: program [OPTION...] FILE...\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* mount, 1 */
    "Usage: program [OPTION...] SOURCE\n"
    "  or:  program [OPTION...] SOURCE TARGET\n"
    "  or:  program [OPTION...] --all\n"
    "Mount.\n"
    "\n"
    "  -a, --all\n"
    "  -B, --bind\n"
    "  -o, --options=LIST         what it is mounted with\n"
    "  -r, --read-only\n"
    "  -t, --types=LIST           kinds of file systems\n"
    "  -w, --rw\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* mount, 2 */
    "Usage: program [-aBrw] [-o LIST] [-t LIST] [--all] [--bind] [--options=LIST]\n"
    "            [--read-only] [--types=LIST] [--rw] SOURCE\n"
    "  or:  program [OPTION...] SOURCE TARGET\n"
    "  or:  program [OPTION...] --all\n",
    /* mount, 3 */
    "  -a, --all\n"
    "  -B, --bind\n"
    "  -o, --options=LIST         what it is mounted with\n"
    "  -r, --read-only\n"
    "  -t, --types=LIST           kinds of file systems\n"
    "  -w, --rw\n"
    "\n"
    "Mandatory or optional arguments to long options are also\n"
    "mandatory or optional for any corresponding short options.\n",
    /* clock, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -d, --date=STRING          show that time\n"
    "  -I, --iso-8601[=FMT]       FMT is date, hours, minutes, seconds or ns\n"
    "      --rfc-3339=FMT         as the RFC says\n"
    "  -s, --set=STRING           set the time\n"
    "  -u, --utc, --universal\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* clock, 2 */
    "Usage: program [-u] [-d STRING] [-I[FMT]] [-s STRING] [--date=STRING]\n"
    "            [--iso-8601[=FMT]] [--rfc-3339=FMT] [--set=STRING] [--utc]\n"
    "            [--universal]\n",
    /* clock, 3 */
    "Usage: program [OPTION...]\n",
    /* processes, 1 */
    "Usage: program [OPTION...] [PID...]\n"
    "Show processes.\n"
    "\n"
    " Selection\n"
    "  -a, --all-with-tty\n"
    "  -e, --everything\n"
    "  -u, --user=LIST\n"
    "\n"
    " Output\n"
    "  -h, --headers\n"
    "  -H, --no-headers\n"
    "  -o, --format=FORMAT\n"
    "      --sort=SPEC\n"
    "\n"
    " Threads\n"
    "  -T, --threads\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* processes, 2 */
    "Usage: program [-aehHT] [-u LIST] [-o FORMAT] [--all-with-tty] [--everything]\n"
    "            [--user=LIST] [--headers] [--no-headers] [--format=FORMAT]\n"
    "            [--sort=SPEC] [--threads] [PID...]\n",
    /* processes, 3 */
    "Usage: program [OPTION...] [PID...]\n"
    "Show processes.\n"
    "\n"
    "   Selection\n"
    "  -a, --all-with-tty\n"
    "  -e, --everything\n"
    "  -u, --user=LIST\n"
    "\n"
    "   Output\n"
    "  -h, --headers\n"
    "  -H, --no-headers\n"
    "  -o, --format=FORMAT\n"
    "      --sort=SPEC\n"
    "\n"
    "   Threads\n"
    "  -T, --threads\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* partition, 1 */
    "Usage: program [OPTION...] DEVICE\n"
    "Change a disk.\n"
    "\n"
    "  -b, --sector-size=SIZE     512, 1024, 2048 or 4096\n"
    "  -c, --compatibility[=MODE] dos or nondos\n"
    "  -l, --list\n"
    "      --protect-boot\n"
    "  -w, --wipe=MODE            auto, always or never\n"
    "  -W, --wipe-partitions=MODE auto, always or never\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* partition, 2 */
    "Usage: program [-l] [-b SIZE] [-c[MODE]] [-w MODE] [-W MODE]\n"
    "            [--sector-size=SIZE] [--compatibility[=MODE]] [--list]\n"
    "            [--protect-boot] [--wipe=MODE] [--wipe-partitions=MODE] DEVICE\n",
    /* partition, 3 */
    "Usage: program [-l] [-b SIZE] [-c[MODE]] [-w MODE] [-W MODE]\n"
    "            [--sector-size=SIZE] [--compatibility[=MODE]] [--list]\n"
    "            [--protect-boot] [--wipe=MODE] [--wipe-partitions=MODE]\n"
    "            DEVICE\n",
    /* digits, 1 */
    "Usage: program [OPTION...]\n"
    "Options that are digits.\n"
    "\n"
    "  -0                         digit 0\n"
    "  -1                         digit 1\n"
    "  -2                         digit 2\n"
    "  -3                         digit 3\n"
    "  -4                         digit 4\n"
    "  -5                         digit 5\n"
    "  -6                         digit 6\n"
    "  -7                         digit 7\n"
    "  -8                         digit 8\n"
    "  -9                         digit 9\n",
    /* digits, 2 */
    "Usage: program [-0123456789]\n",
    /* digits, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* punctuation, 1 */
    "Usage: program [OPTION...]\n"
    "Options that are signs.\n"
    "\n"
    "  -!                         sign !\n"
    "  -#                         sign #\n"
    "  -%                         sign %\n"
    "  -+                         sign +\n"
    "  -,                         sign ,\n"
    "  -.                         sign .\n"
    "  -=                         sign =\n"
    "  -@                         sign @\n",
    /* punctuation, 2 */
    "Usage: program [-!#%+,.=@]\n",
    /* punctuation, 3 */
    "  -!                         sign !\n"
    "  -#                         sign #\n"
    "  -%                         sign %\n"
    "  -+                         sign +\n"
    "  -,                         sign ,\n"
    "  -.                         sign .\n"
    "  -=                         sign =\n"
    "  -@                         sign @\n",
    /* capitals, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -a, --a-small              small\n"
    "  -A, --A-large              large\n"
    "  -b, --b-small              small\n"
    "  -B, --B-large              large\n"
    "  -c, --c-small              small\n"
    "  -C, --C-large              large\n"
    "  -d, --d-small              small\n"
    "  -D, --D-large              large\n",
    /* capitals, 2 */
    "Usage: program [-aAbBcCdD] [--a-small] [--A-large] [--b-small] [--B-large]\n"
    "            [--c-small] [--C-large] [--d-small] [--D-large]\n",
    /* capitals, 3 */
    "Usage: program [OPTION...]\n",
    /* same initial, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "      --name-1               text 1\n"
    "      --name-2               text 2\n"
    "      --name-3               text 3\n"
    "      --name-5               text 5\n"
    "      --name-9               text 9\n"
    "  -n, --name-s               with a letter\n",
    /* same initial, 2 */
    "Usage: program [-n] [--name-1] [--name-2] [--name-3] [--name-5] [--name-9]\n"
    "            [--name-s]\n",
    /* same initial, 3 */
    "Usage: program [OPTION...]\n"
    "\n"
    "         --name-1                  text 1\n"
    "         --name-2                  text 2\n"
    "         --name-3                  text 3\n"
    "         --name-5                  text 5\n"
    "         --name-9                  text 9\n"
    "    -n,  --name-s                  with a letter\n",
    /* empty texts, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -b, --blank                 \n"
    "  -e, --empty\n"
    "  -l, --newline              \n"
    "\n"
    "  -n, --none\n",
    /* empty texts, 2 */
    "Usage: program [-beln] [--blank] [--empty] [--newline] [--none]\n",
    /* empty texts, 3 */
    "Usage: program [-beln] [--blank] [--empty] [--newline] [--none]\n",
    /* empty arguments, 1 */
    "Usage: program [OPTION...] \n"
    "\n"
    "  -e, --empty=               an empty argument\n"
    "  -o, --optional[=]          an empty optional argument\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* empty arguments, 2 */
    "Usage: program [-e ] [-o[]] [--empty=] [--optional[=]] \n",
    /* empty arguments, 3 */
    "Usage: program [OPTION...] \n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* new lines in all, 1 */
    "Usage: program [OPTION...] A\n"
    "  or:  program [OPTION...] B\n"
    "One.\n"
    "Two.\n"
    "\n"
    "Three.\n"
    "\n"
    "  -1, --one                  one\n"
    "                             two\n"
    "                             \n"
    "                             three\n"
    "\n"
    " A header\n"
    " of two lines\n"
    "\n"
    "Four.\n"
    "\n"
    "Five.\n",
    /* new lines in all, 2 */
    "Usage: program [-1] [--one] A\n"
    "  or:  program [OPTION...] B\n",
    /* new lines in all, 3 */
    "  -1, --one                  one\n"
    "                             two\n"
    "                             \n"
    "                             three\n"
    "\n"
    " A header\n"
    " of two lines\n",
    /* wide arguments, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -a, --a=A-VERY-LONG-NAME-OF-AN-ARGUMENT\n"
    "                             text\n"
    "  -b, --b[=A-VERY-LONG-NAME-OF-AN-ARGUMENT]\n"
    "                             text\n"
    "  -c A-VERY-LONG-NAME-OF-AN-ARGUMENT\n"
    "                             text\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* wide arguments, 2 */
    "Usage: program [-a A-VERY-LONG-NAME-OF-AN-ARGUMENT]\n"
    "            [-b[A-VERY-LONG-NAME-OF-AN-ARGUMENT]]\n"
    "            [-c A-VERY-LONG-NAME-OF-AN-ARGUMENT]\n"
    "            [--a=A-VERY-LONG-NAME-OF-AN-ARGUMENT]\n"
    "            [--b[=A-VERY-LONG-NAME-OF-AN-ARGUMENT]]\n",
    /* wide arguments, 3 */
    "Usage: program [OPTION...]\n",
    /* many aliases, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -a, -b, -c, --n1=ARG, --n2=ARG, --n3=ARG\n"
    "                             five names\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* many aliases, 2 */
    "Usage: program [-a ARG] [-b ARG] [-c ARG] [--n1=ARG] [--n2=ARG] [--n3=ARG]\n",
    /* many aliases, 3 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  -a, -b, -c, --n1=ARG, --n2=ARG, --n3=ARG\n"
    "                             five names\n"
    "\n"
    "Mandatory or optional arguments to long options are also\n"
    "mandatory or optional for any corresponding short options.\n",
    /* hidden headers, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    " A header of nothing\n"
    "\n"
    " A header of something\n"
    "      --s1\n",
    /* hidden headers, 2 */
    "Usage: program [--s1]\n",
    /* hidden headers, 3 */
    "Usage: program [--s1]\n",
    /* text after text, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  --long                     like an option\n"
    "  -o, --opt\n"
    "  aa                         first\n"
    "  <mm>                       in the middle\n"
    "  zz                         last\n",
    /* text after text, 2 */
    "Usage: program [-o] [----long] [--opt] [--aa] [--<mm>] [--zz]\n",
    /* text after text, 3 */
    "Usage: program [OPTION...]\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* text alone, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  A word                     and what it means\n"
    "  Another word               and what that means, which takes more than one\n"
    "                             line to say\n",
    /* text alone, 2 */
    "Usage: program [--A word] [--Another word]\n",
    /* text alone, 3 */
    "  A word            and what it means\n"
    "  Another word      and what that means, which takes more than one\n"
    "                    line to say\n",
    /* groups of texts, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    "  v                          group 1\n"
    "  -o, --o                    group 2\n"
    "  w                          group 2\n"
    "  -p, --p                    group -1\n"
    "  q                          inherits\n",
    /* groups of texts, 2 */
    "Usage: program [-op] [--v] [--o] [--w] [--p] [--q]\n",
    /* groups of texts, 3 */
    "Usage: program [OPTION...]\n",
    /* headers of groups, 1 */
    "Usage: program [OPTION...]\n"
    "\n"
    " Header of 3\n"
    "  -c, --c                    group 3\n"
    "\n"
    " Header of -4\n"
    "  -b, --b                    group -4\n",
    /* headers of groups, 2 */
    "Usage: program [-cb] [--c] [--b]\n",
    /* headers of groups, 3 */
    "Usage: program [OPTION...]\n"
    "\n"
    " Header of 3\n"
    "  -c, --c                    group 3\n"
    "\n"
    " Header of -4\n"
    "  -b, --b                    group -4\n",
    /* database, 1 */
    "Usage: program [OPTION...] COMMAND [ARG...]\n"
    "Manage a database.\n"
    "\n"
    "  -B, --batch                no table, tabs between columns\n"
    "  -e, --execute=STATEMENT    run STATEMENT and leave\n"
    "  -h, --host=HOST            connect to HOST (default: localhost)\n"
    "  -p, --password[=PASSWORD]  ask for it, or take PASSWORD\n"
    "  -P, --port=PORT            connect to PORT\n"
    "      --ssl-ca=FILE          trust what is in FILE\n"
    "  -?, --help                 own help\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* database, 2 */
    "Usage: program [-B?] [-e STATEMENT] [-h HOST] [-p[PASSWORD]] [-P PORT]\n"
    "            [--batch] [--execute=STATEMENT] [--host=HOST]\n"
    "            [--password[=PASSWORD]] [--port=PORT] [--ssl-ca=FILE] [--help]\n"
    "            COMMAND [ARG...]\n",
    /* database, 3 */
    "Usage: program [-B?] [-e STATEMENT] [-h HOST]\n"
    "            [-p[PASSWORD]] [-P PORT] [--batch]\n"
    "            [--execute=STATEMENT] [--host=HOST]\n"
    "            [--password[=PASSWORD]] [--port=PORT]\n"
    "            [--ssl-ca=FILE] [--help] COMMAND [ARG...]\n",
    /* compression, 1 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Compress.\n"
    "\n"
    "  -1, --fast                 quick, but large\n"
    "  -9, --best                 small, but slow\n"
    "  -c, --stdout\n"
    "  -d, --decompress, --uncompress\n"
    "  -f, --force\n"
    "  -k, --keep\n"
    "      --rsyncable\n",
    /* compression, 2 */
    "Usage: program [-19cdfk] [--fast] [--best] [--stdout] [--decompress]\n"
    "            [--uncompress] [--force] [--keep] [--rsyncable] [FILE]...\n",
    /* compression, 3 */
    "Usage: program [OPTION...] [FILE]...\n"
    "Try `program --help' or `program --usage' for more information.\n",
    /* mail, 1 */
    "Usage: program [OPTION...] ADDRESS...\n"
    "Send mail.\n"
    "\n"
    "  -A, --attach=FILE          may be repeated\n"
    "  -b, --bcc=ADDRESS\n"
    "      --content-type=TYPE    of what is attached next (default:\n"
    "                             application/octet-stream)\n"
    "  -c, --cc=ADDRESS\n"
    "  -s, --subject=SUBJECT\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* mail, 2 */
    "Usage: program [-A FILE] [-b ADDRESS] [-c ADDRESS] [-s SUBJECT] [--attach=FILE]\n"
    "            [--bcc=ADDRESS] [--content-type=TYPE] [--cc=ADDRESS]\n"
    "            [--subject=SUBJECT] ADDRESS...\n",
    /* mail, 3 */
    "  -A, --attach=FILE          may be repeated\n"
    "  -b, --bcc=ADDRESS\n"
    "      --content-type=TYPE    of what is attached next (default:\n"
    "                             application/octet-stream)\n"
    "  -c, --cc=ADDRESS\n"
    "  -s, --subject=SUBJECT\n"
    "\n"
    "Mandatory or optional arguments to long options are also mandatory or optional\n"
    "for any corresponding short options.\n",
    /* odd keys, 1 */
    "Usage: program [OPTION...]\n"
    "Keys beyond characters.\n"
    "\n"
    "      --del                  not printable\n"
    "      --large                beyond a character\n"
    "      --latin                nor this in the C locale\n"
    "      --negative             below 0\n"
    "      --tab                  nor this\n",
    /* odd keys, 2 */
    "Usage: program [--del] [--large] [--latin] [--negative] [--tab]\n",
    /* odd keys, 3 */
    "Usage: program [OPTION...]\n"
    "Keys beyond characters.\n",
    /* usage of one line, 1 */
    "Usage: program [OPTION...]\n"
    "            A-FIRST-ARGUMENT A-SECOND-ARGUMENT A-THIRD-ARGUMENT\n"
    "            A-FOURTH-ARGUMENT AND-A-FIFTH\n"
    "\n"
    "  -1, --one\n",
    /* usage of one line, 2 */
    "Usage: program [-1] [--one]\n"
    "            A-FIRST-ARGUMENT A-SECOND-ARGUMENT A-THIRD-ARGUMENT\n"
    "            A-FOURTH-ARGUMENT AND-A-FIFTH\n",
    /* usage of one line, 3 */
    "Usage: program [OPTION...]\n"
    "            A-FIRST-ARGUMENT A-SECOND-ARGUMENT A-THIRD-ARGUMENT\n"
    "            A-FOURTH-ARGUMENT AND-A-FIFTH\n"
    "\n"
    "  -1, --one\n",
