#include <signal.h>

/** raise under its name of System V. See gsignal(3). */
int gsignal(int number)
{
        return raise(number);
}

/** signal under its name of System V. See ssignal(3). */
void (*ssignal(int number, void (*handler)(int)))(int)
{
        return signal(number, handler);
}
