# shellcheck shell=bash
# Named steps with their durations. Sourced by .ci/run.

CURRENT_STEP=
CURRENT_STEP_BEGAN=0
STEP_DURATIONS=()

# step TITLE COMMAND...: runs the command here, so that what it exports stays. A failure ends the run.
step() {
    CURRENT_STEP=$1
    CURRENT_STEP_BEGAN=$SECONDS
    shift
    printf '\n==> %s\n' "$CURRENT_STEP"
    "$@"
    note_duration "$CURRENT_STEP"
    printf '<== %s: done in %d s\n' "$CURRENT_STEP" "$((SECONDS - CURRENT_STEP_BEGAN))"
    CURRENT_STEP=
}

note_duration() {
    STEP_DURATIONS+=("$(printf '%5d s  %s' "$((SECONDS - CURRENT_STEP_BEGAN))" "$1")")
}

print_durations() {
    [[ -z $CURRENT_STEP ]] || note_duration "$CURRENT_STEP (did not end well)"
    printf '\nHow long it took:\n'
    printf '%s\n' "${STEP_DURATIONS[@]}"
    printf '%5d s  in all\n\n' "$SECONDS"
}
