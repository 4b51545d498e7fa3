// The state of exceptions of each thread (Itanium C++ ABI: Exception Handling, 2.2.2). The static
// libc++abi may be compiled for programs alone: its own variable could then not be part of a shared
// object. Where libstdc++ is used, this file is empty.
#include <version>

#ifdef _LIBCPP_VERSION

namespace __cxxabiv1
{

struct __cxa_eh_globals {
        void *caughtExceptions;
        unsigned int uncaughtExceptions;
};

namespace
{
thread_local __cxa_eh_globals globals;
}

extern "C" {
__cxa_eh_globals *__cxa_get_globals();
__cxa_eh_globals *__cxa_get_globals_fast();

__cxa_eh_globals *__cxa_get_globals()
{
        return &globals;
}

__cxa_eh_globals *__cxa_get_globals_fast()
{
        return &globals;
}
}

} // namespace __cxxabiv1

#endif
