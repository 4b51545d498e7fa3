/* What glibc 2.36 says of each walk; FTS_RECORD=1 prints it. */
{"FTS_PHYSICAL", "r", NULL, FTS_PHYSICAL,
 "D r r r 0 1/1 \n"
 "D r/a a a 1 3/1 /r in r\n"
 "D r/a/b b b 2 5/1 /r/a in a\n"
 "DP r/a/b b b 2 5/1 /r/a in a\n"
 "F r/a/f f f 2 5/1 /r/a in a\n"
 "SL r/a/up up up 2 6/2 /r/a in a\n"
 "DP r/a a a 1 3/1 /r in r\n"
 "SL r/dang dang dang 1 6/4 /r in r\n"
 "D r/e e e 1 3/1 /r in r\n"
 "DP r/e e e 1 3/1 /r in r\n"
 "DEFAULT r/fifo fifo fifo 1 6/4 /r in r\n"
 "SL r/lo lo lo 1 4/2 /r in r\n"
 "DP r r r 0 1/1 \n"},
    {"FTS_NOCHDIR", "r", NULL, FTS_PHYSICAL | FTS_NOCHDIR,
     "D r r r 0 1/1 \n"
     "D r/a r/a a 1 3/1  in r\n"
     "D r/a/b r/a/b b 2 5/1  in a\n"
     "DP r/a/b r/a/b b 2 5/1  in a\n"
     "F r/a/f r/a/f f 2 5/1  in a\n"
     "SL r/a/up r/a/up up 2 6/2  in a\n"
     "DP r/a r/a a 1 3/1  in r\n"
     "SL r/dang r/dang dang 1 6/4  in r\n"
     "D r/e r/e e 1 3/1  in r\n"
     "DP r/e r/e e 1 3/1  in r\n"
     "DEFAULT r/fifo r/fifo fifo 1 6/4  in r\n"
     "SL r/lo r/lo lo 1 4/2  in r\n"
     "DP r r r 0 1/1 \n"},
    {"FTS_LOGICAL", "r", NULL, FTS_LOGICAL,
     "D r r r 0 1/1 \n"
     "D r/a r/a a 1 3/1  in r\n"
     "D r/a/b r/a/b b 2 5/1  in a\n"
     "DP r/a/b r/a/b b 2 5/1  in a\n"
     "F r/a/f r/a/f f 2 5/1  in a\n"
     "DC r/a/up r/a/up up 2 6/2  as r in a\n"
     "DP r/a r/a a 1 3/1  in r\n"
     "SLNONE r/dang r/dang dang 1 6/4  in r\n"
     "D r/e r/e e 1 3/1  in r\n"
     "DP r/e r/e e 1 3/1  in r\n"
     "DEFAULT r/fifo r/fifo fifo 1 6/4  in r\n"
     "D r/lo r/lo lo 1 4/2  in r\n"
     "F r/lo/x r/lo/x x 2 6/1  in lo\n"
     "DP r/lo r/lo lo 1 4/2  in r\n"
     "DP r r r 0 1/1 \n"},
    {"FTS_SEEDOT, FTS_NOSTAT", "r", NULL, FTS_PHYSICAL | FTS_SEEDOT | FTS_NOSTAT,
     "D r r r 0 1/1 \n"
     "DOT r/. . . 1 3/1 /r in r\n"
     "DOT r/.. .. .. 1 4/2 /r in r\n"
     "D r/a a a 1 3/1 /r in r\n"
     "DOT r/a/. . . 2 5/1 /r/a in a\n"
     "DOT r/a/.. .. .. 2 6/2 /r/a in a\n"
     "D r/a/b b b 2 5/1 /r/a in a\n"
     "DOT r/a/b/. . . 3 7/1 /r/a/b in b\n"
     "DOT r/a/b/.. .. .. 3 8/2 /r/a/b in b\n"
     "DP r/a/b b b 2 5/1 /r/a in a\n"
     "NSOK r/a/f f f 2 5/1 /r/a in a\n"
     "NSOK r/a/up up up 2 6/2 /r/a in a\n"
     "DP r/a a a 1 3/1 /r in r\n"
     "NSOK r/dang dang dang 1 6/4 /r in r\n"
     "D r/e e e 1 3/1 /r in r\n"
     "DOT r/e/. . . 2 5/1 /r/e in e\n"
     "DOT r/e/.. .. .. 2 6/2 /r/e in e\n"
     "DP r/e e e 1 3/1 /r in r\n"
     "NSOK r/fifo fifo fifo 1 6/4 /r in r\n"
     "NSOK r/lo lo lo 1 4/2 /r in r\n"
     "DP r r r 0 1/1 \n"},
    {"two roots", "r/a", "o/", FTS_PHYSICAL,
     "D o/ o/  0 2/0 \n"
     "F o/x x x 1 3/1 /o in \n"
     "DP o/ o/  0 2/0 \n"
     "D r/a r/a a 0 3/1 \n"
     "D r/a/b b b 1 5/1 /r/a in a\n"
     "DP r/a/b b b 1 5/1 /r/a in a\n"
     "F r/a/f f f 1 5/1 /r/a in a\n"
     "SL r/a/up up up 1 6/2 /r/a in a\n"
     "DP r/a r/a a 0 3/1 \n"},
    {"the directory itself", ".", NULL, FTS_PHYSICAL,
     "D . . . 0 1/1 \n"
     "D ./o o o 1 3/1  in .\n"
     "F ./o/x x x 2 5/1 /o in o\n"
     "DP ./o o o 1 3/1  in .\n"
     "D ./r r r 1 3/1  in .\n"
     "D ./r/a a a 2 5/1 /r in r\n"
     "D ./r/a/b b b 3 7/1 /r/a in a\n"
     "DP ./r/a/b b b 3 7/1 /r/a in a\n"
     "F ./r/a/f f f 3 7/1 /r/a in a\n"
     "SL ./r/a/up up up 3 8/2 /r/a in a\n"
     "DP ./r/a a a 2 5/1 /r in r\n"
     "SL ./r/dang dang dang 2 8/4 /r in r\n"
     "D ./r/e e e 2 5/1 /r in r\n"
     "DP ./r/e e e 2 5/1 /r in r\n"
     "DEFAULT ./r/fifo fifo fifo 2 8/4 /r in r\n"
     "SL ./r/lo lo lo 2 6/2 /r in r\n"
     "DP ./r r r 1 3/1  in .\n"
     "DP . . . 0 1/1 \n"},
    {"a root that is not there", "none", "o/x", FTS_PHYSICAL,
     "NS none none none 0 4/4  errno 2\n"
     "F o/x o/x x 0 3/1 \n"},
    {"a link as root", "r/lo", NULL, FTS_PHYSICAL, "SL r/lo r/lo lo 0 4/2 \n"},
    {"FTS_COMFOLLOW", "r/lo", "r/dang", FTS_PHYSICAL | FTS_COMFOLLOW,
     "SLNONE r/dang r/dang dang 0 6/4 \n"
     "D r/lo r/lo lo 0 4/2 \n"
     "F r/lo/x x x 1 6/1 /o in lo\n"
     "DP r/lo r/lo lo 0 4/2 \n"},
    {"a slash follows a link", "r/lo/", NULL, FTS_PHYSICAL,
     "D r/lo/ r/lo/  0 5/0 \n"
     "F r/lo/x x x 1 6/1 /o in \n"
     "DP r/lo/ r/lo/  0 5/0 \n"},
    {"an empty root", "", NULL, FTS_PHYSICAL, "open: 2\n"},
    {"slashes in roots", "r//e///", "r/./a/b", FTS_PHYSICAL,
     "D r/./a/b r/./a/b b 0 7/1 \n"
     "DP r/./a/b r/./a/b b 0 7/1 \n"
     "D r//e/// r//e///  0 7/0 \n"
     "DP r//e/// r//e///  0 7/0 \n"},
    {"FTS_LOGICAL and FTS_PHYSICAL", "o", NULL, FTS_PHYSICAL | FTS_LOGICAL,
     "D o o o 0 1/1 \n"
     "F o/x o/x x 1 3/1  in o\n"
     "DP o o o 0 1/1 \n"},
    {"neither", "o", NULL, 0,
     "D o o o 0 1/1 \n"
     "F o/x x x 1 3/1 /o in o\n"
     "DP o o o 0 1/1 \n"},
    {"an unknown option", "o", NULL, 0x1000, "open: 22\n"},
    {"FTS_NAMEONLY", "o", NULL, FTS_NAMEONLY, "open: 22\n"},
    {"a dangling link as root", "r/dang", NULL, FTS_LOGICAL, "SLNONE r/dang r/dang dang 0 6/4 \n"},
    {"FTS_NOSTAT with FTS_LOGICAL", "r", NULL, FTS_LOGICAL | FTS_NOSTAT,
     "D r r r 0 1/1 \n"
     "D r/a r/a a 1 3/1  in r\n"
     "D r/a/b r/a/b b 2 5/1  in a\n"
     "DP r/a/b r/a/b b 2 5/1  in a\n"
     "F r/a/f r/a/f f 2 5/1  in a\n"
     "DC r/a/up r/a/up up 2 6/2  as r in a\n"
     "DP r/a r/a a 1 3/1  in r\n"
     "SLNONE r/dang r/dang dang 1 6/4  in r\n"
     "D r/e r/e e 1 3/1  in r\n"
     "DP r/e r/e e 1 3/1  in r\n"
     "DEFAULT r/fifo r/fifo fifo 1 6/4  in r\n"
     "D r/lo r/lo lo 1 4/2  in r\n"
     "F r/lo/x r/lo/x x 2 6/1  in lo\n"
     "DP r/lo r/lo lo 1 4/2  in r\n"
     "DP r r r 0 1/1 \n"},
    {"FTS_XDEV", "r", NULL, FTS_PHYSICAL | FTS_XDEV,
     "D r r r 0 1/1 \n"
     "D r/a a a 1 3/1 /r in r\n"
     "D r/a/b b b 2 5/1 /r/a in a\n"
     "DP r/a/b b b 2 5/1 /r/a in a\n"
     "F r/a/f f f 2 5/1 /r/a in a\n"
     "SL r/a/up up up 2 6/2 /r/a in a\n"
     "DP r/a a a 1 3/1 /r in r\n"
     "SL r/dang dang dang 1 6/4 /r in r\n"
     "D r/e e e 1 3/1 /r in r\n"
     "DP r/e e e 1 3/1 /r in r\n"
     "DEFAULT r/fifo fifo fifo 1 6/4 /r in r\n"
     "SL r/lo lo lo 1 4/2 /r in r\n"
     "DP r r r 0 1/1 \n"},
    {"FTS_NOSTAT with FTS_NOCHDIR", "r", NULL, FTS_PHYSICAL | FTS_NOSTAT | FTS_NOCHDIR,
     "D r r r 0 1/1 \n"
     "D r/a r/a a 1 3/1  in r\n"
     "D r/a/b r/a/b b 2 5/1  in a\n"
     "DP r/a/b r/a/b b 2 5/1  in a\n"
     "NSOK r/a/f r/a/f f 2 5/1  in a\n"
     "NSOK r/a/up r/a/up up 2 6/2  in a\n"
     "DP r/a r/a a 1 3/1  in r\n"
     "NSOK r/dang r/dang dang 1 6/4  in r\n"
     "D r/e r/e e 1 3/1  in r\n"
     "DP r/e r/e e 1 3/1  in r\n"
     "NSOK r/fifo r/fifo fifo 1 6/4  in r\n"
     "NSOK r/lo r/lo lo 1 4/2  in r\n"
     "DP r r r 0 1/1 \n"},
