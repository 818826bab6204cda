"""Слоты репликации PostgreSQL: кто читает и сколько WAL удержано."""

from dataclasses import dataclass
from datetime import datetime

from database import Address, ask_postgres
from terminal import human

# region: query
QUERY = """
SELECT slot_name AS name,
       active,
       inactive_since,
       wal_status,
       invalidation_reason,
       safe_wal_size AS safe,
       pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint AS retained,
       pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint AS unconfirmed
  FROM pg_replication_slots
 ORDER BY slot_name
"""


@dataclass(frozen=True)
class Slot:
    """Слот на один момент; размеры — байты. inactive_since и invalidation_reason есть с PostgreSQL 17."""

    name: str
    active: bool
    inactive_since: datetime | None
    wal_status: str | None
    invalidation_reason: str | None
    safe: int | None
    """Сколько WAL ещё можно записать, прежде чем слот станет lost; None — предела нет или слот уже потерян."""
    retained: int | None
    """Сколько WAL слот не даёт удалить."""
    unconfirmed: int | None
    """Сколько WAL записано после позиции, которую подтвердил читатель."""


def read(address: Address) -> list[Slot]:
    """Все слоты сервера."""
    return ask_postgres(address, QUERY, Slot)


# endregion: query


# region: problems
def slot_problems(slot: Slot, whose: str, max_retained: int, min_safe: int, *, snapshot: bool) -> list[str]:
    """Что не так со слотом. whose — чей он, словами; snapshot — коннектор ещё читает таблицы."""
    if slot.wal_status == "lost":
        return [f"слот {slot.name} потерян ({slot.invalidation_reason}): нужного WAL нет, понадобится новый снимок"]
    found = []
    if not slot.active and not snapshot:
        found.append(f"слот {slot.name} никто не читает, удержано {human(slot.retained or 0)} WAL ({whose})")
    if slot.wal_status == "unreserved":
        found.append(f"слот {slot.name}: unreserved, нужный WAL удалят при ближайшей контрольной точке")
    if (slot.retained or 0) > max_retained:
        found.append(f"слот {slot.name} удерживает {human(slot.retained or 0)} WAL, больше {human(max_retained)}")
    if slot.safe is not None and slot.safe < min_safe:
        found.append(f"слот {slot.name}: до потери {human(max(slot.safe, 0))} WAL, меньше {human(min_safe)}")
    return found


# endregion: problems
