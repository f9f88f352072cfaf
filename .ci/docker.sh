# shellcheck shell=bash
# A Docker engine for the length of the run. Sourced by .ci/run.

DOCKERD_PID=

docker_answers() { docker version >/dev/null 2>&1; }

# Uses the engine that is running, or starts one: reached by its Unix socket only, publishing ports on loopback only.
# Its run-time files are new each time, as those of an engine that was killed can name the ids of other processes.
start_docker() {
    local attempt
    if docker_answers; then
        echo 'using the Docker engine that is running'
        return
    fi
    PORTOLAN_CI_RUN=$RUN_ID-docker setsid dockerd --host unix:///var/run/docker.sock --ip 127.0.0.1 \
        --exec-root "$RUN_FOLDER/docker" --pidfile "$RUN_FOLDER/dockerd.pid" \
        >"$RUN_FOLDER/dockerd.log" 2>&1 </dev/null &
    DOCKERD_PID=$!
    for ((attempt = 0; attempt < 120; attempt++)); do
        if docker_answers; then
            docker version --format 'Docker engine {{.Server.Version}}, API {{.Server.APIVersion}}'
            return
        fi
        kill -0 "$DOCKERD_PID" 2>/dev/null || break
        sleep 0.5
    done
    echo 'The Docker engine did not start:' >&2
    tail -n 20 "$RUN_FOLDER/dockerd.log" >&2
    return 1
}

# Ends the engine that this run started, and the containers that tests left behind in it.
stop_docker() {
    [[ -n $DOCKERD_PID ]] || return 0
    docker ps --all --quiet --filter label=org.testcontainers=true \
        | timeout 60s xargs --no-run-if-empty docker rm --force --volumes
    kill -TERM "$DOCKERD_PID" 2>/dev/null
    timeout 30s tail --pid="$DOCKERD_PID" --follow /dev/null
    end_processes "$RUN_ID-docker"
}
