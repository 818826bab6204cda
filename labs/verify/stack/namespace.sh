#!/bin/bash
# First process of the stack's namespaces: own network with its loopback, own hosts file, then the supervisor.
# It stays as the process that adopts orphans, and ends when the supervisor does: the kernel then ends the rest.
# Usage: namespace.sh hosts-file node supervisor plan
set -euo pipefail
ip link set lo up
mount --bind "$1" /etc/hosts
shift
"$@" &
trap 'kill -TERM $!' TERM
wait $!
