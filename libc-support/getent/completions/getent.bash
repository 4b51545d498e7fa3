# bash completion of getent(1): databases, and names that can be listed as keys.
_getent()
{
        local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} database= word i
        local databases='ahosts ahostsv4 ahostsv6 aliases ethers group gshadow hosts initgroups netgroup networks
                passwd protocols rpc services shadow shells'

        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if [[ $word == -s || $word == --service ]]; then
                        ((i++))
                elif [[ $word != -* && $word != '=' && ${COMP_WORDS[i - 1]} != '=' ]]; then
                        database=$word
                        break
                fi
        done
        if [[ $previous == -s || $previous == --service ]]; then
                mapfile -t COMPREPLY < <(compgen -W 'files dns mdns nscd' -- "$cur")
        elif [[ $cur == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W '-A -i -s -V --no-addrconfig --no-idn --service= --all-families
                        --warn --help --usage --version' -- "$cur")
                [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
        else
                case $database in
                '') mapfile -t COMPREPLY < <(compgen -W "$databases" -- "$cur") ;;
                passwd | shadow | initgroups) mapfile -t COMPREPLY < <(compgen -u -- "$cur") ;;
                group | gshadow) mapfile -t COMPREPLY < <(compgen -g -- "$cur") ;;
                services) mapfile -t COMPREPLY < <(compgen -s -- "$cur") ;;
                hosts | ahosts*) mapfile -t COMPREPLY < <(compgen -A hostname -- "$cur") ;;
                aliases) mapfile -t COMPREPLY < <(compgen -W "$("$1" aliases 2>/dev/null | cut -d: -f1)" -- "$cur") ;;
                networks | protocols | rpc | shells)
                        mapfile -t COMPREPLY < <(compgen -W "$("$1" "$database" 2>/dev/null | cut -d' ' -f1)" -- "$cur")
                        ;;
                esac
        fi
}
complete -F _getent getent
