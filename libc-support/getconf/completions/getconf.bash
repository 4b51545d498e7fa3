# bash completion of getconf(1): the names are those that getconf itself knows.
_getconf()
{
        local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} names

        COMPREPLY=()
        if [[ $previous == -v ]]; then
                names=$("$1" -l 2>/dev/null | sed -nE 's/^_((XBS5|POSIX_V[0-9]+)_I?LP[0-9A-Z]+_OFF[0-9A-Z]+)$/\1/p')
                mapfile -t COMPREPLY < <(compgen -W "$names" -- "$cur")
        elif [[ $cur == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W '-a -l -v --help --version' -- "$cur")
        elif ((COMP_CWORD == 1)) || [[ ${COMP_WORDS[COMP_CWORD - 2]} == -v ]]; then
                names=$("$1" -l 2>/dev/null)
                mapfile -t COMPREPLY < <(compgen -W "$names" -- "$cur")
        else
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        fi
}
complete -F _getconf getconf
