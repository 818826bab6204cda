"""Holds every `aws` command of scripts against the AWS CLI itself; nothing is sent anywhere.

Reads a JSON list of scripts ({file, text}) from standard input, prints a JSON list of findings
({file, line, what, message}).

The CLI parses a command with the service models of botocore and, asked for the skeleton of an answer, validates the
parameters instead of sending them. Added to that: abbreviated options, which version 1 of the CLI lets pass,
enumerated values, which it leaves to the server, and the names in --query, which would silently yield null.
"""

import contextlib
import difflib
import io
import json
import os
import re
import shlex
import sys
from collections.abc import Iterator
from typing import Any

import jmespath
from awscli.clidriver import create_clidriver

# A command begins a line, or stands behind an operator or a keyword of the shell.
COMMAND = re.compile(r"(?:^|[|;&(!]|\b(?:do|then|else|until|while|if)[ \t])[ \t]*(?=aws[ \t])", re.M)
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
}


def commands(text: str) -> Iterator[tuple[int, list[str]]]:
    """The `aws` commands of a script with their lines, counted from 1."""
    uncommented = re.sub(r"^[ \t]*#.*$", "", text, flags=re.M)
    for match in COMMAND.finditer(uncommented):
        yield uncommented.count("\n", 0, match.end()) + 1, shlex.split(until_end(uncommented, match.end()))


def until_end(text: str, start: int) -> str:
    """The command that begins at `start`, up to the operator or the line's end that closes it."""
    quote = ""
    position = start
    while position < len(text):
        character = text[position]
        if character == "\\" and quote != "'":
            position += 1
        elif quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "\n|;&)<>":
            break
        position += 1
    return text[start:position].replace("\\\n", " ")


def nearest(name: str, known: list[str]) -> str:
    """What was perhaps meant, for a message."""
    longer = sorted(other for other in known if other.startswith(name))
    return ", ".join(longer or difflib.get_close_matches(name, known, 3, 0.5) or sorted(known))


def wrong_names(driver: Any, words: list[str]) -> Iterator[str]:
    """Services, operations and options that the CLI does not know in full."""
    level = driver.create_help_command()
    options = set(level.arg_table)
    plain = [word for word in words[1:4] if not word.startswith("-")]
    for word in plain:
        table = level.command_table
        if not table:
            break
        if word not in table:
            yield f'"{word}" behind {" ".join(words[: words.index(word)])}; expected {nearest(word, list(table))}'
            return
        level = table[word].create_help_command()
    options |= set(level.arg_table)
    for word in words:
        name = word.split("=")[0].removeprefix("--")
        if word.startswith("--") and name not in options:
            yield f"option --{name}; expected --{nearest(name, list(options)).replace(', ', ', --')}"


def wrong_values(shape: Any, value: Any, path: str) -> Iterator[str]:
    """Values outside of an enumeration of the service model; a shell variable may be anything."""
    if shape.type_name == "structure":
        for name, member in value.items():
            if name in shape.members:
                yield from wrong_values(shape.members[name], member, f"{path}.{name}".lstrip("."))
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            yield from wrong_values(shape.member, member, f"{path}[{index}]")
    elif getattr(shape, "enum", None) and value not in shape.enum and "$" not in str(value):
        yield f'{path}="{value}"; expected {", ".join(shape.enum)}'


def member_names(shape: Any, seen: set[str]) -> set[str]:
    """Names of members at any depth of an answer."""
    if shape is None or shape.name in seen:
        return set()
    seen.add(shape.name)
    if shape.type_name == "structure":
        return set(shape.members).union(*(member_names(member, seen) for member in shape.members.values()))
    return member_names(shape.member, seen) if shape.type_name == "list" else set()


def wrong_query(query: str, shape: Any) -> Iterator[str]:
    """Fields of a --query that no answer of the operation has."""
    found: list[dict[str, Any]] = []

    def walk(node: dict[str, Any]) -> None:
        found.append(node)
        for child in node["children"]:
            if isinstance(child, dict):
                walk(child)

    walk(jmespath.compile(query).parsed)
    known = member_names(shape, set()) | {node["value"] for node in found if node["type"] == "key_val_pair"}
    for node in found:
        if node["type"] == "field" and node["value"] not in known:
            yield f'--query: no "{node["value"]}" in the answer; expected {nearest(node["value"], list(known))}'


def check(words: list[str]) -> list[str]:
    """What is wrong with one command."""
    driver = create_clidriver()
    wrong = list(wrong_names(driver, words))
    if wrong:
        return wrong
    called: list[tuple[Any, dict[str, Any]]] = []
    driver.session.register("provide-client-params", lambda params, model, **_: called.append((model, params)))
    # Made on this machine from the keys: there is no call whose answer could have a skeleton.
    local = "generate-db-auth-token" in words
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        try:
            status = driver.main(words[1:] + ([] if local else ["--generate-cli-skeleton", "output"]))
        except SystemExit as end:
            status = end.code
    if status:
        lines = [line.strip() for line in said.getvalue().split("aws: error:")[-1].splitlines()]
        return [" ".join(line for line in lines if line)]
    for model, params in called:
        wrong += wrong_values(model.input_shape, params, "")
        if "--query" in words:
            wrong += wrong_query(words[words.index("--query") + 1], model.output_shape)
    return wrong


def main() -> None:
    os.environ.update(ENVIRONMENT)
    findings = [
        {"file": script["file"], "line": line, "what": "aws", "message": f"aws: {message}"}
        for script in json.load(sys.stdin)
        for line, words in commands(script["text"])
        for message in check(words)
    ]
    json.dump(findings, sys.stdout)


if __name__ == "__main__":
    main()
