# shellcheck shell=bash
# What the tests want in their environment on a machine that .ci/run has set up. Sourced by .ci/run; by hand:
# "source .ci/environment.sh" and then "mvn verify".

export PATH=$PATH:/usr/sbin:/sbin
export PORTOLAN_CHROMIUM=/usr/bin/chromium
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1     # Chromium is Debian's
export TESTCONTAINERS_RYUK_DISABLED=true      # its image cannot be pulled; stop_docker does its work
export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 # where ports are published, also when this runs in a container itself
