from collections.abc import Iterable


# region: loop
def read(events: Iterable[str]) -> None:
    for event in events:
        print(event)
# endregion: loop
