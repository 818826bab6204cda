"""Holds Terraform files against HCL's syntax and against the arguments that the provider's resources have.

Reads a JSON list of files ({file, text}) from standard input, prints a JSON list of findings
({file, line, what, message}). The arguments are in provider-aws.json, each resource with its source.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hcl2
from lark.exceptions import UnexpectedInput

RESOURCES: dict[str, Any] = json.loads(Path(__file__).with_name("provider-aws.json").read_text("utf-8"))["resources"]
# Arguments of Terraform itself that every resource takes.
META = {"count", "depends_on", "for_each", "lifecycle", "provider"}
REFERENCE = re.compile(r"\b(aws_\w+)\.(\w+)(?:\[[^]]*\])?\.(\w+)|\bvar\.(\w+)")

Found = tuple[int, str]


def unquoted(name: str) -> str:
    return name.strip('"')


def line_of(lines: list[str], pattern: str, start: int = 1) -> int:
    """The first line at or behind `start` that a pattern matches, from 1."""
    for number in range(start, len(lines) + 1):
        if re.search(pattern, lines[number - 1]):
            return number
    return start


def own(block: dict[str, Any]) -> dict[str, Any]:
    """Arguments and blocks without what the parser adds."""
    return {unquoted(name): value for name, value in block.items() if not name.startswith("__")}


def wrong_block(
    name: str, block: dict[str, Any], allowed: dict[str, Any], lines: list[str], start: int
) -> Iterator[Found]:
    """Arguments of one block that are unknown, missing, or have a value that is not offered."""
    blocks: dict[str, Any] = allowed.get("blocks", {})
    known = {*allowed["required"], *allowed["optional"], *blocks}
    inside = own(block)
    for missing in set(allowed["required"]) - set(inside):
        yield start, f"{name} without {missing}"
    for argument, value in inside.items():
        line = line_of(lines, rf"^\s*{re.escape(argument)}\b", start)
        if argument in blocks:
            for part in value:
                place = part.get("__start_line__", line)
                yield from wrong_block(f"{name}.{argument}", part, blocks[argument], lines, place)
        elif argument not in known:
            yield line, f'argument "{argument}" of {name}; expected one of {", ".join(sorted(known))}'
        offered = allowed.get("values", {}).get(argument)
        if offered and isinstance(value, str) and value.startswith('"') and unquoted(value) not in offered:
            yield line, f"{argument} = {value} of {name}; expected one of {', '.join(offered)}"


def check(text: str) -> Iterator[Found]:
    """What is wrong with one file, with lines from 1."""
    try:
        parsed = hcl2.loads(text, serialization_options=hcl2.SerializationOptions(with_meta=True))
    except UnexpectedInput as error:
        yield getattr(error, "line", 1), f"no HCL: {str(error).splitlines()[0]}"
        return
    lines = text.splitlines()
    declared: set[tuple[str, str]] = set()
    for resource in parsed.get("resource", []):
        for kind, named in own(resource).items():
            for name, block in own(named).items():
                declared.add((kind, name))
                start = line_of(lines, rf'^resource\s+"{kind}"\s+"{name}"')
                if kind not in RESOURCES:
                    yield start, f"resource {kind}; expected one of {', '.join(RESOURCES)}"
                    continue
                allowed = dict(RESOURCES[kind])
                allowed["optional"] = [*allowed["optional"], *META]
                yield from wrong_block(kind, block, allowed, lines, start)
    variables = {name for variable in parsed.get("variable", []) for name in own(variable)}
    for number, line in enumerate(lines, 1):
        for kind, name, attribute, variable in REFERENCE.findall(line.split("#")[0]):
            if variable and variable not in variables:
                yield number, f"var.{variable}; expected one of {', '.join(sorted(variables))}"
            elif kind and (kind, name) not in declared:
                yield number, f"{kind}.{name} is declared nowhere"
            elif kind in RESOURCES:
                known = [*RESOURCES[kind]["required"], *RESOURCES[kind]["optional"], *RESOURCES[kind]["computed"]]
                if attribute not in known:
                    yield number, f'attribute "{attribute}" of {kind}; expected one of {", ".join(sorted(known))}'


def main() -> None:
    findings = [
        {"file": source["file"], "line": line, "what": "terraform", "message": f"Terraform: {message}"}
        for source in json.load(sys.stdin)
        for line, message in check(source["text"])
    ]
    json.dump(findings, sys.stdout)


if __name__ == "__main__":
    main()
