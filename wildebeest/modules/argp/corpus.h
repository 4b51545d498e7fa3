/* Option tables of the kinds that programs
 * have; SAMPLE(name, argp, flags, ARGP_HELP_FMT) lists
 * what is shown of them. */
static const struct argp_option empty_options[] = {{0}};
static const struct argp empty_argp = {
    .options = empty_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option doc_only_options[] = {{0}};
static const struct argp doc_only_argp = {.options = doc_only_options,
                                          .args_doc = NULL,
                                          .doc = "A program that does nothing.",
                                          .children = NULL};
static const struct argp_option post_doc_options[] = {{"all", 'a', NULL, 0, "All of it", 0}, {0}};
static const struct argp post_doc_argp = {.options = post_doc_options,
                                          .args_doc = "[FILE...]",
                                          .doc = "Before.\vBehind.",
                                          .children = NULL};
static const struct argp_option cat_options[] = {
    {"show-all", 'A', NULL, 0, "equivalent to -vET", 0},
    {"number-nonblank", 'b', NULL, 0, "number nonempty output lines, overrides -n", 0},
    {NULL, 'e', NULL, 0, "equivalent to -vE", 0},
    {"show-ends", 'E', NULL, 0, "display $ at end of each line", 0},
    {"number", 'n', NULL, 0, "number all output lines", 0},
    {"squeeze-blank", 's', NULL, 0, "suppress repeated empty output lines", 0},
    {NULL, 'u', NULL, 0, "(ignored)", 0},
    {0}};
static const struct argp cat_argp = {.options = cat_options,
                                     .args_doc = "[FILE]...",
                                     .doc = "Concatenate FILE(s) to standard output.\vWith no "
                                            "FILE, or when FILE is -, read standard input.",
                                     .children = NULL};
static const struct argp_option archiver_options[] = {
    {NULL, 0, NULL, 0, "Main operation mode:", 10},
    {"list", 't', NULL, 0, "list the contents of an archive", 0},
    {"extract", 'x', NULL, 0, "extract files from an archive", 0},
    {"get", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"create", 'c', NULL, 0, "create a new archive", 0},
    {"delete", 300, NULL, 0, "delete from the archive (not on mag tapes!)", 0},
    {NULL, 0, NULL, 0, "Overwrite control:", 20},
    {"verify", 'W', NULL, 0, "attempt to verify the archive after writing it", 0},
    {"remove-files", 301, NULL, 0, "remove files after adding them to the archive", 0},
    {NULL, 0, NULL, 0, "Device selection and switching:", 30},
    {"file", 'f', "ARCHIVE", 0, "use archive file or device ARCHIVE", 0},
    {"tape-length", 'L', "NUMBER", 0, "change tape after writing NUMBER x 1024 bytes", 0},
    {"level", 302, "NUMBER", 0, "dump level for created listed-incremental archive", 0},
    {0}};
static const struct argp archiver_argp = {
    .options = archiver_options,
    .args_doc = "[FILE]...",
    .doc = "Save many files together into a single tape or disk archive, and restore individual "
           "files from the archive.",
    .children = NULL};
static const struct argp_option optional_arguments_options[] = {
    {"color", 'c', "WHEN", OPTION_ARG_OPTIONAL, "colorize the output", 0},
    {"colour", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"backup", 'b', "CONTROL", OPTION_ARG_OPTIONAL, "make a backup of each file", 0},
    {NULL, 'z', "N", OPTION_ARG_OPTIONAL, "short alone", 0},
    {"width", 300, "COLS", OPTION_ARG_OPTIONAL, "long alone", 0},
    {0}};
static const struct argp optional_arguments_argp = {
    .options = optional_arguments_options, .args_doc = "FILE", .doc = NULL, .children = NULL};
static const struct argp_option required_arguments_options[] = {
    {"output", 'o', "FILE", 0, "write to FILE", 0},
    {"include", 'I', "DIR", 0, "look in DIR", 0},
    {NULL, 'D', "NAME=VALUE", 0, "define", 0},
    {"std", 300, "LEVEL", 0, "language", 0},
    {0}};
static const struct argp required_arguments_argp = {
    .options = required_arguments_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option aliases_options[] = {
    {"quiet", 'q', NULL, 0, "say nothing", 0},
    {"silent", 's', NULL, OPTION_ALIAS, NULL, 0},
    {"hush", 0, NULL, OPTION_ALIAS, NULL, 0},
    {NULL, 'Q', NULL, OPTION_ALIAS, NULL, 0},
    {"verbose", 'v', "LEVEL", OPTION_ARG_OPTIONAL, "say more", 0},
    {"loud", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"noisy", 'n', NULL, OPTION_ALIAS | OPTION_HIDDEN, NULL, 0},
    {0}};
static const struct argp aliases_argp = {
    .options = aliases_options, .args_doc = NULL, .doc = "Names of one option.", .children = NULL};
static const struct argp_option hidden_options[] = {
    {"seen", 's', NULL, 0, "shown", 0},
    {"unseen", 'u', NULL, OPTION_HIDDEN, "not shown", 0},
    {"half", 'h', NULL, OPTION_HIDDEN, "an alias shows", 0},
    {"half-seen", 0, NULL, OPTION_ALIAS, NULL, 0},
    {NULL, 'x', NULL, OPTION_HIDDEN, "no", 0},
    {0}};
static const struct argp hidden_argp = {
    .options = hidden_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option no_usage_options[] = {
    {"there", 't', NULL, 0, "in usage", 0},
    {"not-there", 'n', NULL, OPTION_NO_USAGE, "not in usage", 0},
    {"arg", 'a', "ARG", OPTION_NO_USAGE, "nor this", 0},
    {"opt", 'o', "X", OPTION_ARG_OPTIONAL | OPTION_NO_USAGE, "nor that", 0},
    {0}};
static const struct argp no_usage_argp = {
    .options = no_usage_options, .args_doc = "A", .doc = NULL, .children = NULL};
static const struct argp_option documentation_options_options[] = {
    {"all", 'a', NULL, 0, "everything", 0},
    {"FILE", 0, NULL, OPTION_DOC, "a name of a file", 0},
    {"-NUM", 0, NULL, OPTION_DOC, "same as --lines=NUM", 0},
    {"--", 0, NULL, OPTION_DOC, "ends the options", 0},
    {"SIZE", 0, NULL, OPTION_DOC | OPTION_NO_USAGE, "a number and a unit", 0},
    {"KEYDEF", 0, NULL, OPTION_DOC, "is F[.C][OPTS][,F[.C][OPTS]] for start and stop position", 0},
    {0}};
static const struct argp documentation_options_argp = {.options = documentation_options_options,
                                                       .args_doc = NULL,
                                                       .doc = "Words with a meaning.",
                                                       .children = NULL};
static const struct argp_option groups_options[] = {{"late", 'l', NULL, 0, "in group -1", -1},
                                                    {"later", 'L', NULL, 0, "in group -2 ", -2},
                                                    {"zero", 'z', NULL, 0, "in group 0", 0},
                                                    {"one", 'o', NULL, 0, "in group 1", 1},
                                                    {"two", 't', NULL, 0, "in group 2", 2},
                                                    {"more", 'm', NULL, 0, "inherits", 0},
                                                    {0}};
static const struct argp groups_argp = {
    .options = groups_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option headers_options[] = {
    {NULL, 0, NULL, 0, "First:", 0},
    {"beta", 'b', NULL, 0, "b", 0},
    {"alpha", 'a', NULL, 0, "a", 0},
    {NULL, 0, NULL, 0,
     "Second, which is a header that is long enough to be wrapped when it is shown:", 0},
    {"delta", 'd', NULL, 0, "d", 0},
    {"gamma", 'g', NULL, 0, "g", 0},
    {NULL, 0, NULL, 0, "Last:", -1},
    {"omega", 'o', NULL, 0, "o", 0},
    {0}};
static const struct argp headers_argp = {
    .options = headers_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option order_of_letters_options[] = {
    {"Beta", 'B', NULL, 0, "1", 0},   {"beta", 'b', NULL, 0, "2", 0},
    {"alpha", 300, NULL, 0, "3", 0},  {"Alpha", 301, NULL, 0, "4", 0},
    {"beta2", 302, NULL, 0, "5", 0},  {"x-ray", 'A', NULL, 0, "6", 0},
    {NULL, 'a', NULL, 0, "7", 0},     {NULL, '1', NULL, 0, "8", 0},
    {"_under", 303, NULL, 0, "9", 0}, {0}};
static const struct argp order_of_letters_argp = {
    .options = order_of_letters_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option long_names_options[] = {
    {"a-name-that-reaches-beyond-the-column", 'a', NULL, 0, "and its text", 0},
    {"exactly-to-the-column", 300, NULL, 0, "text", 0},
    {"one-beyond-the-column", 301, NULL, 0, "text", 0},
    {"two-beyond-the-columns", 302, NULL, 0, "text", 0},
    {"three-beyond-the-column", 303, NULL, 0, "text", 0},
    {"four-beyond-the-columnss", 'f', "ARGUMENT", 0, "text", 0},
    {0}};
static const struct argp long_names_argp = {
    .options = long_names_options, .args_doc = "ARGUMENT", .doc = NULL, .children = NULL};
static const struct argp_option long_texts_options[] = {
    {"wrap", 'w', NULL, 0,
     "A text of an option that is so long that it has to be broken into several lines, each of "
     "which begins in the same column",
     0},
    {"newline", 'n', NULL, 0, "first line\nsecond line\n  third line", 0},
    {"word", 300, NULL, 0,
     "averyveryverylongwordthathasnoblankinitandisthereforenotbrokenanywhereatall and more", 0},
    {0}};
static const struct argp long_texts_argp = {
    .options = long_texts_options,
    .args_doc = NULL,
    .doc = "This is a text that is so long that it has to be broken into several lines, as no "
           "terminal is wide enough for all of it, and it goes on.\vAnd this one stands behind the "
           "options and is as long as the first, so that it has to be broken too.",
    .children = NULL};
static const struct argp_option two_usages_options[] = {
    {"target", 't', "DIRECTORY", 0, "copy all to it", 0}, {"force", 'f', NULL, 0, NULL, 0}, {0}};
static const struct argp two_usages_argp = {
    .options = two_usages_options,
    .args_doc = "SOURCE DEST\nSOURCE... DIRECTORY\n-t DIRECTORY SOURCE...",
    .doc = NULL,
    .children = NULL};
static const struct argp_option without_texts_options[] = {{"one", '1', NULL, 0, NULL, 0},
                                                           {"two", '2', "N", 0, NULL, 0},
                                                           {NULL, '3', NULL, 0, NULL, 0},
                                                           {"four", 300, NULL, 0, NULL, 0},
                                                           {0}};
static const struct argp without_texts_argp = {
    .options = without_texts_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option only_short_options[] = {{NULL, 'q', NULL, 0, "letter q", 0},
                                                        {NULL, 'w', NULL, 0, "letter w", 0},
                                                        {NULL, 'e', NULL, 0, "letter e", 0},
                                                        {NULL, 'r', NULL, 0, "letter r", 0},
                                                        {NULL, 't', NULL, 0, "letter t", 0},
                                                        {NULL, 'y', NULL, 0, "letter y", 0},
                                                        {NULL, 'u', NULL, 0, "letter u", 0},
                                                        {NULL, 'i', NULL, 0, "letter i", 0},
                                                        {NULL, 'o', NULL, 0, "letter o", 0},
                                                        {NULL, 'p', NULL, 0, "letter p", 0},
                                                        {0}};
static const struct argp only_short_argp = {
    .options = only_short_options, .args_doc = "FILE", .doc = NULL, .children = NULL};
static const struct argp_option only_long_options[] = {
    {"red", 300, NULL, 0, "the red", 0},       {"orange", 301, NULL, 0, "the orange", 0},
    {"yellow", 302, NULL, 0, "the yellow", 0}, {"green", 303, NULL, 0, "the green", 0},
    {"blue", 304, NULL, 0, "the blue", 0},     {"indigo", 305, NULL, 0, "the indigo", 0},
    {"violet", 306, NULL, 0, "the violet", 0}, {0}};
static const struct argp only_long_argp = {
    .options = only_long_options, .args_doc = "FILE", .doc = NULL, .children = NULL};
static const struct argp_option many_with_arguments_options[] = {
    {NULL, 'a', "ARG-a", 0, NULL, 0}, {NULL, 'b', "ARG-b", 0, NULL, 0},
    {NULL, 'c', "ARG-c", 0, NULL, 0}, {NULL, 'd', "ARG-d", 0, NULL, 0},
    {NULL, 'e', "ARG-e", 0, NULL, 0}, {NULL, 'f', "ARG-f", 0, NULL, 0},
    {NULL, 'g', "ARG-g", 0, NULL, 0}, {NULL, 'h', "ARG-h", 0, NULL, 0},
    {NULL, 'i', "ARG-i", 0, NULL, 0}, {NULL, 'j', "ARG-j", 0, NULL, 0},
    {NULL, 'k', "ARG-k", 0, NULL, 0}, {NULL, 'l', "ARG-l", 0, NULL, 0},
    {NULL, 'm', "ARG-m", 0, NULL, 0}, {0}};
static const struct argp many_with_arguments_argp = {
    .options = many_with_arguments_options, .args_doc = "FILE", .doc = NULL, .children = NULL};
static const struct argp_option server_options[] = {
    {NULL, 0, NULL, 0, "Network:", 1},
    {"port", 'p', "PORT", 0, "listen on PORT (default: 8080)", 0},
    {"bind", 'b', "ADDRESS", 0, "listen on ADDRESS", 0},
    {"ipv4", '4', NULL, 0, "IPv4 only", 0},
    {"ipv6", '6', NULL, 0, "IPv6 only", 0},
    {NULL, 0, NULL, 0, "Logging:", 2},
    {"verbose", 'v', NULL, 0, "say more; may be repeated", 0},
    {"log-file", 'l', "FILE", 0, "write messages to FILE", 0},
    {"syslog", 300, "FACILITY", OPTION_ARG_OPTIONAL, "write messages to the system log", 0},
    {NULL, 0, NULL, 0, "Process:", 3},
    {"daemon", 'd', NULL, 0, "run in the background", 0},
    {"user", 'u', "USER", 0, "change to USER", 0},
    {"pid-file", 301, "FILE", 0, "write the number of the process to FILE", 0},
    {0}};
static const struct argp server_argp = {
    .options = server_options, .args_doc = "[ADDRESS]", .doc = "A server.", .children = NULL};
static const struct argp_option duplicates_options[] = {{"file", 'f', "A", 0, "first", 0},
                                                        {"file", 'f', "B", 0, "second", 0},
                                                        {"force", 'f', NULL, 0, "third", 0},
                                                        {"other", 'o', NULL, 0, "fourth", 0},
                                                        {0}};
static const struct argp duplicates_argp = {
    .options = duplicates_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option blanks_in_arguments_options[] = {
    {"range", 'r', "FROM TO", 0, "a range", 0},
    {"map", 'm', "KEY VALUE", OPTION_ARG_OPTIONAL, "a pair", 0},
    {0}};
static const struct argp blanks_in_arguments_argp = {.options = blanks_in_arguments_options,
                                                     .args_doc = "THE ARGUMENTS",
                                                     .doc = NULL,
                                                     .children = NULL};
static const struct argp_option child_of_it_options[] = {
    {"child-option", 'c', "X", 0, "of the child", 0}, {"inner", 'i', NULL, 0, "inner", 0}, {0}};
static const struct argp child_of_it_argp = {.options = child_of_it_options,
                                             .args_doc = "CHILD-ARGS",
                                             .doc = "Text of the child.",
                                             .children = NULL};
static const struct argp_option sibling_options[] = {
    {NULL, 0, NULL, 0, "In the sibling:", 0},
    {"sibling-option", 's', NULL, 0, "of the sibling", 0},
    {"all", 'a', NULL, 0, "hidden behind the parent", 0},
    {0}};
static const struct argp sibling_argp = {
    .options = sibling_options, .args_doc = "SIBLING\nOTHER", .doc = NULL, .children = NULL};
static const struct argp_option with_a_child_options[] = {
    {"all", 'a', NULL, 0, "of the parent", 0}, {"zed", 'z', NULL, 0, "of the parent", 0}, {0}};
static const struct argp_child with_a_child_children[] = {{&child_of_it_argp, 0, NULL, 0}, {0}};
static const struct argp with_a_child_argp = {.options = with_a_child_options,
                                              .args_doc = "PARENT-ARGS",
                                              .doc = "Text of the parent.\vText behind.",
                                              .children = with_a_child_children};
static const struct argp_option with_headed_children_options[] = {
    {"all", 'a', NULL, 0, "all", 0}, {"neg", 'n', NULL, 0, "negative", -1}, {0}};
static const struct argp_child with_headed_children_children[] = {
    {&child_of_it_argp, 0, "Options of the child:", 0},
    {&sibling_argp, 0, "Options of the sibling:", 0},
    {0}};
static const struct argp with_headed_children_argp = {.options = with_headed_children_options,
                                                      .args_doc = NULL,
                                                      .doc = "Parent.",
                                                      .children = with_headed_children_children};
static const struct argp_option with_grouped_children_options[] = {
    {"all", 'a', NULL, 0, "all", 0}, {"two", '2', NULL, 0, "two", 2}, {0}};
static const struct argp_child with_grouped_children_children[] = {
    {&child_of_it_argp, 0, "Child in group 3:", 3}, {&sibling_argp, 0, NULL, -2}, {0}};
static const struct argp with_grouped_children_argp = {.options = with_grouped_children_options,
                                                       .args_doc = "X",
                                                       .doc = NULL,
                                                       .children = with_grouped_children_children};
static const struct argp_option grand_parent_options[] = {{"old", 'o', NULL, 0, "old", 0}, {0}};
static const struct argp_child grand_parent_children[] = {
    {&with_headed_children_argp, 0, "The middle:", 1}, {0}};
static const struct argp grand_parent_argp = {.options = grand_parent_options,
                                              .args_doc = "OLD",
                                              .doc = "Oldest.\vOldest behind.",
                                              .children = grand_parent_children};
static const struct argp_child no_options__children_children[] = {
    {&child_of_it_argp, 0, NULL, 0}, {&sibling_argp, 0, NULL, 0}, {0}};
static const struct argp no_options__children_argp = {
    .options = NULL, .args_doc = NULL, .doc = NULL, .children = no_options__children_children};
static const struct argp_option copy_options[] = {
    {"archive", 'a', NULL, 0, "keep everything", 0},
    {"recursive", 'R', NULL, 0, "copy directories too", 0},
    {NULL, 'r', NULL, OPTION_ALIAS, NULL, 0},
    {"preserve", 'p', "LIST", OPTION_ARG_OPTIONAL, "keep what LIST says", 0},
    {"backup", 'b', "CONTROL", OPTION_ARG_OPTIONAL, "save what would be lost", 0},
    {"suffix", 'S', "SUFFIX", 0, "of the saved files", 0},
    {0}};
static const struct argp copy_argp = {.options = copy_options,
                                      .args_doc = "SOURCE... DEST",
                                      .doc = "Copy SOURCE to DEST.",
                                      .children = NULL};
static const struct argp_option search_options[] = {
    {NULL, 0, NULL, 0, "Pattern:", 0},
    {"extended", 'E', NULL, 0, "is an extended one", 0},
    {"fixed", 'F', NULL, 0, "is plain text", 0},
    {"file", 'f', "FILE", 0, "is in FILE", 0},
    {NULL, 0, NULL, 0, "Output:", 0},
    {"count", 'c', NULL, 0, "only count", 0},
    {"max-count", 'm', "NUM", 0, "stop behind NUM lines", 0},
    {"colour", 300, "WHEN", OPTION_ARG_OPTIONAL, "mark what matches", 0},
    {"color", 0, NULL, OPTION_ALIAS, NULL, 0},
    {NULL, 0, NULL, 0, "Context:", 0},
    {"after", 'A', "NUM", 0, "print NUM lines behind", 0},
    {"-NUM", 0, NULL, OPTION_DOC, "same as --context=NUM", 0},
    {0}};
static const struct argp search_argp = {.options = search_options,
                                        .args_doc = "PATTERN [FILE...]",
                                        .doc = "Print lines that match.",
                                        .children = NULL};
static const struct argp_option sort_lines_options[] = {
    {"key", 'k', "KEYDEF", 0, "sort by a key; KEYDEF gives location and type", 0},
    {"numeric", 'n', NULL, 0, "as numbers", 0},
    {"reverse", 'r', NULL, 0, "backwards", 0},
    {"unique", 'u', NULL, 0, NULL, 0},
    {"zero", 'z', NULL, 0, "lines end with a NUL", 0},
    {"parallel", 300, "N", 0, "threads", 0},
    {0}};
static const struct argp sort_lines_argp = {
    .options = sort_lines_options, .args_doc = "[FILE]...", .doc = "Sort.", .children = NULL};
static const struct argp_option follow_options[] = {
    {"follow", 'f', "name|descriptor", OPTION_ARG_OPTIONAL,
     "go on as the file grows;\nan absent argument means descriptor", 0},
    {"retry", 300, NULL, 0, "keep trying", 0},
    {NULL, 'F', NULL, 0, "same as --follow=name --retry", 0},
    {"lines", 'n', "[+]NUM", 0, "the last NUM lines, or from line NUM on with +", 0},
    {0}};
static const struct argp follow_argp = {
    .options = follow_options,
    .args_doc = "FILE",
    .doc = "Print the last lines.\vThe first lines are printed by another.",
    .children = NULL};
static const struct argp_option fetch_options[] = {
    {NULL, 0, NULL, 0, "Where:", 0},
    {"output", 'o', "FILE", 0, "write it to FILE", 0},
    {"prefix", 'P', "DIR", 0, "files go below DIR", 0},
    {NULL, 0, NULL, 0, "How:", 0},
    {"tries", 't', "NUMBER", 0, "0 is without end", 0},
    {"timeout", 'T', "SECONDS", 0, "for all", 0},
    {"user-agent", 'U', "AGENT", 0, "name the program so", 0},
    {"no-check-certificate", 300, NULL, 0, "trust anybody", 0},
    {0}};
static const struct argp fetch_argp = {
    .options = fetch_options, .args_doc = "URL", .doc = "Fetch a resource.", .children = NULL};
static const struct argp_option compile_options[] = {
    {NULL, 'c', NULL, 0, "do not link", 0},
    {NULL, 'S', NULL, 0, NULL, 0},
    {"output", 'o', "FILE", 0, "name of the result", 0},
    {"optimise", 'O', "LEVEL", OPTION_ARG_OPTIONAL, "0 to 3", 0},
    {"define", 'D', "NAME[=VALUE]", 0, "a macro", 0},
    {"warn", 'W', "NAME", OPTION_NO_USAGE, "a warning", 0},
    {"debug", 'g', NULL, 0, NULL, 0},
    {0}};
static const struct argp compile_argp = {
    .options = compile_options, .args_doc = "FILE...", .doc = "Compile.", .children = NULL};
static const struct argp_option elf_reader_options[] = {
    {NULL, 0, NULL, 0, "ELF input selection:", 0},
    {"section", 300, "SECTION", 0, "only this one", 0},
    {NULL, 0, NULL, 0, "ELF output selection:", 0},
    {"all", 'a', NULL, 0, "All of these plus -p .strtab -p .dynstr -p .comment", 0},
    {"dynamic", 'd', NULL, 0, "Display the dynamic segment", 0},
    {"file-header", 'h', NULL, 0, "Display the ELF file header", 0},
    {"histogram", 'I', NULL, 0, "Display histogram of bucket list lengths", 0},
    {"string-dump", 'p', "SECTION", OPTION_ARG_OPTIONAL, "Print string contents of sections", 0},
    {NULL, 0, NULL, 0, "Output control:", 0},
    {"wide", 'W', NULL, 0, "Ignored for compatibility (lines always wide)", 0},
    {0}};
static const struct argp elf_reader_argp = {.options = elf_reader_options,
                                            .args_doc = "FILE...",
                                            .doc = "Print what is in ELF files.",
                                            .children = NULL};
static const struct argp_option mount_options[] = {
    {"all", 'a', NULL, 0, NULL, 0},
    {"types", 't', "LIST", 0, "kinds of file systems", 0},
    {"options", 'o', "LIST", 0, "what it is mounted with", 0},
    {"bind", 'B', NULL, 0, NULL, 0},
    {"read-only", 'r', NULL, 0, NULL, 0},
    {"rw", 'w', NULL, 0, NULL, 0},
    {"fake", 'f', NULL, OPTION_HIDDEN, NULL, 0},
    {0}};
static const struct argp mount_argp = {.options = mount_options,
                                       .args_doc = "SOURCE\nSOURCE TARGET\n--all",
                                       .doc = "Mount.",
                                       .children = NULL};
static const struct argp_option clock_options[] = {
    {"utc", 'u', NULL, 0, NULL, 0},
    {"universal", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"set", 's', "STRING", 0, "set the time", 0},
    {"date", 'd', "STRING", 0, "show that time", 0},
    {"iso-8601", 'I', "FMT", OPTION_ARG_OPTIONAL, "FMT is date, hours, minutes, seconds or ns", 0},
    {"rfc-3339", 300, "FMT", 0, "as the RFC says", 0},
    {0}};
static const struct argp clock_argp = {
    .options = clock_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option processes_options[] = {
    {NULL, 0, NULL, 0, "Selection", 0},      {"everything", 'e', NULL, 0, NULL, 0},
    {"all-with-tty", 'a', NULL, 0, NULL, 0}, {"user", 'u', "LIST", 0, NULL, 0},
    {NULL, 0, NULL, 0, "Output", 0},         {"format", 'o', "FORMAT", 0, NULL, 0},
    {"sort", 300, "SPEC", 0, NULL, 0},       {"headers", 'h', NULL, 0, NULL, 0},
    {"no-headers", 'H', NULL, 0, NULL, 0},   {NULL, 0, NULL, 0, "Threads", 0},
    {"threads", 'T', NULL, 0, NULL, 0},      {0}};
static const struct argp processes_argp = {.options = processes_options,
                                           .args_doc = "[PID...]",
                                           .doc = "Show processes.",
                                           .children = NULL};
static const struct argp_option partition_options[] = {
    {"list", 'l', NULL, 0, NULL, 0},
    {"sector-size", 'b', "SIZE", 0, "512, 1024, 2048 or 4096", 0},
    {"compatibility", 'c', "MODE", OPTION_ARG_OPTIONAL, "dos or nondos", 0},
    {"protect-boot", 300, NULL, 0, NULL, 0},
    {"wipe", 'w', "MODE", 0, "auto, always or never", 0},
    {"wipe-partitions", 'W', "MODE", 0, "auto, always or never", 0},
    {0}};
static const struct argp partition_argp = {
    .options = partition_options, .args_doc = "DEVICE", .doc = "Change a disk.", .children = NULL};
static const struct argp_option digits_options[] = {{NULL, '0', NULL, 0, "digit 0", 0},
                                                    {NULL, '1', NULL, 0, "digit 1", 0},
                                                    {NULL, '2', NULL, 0, "digit 2", 0},
                                                    {NULL, '3', NULL, 0, "digit 3", 0},
                                                    {NULL, '4', NULL, 0, "digit 4", 0},
                                                    {NULL, '5', NULL, 0, "digit 5", 0},
                                                    {NULL, '6', NULL, 0, "digit 6", 0},
                                                    {NULL, '7', NULL, 0, "digit 7", 0},
                                                    {NULL, '8', NULL, 0, "digit 8", 0},
                                                    {NULL, '9', NULL, 0, "digit 9", 0},
                                                    {0}};
static const struct argp digits_argp = {.options = digits_options,
                                        .args_doc = NULL,
                                        .doc = "Options that are digits.",
                                        .children = NULL};
static const struct argp_option punctuation_options[] = {{NULL, '+', NULL, 0, "sign +", 0},
                                                         {NULL, '%', NULL, 0, "sign %", 0},
                                                         {NULL, '@', NULL, 0, "sign @", 0},
                                                         {NULL, '=', NULL, 0, "sign =", 0},
                                                         {NULL, ',', NULL, 0, "sign ,", 0},
                                                         {NULL, '.', NULL, 0, "sign .", 0},
                                                         {NULL, '!', NULL, 0, "sign !", 0},
                                                         {NULL, '#', NULL, 0, "sign #", 0},
                                                         {0}};
static const struct argp punctuation_argp = {.options = punctuation_options,
                                             .args_doc = NULL,
                                             .doc = "Options that are signs.",
                                             .children = NULL};
static const struct argp_option capitals_options[] = {{"a-small", 'a', NULL, 0, "small", 0},
                                                      {"A-large", 'A', NULL, 0, "large", 0},
                                                      {"b-small", 'b', NULL, 0, "small", 0},
                                                      {"B-large", 'B', NULL, 0, "large", 0},
                                                      {"c-small", 'c', NULL, 0, "small", 0},
                                                      {"C-large", 'C', NULL, 0, "large", 0},
                                                      {"d-small", 'd', NULL, 0, "small", 0},
                                                      {"D-large", 'D', NULL, 0, "large", 0},
                                                      {0}};
static const struct argp capitals_argp = {
    .options = capitals_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option same_initial_options[] = {
    {"name-3", 303, NULL, 0, "text 3", 0},
    {"name-1", 301, NULL, 0, "text 1", 0},
    {"name-2", 302, NULL, 0, "text 2", 0},
    {"name-9", 309, NULL, 0, "text 9", 0},
    {"name-5", 305, NULL, 0, "text 5", 0},
    {"name-s", 'n', NULL, 0, "with a letter", 0},
    {0}};
static const struct argp same_initial_argp = {
    .options = same_initial_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option empty_texts_options[] = {{"empty", 'e', NULL, 0, "", 0},
                                                         {"none", 'n', NULL, 0, NULL, 0},
                                                         {"blank", 'b', NULL, 0, " ", 0},
                                                         {"newline", 'l', NULL, 0, "\n", 0},
                                                         {0}};
static const struct argp empty_texts_argp = {
    .options = empty_texts_options, .args_doc = NULL, .doc = "", .children = NULL};
static const struct argp_option empty_arguments_options[] = {
    {"empty", 'e', "", 0, "an empty argument", 0},
    {"optional", 'o', "", OPTION_ARG_OPTIONAL, "an empty optional argument", 0},
    {0}};
static const struct argp empty_arguments_argp = {
    .options = empty_arguments_options, .args_doc = "", .doc = NULL, .children = NULL};
static const struct argp_option new_lines_in_all_options[] = {
    {"one", '1', NULL, 0, "one\ntwo\n\nthree", 0},
    {NULL, 0, NULL, 0, "A header\nof two lines", 0},
    {0}};
static const struct argp new_lines_in_all_argp = {.options = new_lines_in_all_options,
                                                  .args_doc = "A\nB",
                                                  .doc = "One.\nTwo.\n\nThree.\vFour.\n\nFive.",
                                                  .children = NULL};
static const struct argp_option wide_arguments_options[] = {
    {"a", 'a', "A-VERY-LONG-NAME-OF-AN-ARGUMENT", 0, "text", 0},
    {"b", 'b', "A-VERY-LONG-NAME-OF-AN-ARGUMENT", OPTION_ARG_OPTIONAL, "text", 0},
    {NULL, 'c', "A-VERY-LONG-NAME-OF-AN-ARGUMENT", 0, "text", 0},
    {0}};
static const struct argp wide_arguments_argp = {
    .options = wide_arguments_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option many_aliases_options[] = {{"n1", 'a', "ARG", 0, "five names", 0},
                                                          {"n2", 'b', NULL, OPTION_ALIAS, NULL, 0},
                                                          {"n3", 'c', NULL, OPTION_ALIAS, NULL, 0},
                                                          {0}};
static const struct argp many_aliases_argp = {
    .options = many_aliases_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option hidden_headers_options[] = {
    {NULL, 0, NULL, 0, "A header of nothing", 0},
    {"h1", 300, NULL, OPTION_HIDDEN, NULL, 0},
    {NULL, 0, NULL, 0, "A header of something", 0},
    {"s1", 301, NULL, 0, NULL, 0},
    {0}};
static const struct argp hidden_headers_argp = {
    .options = hidden_headers_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option text_after_text_options[] = {
    {"zz", 0, NULL, OPTION_DOC, "last", 0},
    {"aa", 0, NULL, OPTION_DOC, "first", 0},
    {"<mm>", 0, NULL, OPTION_DOC, "in the middle", 0},
    {"--long", 0, NULL, OPTION_DOC, "like an option", 0},
    {"opt", 'o', NULL, 0, NULL, 0},
    {0}};
static const struct argp text_after_text_argp = {
    .options = text_after_text_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option text_alone_options[] = {
    {"A word", 0, NULL, OPTION_DOC, "and what it means", 0},
    {"Another word", 0, NULL, OPTION_DOC,
     "and what that means, which takes more than one line to say", 0},
    {0}};
static const struct argp text_alone_argp = {
    .options = text_alone_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option groups_of_texts_options[] = {
    {"w", 0, NULL, OPTION_DOC, "group 2", 2},  {"v", 0, NULL, OPTION_DOC, "group 1", 1},
    {"o", 'o', NULL, 0, "group 2", 2},         {"p", 'p', NULL, 0, "group -1", -1},
    {"q", 0, NULL, OPTION_DOC, "inherits", 0}, {0}};
static const struct argp groups_of_texts_argp = {
    .options = groups_of_texts_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option headers_of_groups_options[] = {
    {"c", 'c', NULL, 0, "group 3", 3},
    {NULL, 0, NULL, 0, "Header of 3", 3},
    {"b", 'b', NULL, 0, "group -4", -4},
    {NULL, 0, NULL, 0, "Header of -4", -4},
    {0}};
static const struct argp headers_of_groups_argp = {
    .options = headers_of_groups_options, .args_doc = NULL, .doc = NULL, .children = NULL};
static const struct argp_option database_options[] = {
    {"host", 'h', "HOST", 0, "connect to HOST (default: localhost)", 0},
    {"port", 'P', "PORT", 0, "connect to PORT", 0},
    {"password", 'p', "PASSWORD", OPTION_ARG_OPTIONAL, "ask for it, or take PASSWORD", 0},
    {"execute", 'e', "STATEMENT", 0, "run STATEMENT and leave", 0},
    {"batch", 'B', NULL, 0, "no table, tabs between columns", 0},
    {"ssl-ca", 300, "FILE", 0, "trust what is in FILE", 0},
    {"help", '?', NULL, 0, "own help", 0},
    {0}};
static const struct argp database_argp = {.options = database_options,
                                          .args_doc = "COMMAND [ARG...]",
                                          .doc = "Manage a database.",
                                          .children = NULL};
static const struct argp_option compression_options[] = {
    {"stdout", 'c', NULL, 0, NULL, 0},
    {"decompress", 'd', NULL, 0, NULL, 0},
    {"uncompress", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"force", 'f', NULL, 0, NULL, 0},
    {"keep", 'k', NULL, 0, NULL, 0},
    {"fast", '1', NULL, 0, "quick, but large", 0},
    {"best", '9', NULL, 0, "small, but slow", 0},
    {"rsyncable", 300, NULL, 0, NULL, 0},
    {0}};
static const struct argp compression_argp = {
    .options = compression_options, .args_doc = "[FILE]...", .doc = "Compress.", .children = NULL};
static const struct argp_option mail_options[] = {
    {"subject", 's', "SUBJECT", 0, NULL, 0},
    {"cc", 'c', "ADDRESS", 0, NULL, 0},
    {"bcc", 'b', "ADDRESS", 0, NULL, 0},
    {"attach", 'A', "FILE", 0, "may be repeated", 0},
    {"content-type", 300, "TYPE", 0, "of what is attached next (default: application/octet-stream)",
     0},
    {0}};
static const struct argp mail_argp = {
    .options = mail_options, .args_doc = "ADDRESS...", .doc = "Send mail.", .children = NULL};
static const struct argp_option odd_keys_options[] = {
    {"del", 127, NULL, 0, "not printable", 0},
    {"tab", 9, NULL, 0, "nor this", 0},
    {"latin", 233, NULL, 0, "nor this in the C locale", 0},
    {"negative", -7, NULL, 0, "below 0", 0},
    {"large", 131072, NULL, 0, "beyond a character", 0},
    {0}};
static const struct argp odd_keys_argp = {.options = odd_keys_options,
                                          .args_doc = NULL,
                                          .doc = "Keys beyond characters.",
                                          .children = NULL};
static const struct argp_option usage_of_one_line_options[] = {{"one", '1', NULL, 0, NULL, 0}, {0}};
static const struct argp usage_of_one_line_argp = {
    .options = usage_of_one_line_options,
    .args_doc = "A-FIRST-ARGUMENT A-SECOND-ARGUMENT A-THIRD-ARGUMENT A-FOURTH-ARGUMENT AND-A-FIFTH",
    .doc = NULL,
    .children = NULL};

static const struct sample {
        const char *name;
        const struct argp *argp;
        unsigned flags;
        const char *format;
} samples[] = {
    {"empty, 1", &empty_argp, ARGP_HELP_STD_HELP, NULL},
    {"empty, 2", &empty_argp, ARGP_HELP_USAGE, NULL},
    {"empty, 3", &empty_argp, ARGP_HELP_STD_HELP, "dup-args"},
    {"doc only, 1", &doc_only_argp, ARGP_HELP_STD_HELP, NULL},
    {"doc only, 2", &doc_only_argp, ARGP_HELP_USAGE, NULL},
    {"doc only, 3", &doc_only_argp, ARGP_HELP_USAGE, "no-dup-args-note"},
    {"post doc, 1", &post_doc_argp, ARGP_HELP_STD_HELP, NULL},
    {"post doc, 2", &post_doc_argp, ARGP_HELP_USAGE, NULL},
    {"post doc, 3", &post_doc_argp, ARGP_HELP_STD_USAGE, "rmargin=60"},
    {"cat, 1", &cat_argp, ARGP_HELP_STD_HELP, NULL},
    {"cat, 2", &cat_argp, ARGP_HELP_USAGE, NULL},
    {"cat, 3", &cat_argp, ARGP_HELP_LONG, "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"archiver, 1", &archiver_argp, ARGP_HELP_STD_HELP, NULL},
    {"archiver, 2", &archiver_argp, ARGP_HELP_USAGE, NULL},
    {"archiver, 3", &archiver_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"optional arguments, 1", &optional_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"optional arguments, 2", &optional_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"optional arguments, 3", &optional_arguments_argp, ARGP_HELP_STD_HELP,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"required arguments, 1", &required_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"required arguments, 2", &required_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"required arguments, 3", &required_arguments_argp, ARGP_HELP_USAGE, "dup-args"},
    {"aliases, 1", &aliases_argp, ARGP_HELP_STD_HELP, NULL},
    {"aliases, 2", &aliases_argp, ARGP_HELP_USAGE, NULL},
    {"aliases, 3", &aliases_argp, ARGP_HELP_STD_USAGE, "no-dup-args-note"},
    {"hidden, 1", &hidden_argp, ARGP_HELP_STD_HELP, NULL},
    {"hidden, 2", &hidden_argp, ARGP_HELP_USAGE, NULL},
    {"hidden, 3", &hidden_argp, ARGP_HELP_LONG, "rmargin=60"},
    {"no usage, 1", &no_usage_argp, ARGP_HELP_STD_HELP, NULL},
    {"no usage, 2", &no_usage_argp, ARGP_HELP_USAGE, NULL},
    {"no usage, 3", &no_usage_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"documentation options, 1", &documentation_options_argp, ARGP_HELP_STD_HELP, NULL},
    {"documentation options, 2", &documentation_options_argp, ARGP_HELP_USAGE, NULL},
    {"documentation options, 3", &documentation_options_argp, ARGP_HELP_STD_HELP,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"groups, 1", &groups_argp, ARGP_HELP_STD_HELP, NULL},
    {"groups, 2", &groups_argp, ARGP_HELP_USAGE, NULL},
    {"groups, 3", &groups_argp, ARGP_HELP_USAGE, "opt-doc-col=20, rmargin = 70,dup-args"},
    {"headers, 1", &headers_argp, ARGP_HELP_STD_HELP, NULL},
    {"headers, 2", &headers_argp, ARGP_HELP_USAGE, NULL},
    {"headers, 3", &headers_argp, ARGP_HELP_STD_USAGE, "dup-args"},
    {"order of letters, 1", &order_of_letters_argp, ARGP_HELP_STD_HELP, NULL},
    {"order of letters, 2", &order_of_letters_argp, ARGP_HELP_USAGE, NULL},
    {"order of letters, 3", &order_of_letters_argp, ARGP_HELP_LONG, "no-dup-args-note"},
    {"long names, 1", &long_names_argp, ARGP_HELP_STD_HELP, NULL},
    {"long names, 2", &long_names_argp, ARGP_HELP_USAGE, NULL},
    {"long names, 3", &long_names_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC, "rmargin=60"},
    {"long texts, 1", &long_texts_argp, ARGP_HELP_STD_HELP, NULL},
    {"long texts, 2", &long_texts_argp, ARGP_HELP_USAGE, NULL},
    {"long texts, 3", &long_texts_argp, ARGP_HELP_STD_HELP,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"two usages, 1", &two_usages_argp, ARGP_HELP_STD_HELP, NULL},
    {"two usages, 2", &two_usages_argp, ARGP_HELP_USAGE, NULL},
    {"two usages, 3", &two_usages_argp, ARGP_HELP_USAGE,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"without texts, 1", &without_texts_argp, ARGP_HELP_STD_HELP, NULL},
    {"without texts, 2", &without_texts_argp, ARGP_HELP_USAGE, NULL},
    {"without texts, 3", &without_texts_argp, ARGP_HELP_STD_USAGE,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"only short, 1", &only_short_argp, ARGP_HELP_STD_HELP, NULL},
    {"only short, 2", &only_short_argp, ARGP_HELP_USAGE, NULL},
    {"only short, 3", &only_short_argp, ARGP_HELP_LONG, "dup-args"},
    {"only long, 1", &only_long_argp, ARGP_HELP_STD_HELP, NULL},
    {"only long, 2", &only_long_argp, ARGP_HELP_USAGE, NULL},
    {"only long, 3", &only_long_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC, "no-dup-args-note"},
    {"many with arguments, 1", &many_with_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"many with arguments, 2", &many_with_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"many with arguments, 3", &many_with_arguments_argp, ARGP_HELP_STD_HELP, "rmargin=60"},
    {"server, 1", &server_argp, ARGP_HELP_STD_HELP, NULL},
    {"server, 2", &server_argp, ARGP_HELP_USAGE, NULL},
    {"server, 3", &server_argp, ARGP_HELP_USAGE, "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"duplicates, 1", &duplicates_argp, ARGP_HELP_STD_HELP, NULL},
    {"duplicates, 2", &duplicates_argp, ARGP_HELP_USAGE, NULL},
    {"duplicates, 3", &duplicates_argp, ARGP_HELP_STD_USAGE,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"blanks in arguments, 1", &blanks_in_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"blanks in arguments, 2", &blanks_in_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"blanks in arguments, 3", &blanks_in_arguments_argp, ARGP_HELP_LONG,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"child of it, 1", &child_of_it_argp, ARGP_HELP_STD_HELP, NULL},
    {"child of it, 2", &child_of_it_argp, ARGP_HELP_USAGE, NULL},
    {"child of it, 3", &child_of_it_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC, "dup-args"},
    {"sibling, 1", &sibling_argp, ARGP_HELP_STD_HELP, NULL},
    {"sibling, 2", &sibling_argp, ARGP_HELP_USAGE, NULL},
    {"sibling, 3", &sibling_argp, ARGP_HELP_STD_HELP, "no-dup-args-note"},
    {"with a child, 1", &with_a_child_argp, ARGP_HELP_STD_HELP, NULL},
    {"with a child, 2", &with_a_child_argp, ARGP_HELP_USAGE, NULL},
    {"with a child, 3", &with_a_child_argp, ARGP_HELP_USAGE, "rmargin=60"},
    {"with headed children, 1", &with_headed_children_argp, ARGP_HELP_STD_HELP, NULL},
    {"with headed children, 2", &with_headed_children_argp, ARGP_HELP_USAGE, NULL},
    {"with headed children, 3", &with_headed_children_argp, ARGP_HELP_STD_USAGE,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"with grouped children, 1", &with_grouped_children_argp, ARGP_HELP_STD_HELP, NULL},
    {"with grouped children, 2", &with_grouped_children_argp, ARGP_HELP_USAGE, NULL},
    {"with grouped children, 3", &with_grouped_children_argp, ARGP_HELP_LONG,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"grand parent, 1", &grand_parent_argp, ARGP_HELP_STD_HELP, NULL},
    {"grand parent, 2", &grand_parent_argp, ARGP_HELP_USAGE, NULL},
    {"grand parent, 3", &grand_parent_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"no options, children, 1", &no_options__children_argp, ARGP_HELP_STD_HELP, NULL},
    {"no options, children, 2", &no_options__children_argp, ARGP_HELP_USAGE, NULL},
    {"no options, children, 3", &no_options__children_argp, ARGP_HELP_STD_HELP, "dup-args"},
    {"copy, 1", &copy_argp, ARGP_HELP_STD_HELP, NULL},
    {"copy, 2", &copy_argp, ARGP_HELP_USAGE, NULL},
    {"copy, 3", &copy_argp, ARGP_HELP_USAGE, "no-dup-args-note"},
    {"search, 1", &search_argp, ARGP_HELP_STD_HELP, NULL},
    {"search, 2", &search_argp, ARGP_HELP_USAGE, NULL},
    {"search, 3", &search_argp, ARGP_HELP_STD_USAGE, "rmargin=60"},
    {"sort lines, 1", &sort_lines_argp, ARGP_HELP_STD_HELP, NULL},
    {"sort lines, 2", &sort_lines_argp, ARGP_HELP_USAGE, NULL},
    {"sort lines, 3", &sort_lines_argp, ARGP_HELP_LONG,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"follow, 1", &follow_argp, ARGP_HELP_STD_HELP, NULL},
    {"follow, 2", &follow_argp, ARGP_HELP_USAGE, NULL},
    {"follow, 3", &follow_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"fetch, 1", &fetch_argp, ARGP_HELP_STD_HELP, NULL},
    {"fetch, 2", &fetch_argp, ARGP_HELP_USAGE, NULL},
    {"fetch, 3", &fetch_argp, ARGP_HELP_STD_HELP, "opt-doc-col=20, rmargin = 70,dup-args"},
    {"compile, 1", &compile_argp, ARGP_HELP_STD_HELP, NULL},
    {"compile, 2", &compile_argp, ARGP_HELP_USAGE, NULL},
    {"compile, 3", &compile_argp, ARGP_HELP_USAGE, "dup-args"},
    {"elf reader, 1", &elf_reader_argp, ARGP_HELP_STD_HELP, NULL},
    {"elf reader, 2", &elf_reader_argp, ARGP_HELP_USAGE, NULL},
    {"elf reader, 3", &elf_reader_argp, ARGP_HELP_STD_USAGE, "no-dup-args-note"},
    {"mount, 1", &mount_argp, ARGP_HELP_STD_HELP, NULL},
    {"mount, 2", &mount_argp, ARGP_HELP_USAGE, NULL},
    {"mount, 3", &mount_argp, ARGP_HELP_LONG, "rmargin=60"},
    {"clock, 1", &clock_argp, ARGP_HELP_STD_HELP, NULL},
    {"clock, 2", &clock_argp, ARGP_HELP_USAGE, NULL},
    {"clock, 3", &clock_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"processes, 1", &processes_argp, ARGP_HELP_STD_HELP, NULL},
    {"processes, 2", &processes_argp, ARGP_HELP_USAGE, NULL},
    {"processes, 3", &processes_argp, ARGP_HELP_STD_HELP,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"partition, 1", &partition_argp, ARGP_HELP_STD_HELP, NULL},
    {"partition, 2", &partition_argp, ARGP_HELP_USAGE, NULL},
    {"partition, 3", &partition_argp, ARGP_HELP_USAGE, "opt-doc-col=20, rmargin = 70,dup-args"},
    {"digits, 1", &digits_argp, ARGP_HELP_STD_HELP, NULL},
    {"digits, 2", &digits_argp, ARGP_HELP_USAGE, NULL},
    {"digits, 3", &digits_argp, ARGP_HELP_STD_USAGE, "dup-args"},
    {"punctuation, 1", &punctuation_argp, ARGP_HELP_STD_HELP, NULL},
    {"punctuation, 2", &punctuation_argp, ARGP_HELP_USAGE, NULL},
    {"punctuation, 3", &punctuation_argp, ARGP_HELP_LONG, "no-dup-args-note"},
    {"capitals, 1", &capitals_argp, ARGP_HELP_STD_HELP, NULL},
    {"capitals, 2", &capitals_argp, ARGP_HELP_USAGE, NULL},
    {"capitals, 3", &capitals_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC, "rmargin=60"},
    {"same initial, 1", &same_initial_argp, ARGP_HELP_STD_HELP, NULL},
    {"same initial, 2", &same_initial_argp, ARGP_HELP_USAGE, NULL},
    {"same initial, 3", &same_initial_argp, ARGP_HELP_STD_HELP,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"empty texts, 1", &empty_texts_argp, ARGP_HELP_STD_HELP, NULL},
    {"empty texts, 2", &empty_texts_argp, ARGP_HELP_USAGE, NULL},
    {"empty texts, 3", &empty_texts_argp, ARGP_HELP_USAGE,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"empty arguments, 1", &empty_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"empty arguments, 2", &empty_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"empty arguments, 3", &empty_arguments_argp, ARGP_HELP_STD_USAGE,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"new lines in all, 1", &new_lines_in_all_argp, ARGP_HELP_STD_HELP, NULL},
    {"new lines in all, 2", &new_lines_in_all_argp, ARGP_HELP_USAGE, NULL},
    {"new lines in all, 3", &new_lines_in_all_argp, ARGP_HELP_LONG, "dup-args"},
    {"wide arguments, 1", &wide_arguments_argp, ARGP_HELP_STD_HELP, NULL},
    {"wide arguments, 2", &wide_arguments_argp, ARGP_HELP_USAGE, NULL},
    {"wide arguments, 3", &wide_arguments_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "no-dup-args-note"},
    {"many aliases, 1", &many_aliases_argp, ARGP_HELP_STD_HELP, NULL},
    {"many aliases, 2", &many_aliases_argp, ARGP_HELP_USAGE, NULL},
    {"many aliases, 3", &many_aliases_argp, ARGP_HELP_STD_HELP, "rmargin=60"},
    {"hidden headers, 1", &hidden_headers_argp, ARGP_HELP_STD_HELP, NULL},
    {"hidden headers, 2", &hidden_headers_argp, ARGP_HELP_USAGE, NULL},
    {"hidden headers, 3", &hidden_headers_argp, ARGP_HELP_USAGE,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"text after text, 1", &text_after_text_argp, ARGP_HELP_STD_HELP, NULL},
    {"text after text, 2", &text_after_text_argp, ARGP_HELP_USAGE, NULL},
    {"text after text, 3", &text_after_text_argp, ARGP_HELP_STD_USAGE,
     "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"text alone, 1", &text_alone_argp, ARGP_HELP_STD_HELP, NULL},
    {"text alone, 2", &text_alone_argp, ARGP_HELP_USAGE, NULL},
    {"text alone, 3", &text_alone_argp, ARGP_HELP_LONG, "opt-doc-col=20, rmargin = 70,dup-args"},
    {"groups of texts, 1", &groups_of_texts_argp, ARGP_HELP_STD_HELP, NULL},
    {"groups of texts, 2", &groups_of_texts_argp, ARGP_HELP_USAGE, NULL},
    {"groups of texts, 3", &groups_of_texts_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "dup-args"},
    {"headers of groups, 1", &headers_of_groups_argp, ARGP_HELP_STD_HELP, NULL},
    {"headers of groups, 2", &headers_of_groups_argp, ARGP_HELP_USAGE, NULL},
    {"headers of groups, 3", &headers_of_groups_argp, ARGP_HELP_STD_HELP, "no-dup-args-note"},
    {"database, 1", &database_argp, ARGP_HELP_STD_HELP, NULL},
    {"database, 2", &database_argp, ARGP_HELP_USAGE, NULL},
    {"database, 3", &database_argp, ARGP_HELP_USAGE, "rmargin=60"},
    {"compression, 1", &compression_argp, ARGP_HELP_STD_HELP, NULL},
    {"compression, 2", &compression_argp, ARGP_HELP_USAGE, NULL},
    {"compression, 3", &compression_argp, ARGP_HELP_STD_USAGE,
     "short-opt-col=4,long-opt-col=9,opt-doc-col=35"},
    {"mail, 1", &mail_argp, ARGP_HELP_STD_HELP, NULL},
    {"mail, 2", &mail_argp, ARGP_HELP_USAGE, NULL},
    {"mail, 3", &mail_argp, ARGP_HELP_LONG, "usage-indent=4,header-col=3,doc-opt-col=5"},
    {"odd keys, 1", &odd_keys_argp, ARGP_HELP_STD_HELP, NULL},
    {"odd keys, 2", &odd_keys_argp, ARGP_HELP_USAGE, NULL},
    {"odd keys, 3", &odd_keys_argp, ARGP_HELP_SHORT_USAGE | ARGP_HELP_DOC,
     "opt-doc-col=20, rmargin = 70,dup-args"},
    {"usage of one line, 1", &usage_of_one_line_argp, ARGP_HELP_STD_HELP, NULL},
    {"usage of one line, 2", &usage_of_one_line_argp, ARGP_HELP_USAGE, NULL},
    {"usage of one line, 3", &usage_of_one_line_argp, ARGP_HELP_STD_HELP, "dup-args"},
};
