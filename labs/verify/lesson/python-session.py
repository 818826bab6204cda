"""Executes the Python blocks of a lesson in one namespace, as a reader's own session would.

Reads a JSON object per line, {"code": ..., "mark": ...}; after each block prints the mark and 0 or, when the block raised, 1;
the mark alone ends what was said on standard error.
"""

import json
import sys
import traceback

# Modules are found where an interpreter was started, not beside this file.
sys.path[0] = ""
names: dict[str, object] = {"__name__": "__main__"}
for line in sys.stdin:
    block = json.loads(line)
    status = 0
    try:
        exec(compile(block["code"], "<lesson>", "exec"), names)
    except Exception:
        traceback.print_exc()
        status = 1
    print(f"\n{block['mark']} {status}", flush=True)
    print(block["mark"], file=sys.stderr, flush=True)
