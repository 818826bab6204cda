# Two connectors of one worker with one topic.prefix: their metrics would have one name.
source verify/troubles/lib.sh

pg ""
streams same_prefix
pg _twin '."topic.prefix" = "same_prefix"'
said 'Unable to register metrics'
status same_prefix_twin | jq -c '[.connector.state, .tasks[].state]'
