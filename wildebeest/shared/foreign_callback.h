/*
 * For a function that calls a callback of a user of the LFS64 names: its type has struct stat64
 * where ours has struct stat. The two are laid out alike, but clang's checks of indirect calls
 * (-fsanitize=cfi-icall and function) tell the tags apart.
 */
#ifndef LWB_SHARED_FOREIGN_CALLBACK_H
#define LWB_SHARED_FOREIGN_CALLBACK_H

#ifdef __clang__
#define CALLS_FOREIGN_CALLBACK __attribute__((no_sanitize("cfi-icall", "function")))
#else
#define CALLS_FOREIGN_CALLBACK
#endif

#endif
