/* Digests of what glibc 2.36 makes of the random calls of utmp_random_test.c: `utmp_random_test
 * record`. */
static const unsigned long long recorded_utmp[40] = {
    0x28b9519bc33e889a, 0xd942ffcbd904145d, 0x8ca4a9f69d8ef309, 0x08d34941905a81b8,
    0x9f38c711cd72eb6b, 0x8f1ee31bcd37cba5, 0x3f8e890d87b25cdc, 0xf1e53ba7c8489caa,
    0xb877feacc6f246a6, 0x2ca62a46fcc40187, 0x5b75c7881ec4bc80, 0x8cad673224c5646f,
    0xeaaac7a88e266a76, 0x47d2287cc06017b9, 0x56e323892aeb3e62, 0x84db43faf4d2c6ca,
    0x2f1f0fea6e098369, 0xa19647ce5d0a54f8, 0xaf21adf01827f593, 0x36defe500e710946,
    0x642b4461d76c7990, 0x6e48a6d67796137f, 0x5be9762ce05c05ca, 0x5c8fa8aa0913e1a8,
    0xc989c773748634db, 0xf7c19888bfc40e2e, 0x08d739374f3b7c8c, 0x0ed1ebbec0496927,
    0xa7b55aa016530a55, 0x4bd522d036ff990e, 0x4d044859bfbed706, 0x8296c2efae76e9f7,
    0xa8600aa9d3a5ad60, 0x0f48cb423978a120, 0xd0521b73c4b14a11, 0x2d5d2490165c59f8,
    0x3f1efaaa7fb3c5cd, 0xcc55f402280061ad, 0xa935b4b7b732930d, 0x75fa1a82b07e4a21,
};
