#!/bin/bash
# First process of the stack's namespaces: own network with its loopback, own hosts file, then the supervisor.
# It stays as the process that adopts orphans, and ends when the supervisor does: the kernel then ends the rest.
# Lessons see the Python environment at the path at which a learner makes it.
# Usage: namespace.sh hosts-file environment its-path node supervisor plan
set -euo pipefail
ip link set lo up
mount --bind "$1" /etc/hosts
mkdir -p "$3"
mount --bind "$2" "$3"
shift 3
"$@" &
trap 'kill -TERM $!' TERM
wait $!
