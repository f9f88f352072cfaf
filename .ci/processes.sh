# shellcheck shell=bash
# Knows the processes of this run, and ends them. Sourced by .ci/run.
#
# Every process that the run starts inherits PORTOLAN_CI_RUN, also the ones that leave their parent's group, as browsers
# and servers do. So the run ends exactly its own, and never somebody else's mysqld or java on the same machine.

RUN_ID=$$-$RANDOM$RANDOM
export PORTOLAN_CI_RUN=$RUN_ID

# Runs a long command so that a signal to the script is acted on at once, and not when the command ends.
interruptible() {
    "$@" &
    wait "$!"
}

processes_of() { # the search itself is none of them
    PORTOLAN_CI_RUN='' grep -lzx "PORTOLAN_CI_RUN=$1" /proc/[0-9]*/environ 2>/dev/null | PORTOLAN_CI_RUN='' cut -d/ -f3
}

end_processes() {
    local pid pids attempt
    pids=$(processes_of "$1")
    [[ -n $pids ]] || return 0
    echo "Ending what is still running:"
    for pid in $pids; do
        ps -o pid=,args= -p "$pid" | cut -c1-150
        kill -TERM "$pid" 2>/dev/null
    done
    for ((attempt = 0; attempt < 50; attempt++)); do
        [[ -n $(processes_of "$1") ]] || return 0
        sleep 0.2
    done
    for pid in $(processes_of "$1"); do
        kill -KILL "$pid" 2>/dev/null
    done
}
