#!/bin/bash
# What gosu of the postgres image does: `gosu postgres program …` runs it without root's rights.
shift
exec $RUN_AS "$@"
