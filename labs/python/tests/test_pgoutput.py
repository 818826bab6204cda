"""Сообщения сняты с PostgreSQL 18."""

import pytest

from pgoutput import Decoder, lines

BEGIN = "420000000001c44478000303cadd1e27e70000030e"
RELATION = (
    "520000401273686f700070726f6475637473006400060169640000000017ffffffff00736b75000000041300000018006e616d65000000"
    "04130000006800707269636500000006a4000a00060073746f636b0000000017ffffffff00617474726962757465730000000edaffffffff"
)
INSERT = (
    "49000040124e0006740000000335303174000000055445412d317400000006d0a7d0b0d0b974000000063235302e303074000000013574"
    "000000027b7d"
)
DELETE = "44000040124b000674000000033530316e6e6e6e6e"
COMMIT = "43000000000001c444780000000001c444b0000303cadd1e27e7"


def said(*messages: str) -> list[str]:
    return list(lines(f"\\x{message}\n" for message in messages))


def test_a_transaction_reads_as_it_was_written() -> None:
    assert said(BEGIN, RELATION, INSERT, DELETE, COMMIT) == [
        "B commit_lsn=0/1C44478 time=2026-11-21T16:45:58.150119+00:00 xid=782",
        "R shop.products identity=d (id* sku name price stock attributes)",
        "I shop.products N(id='501' sku='TEA-1' name='Чай' price='250.00' stock='5' attributes='{}')",
        "D shop.products K(id='501' sku=n name=n price=n stock=n attributes=n)",
        "C flags=0 commit_lsn=0/1C44478 end_lsn=0/1C444B0 time=2026-11-21T16:45:58.150119+00:00",
    ]


def read(*messages: str) -> str:
    """Последнее из сообщений, прочитанных одним разборщиком; пробелы в записи ничего не значат."""
    decoder = Decoder()
    return [decoder.decode(bytes.fromhex(message)) for message in messages][-1]


def test_an_update_names_the_old_row_before_the_new_one() -> None:
    relation = "52 00000007 7300 7400 66 0002 01 6100 00000017 ffffffff 01 6200 00000019 ffffffff"
    update = "55 00000007 4f 0002 74 00000001 31 6e 4e 0002 74 00000001 31 75"
    assert read(relation, update) == "U s.t O(a='1' b=n) N(a='1' b=u)"


def test_a_long_value_is_cut_and_counted() -> None:
    relation = "52 00000007 7300 7400 64 0001 01 6100 00000019 ffffffff"
    insert = "49 00000007 4e 0001 74 0000001e" + " 78" * 30
    assert read(relation, insert) == f"I s.t N(a='{'x' * 24}…' (30))"


def test_a_truncate_names_its_table_and_its_options() -> None:
    assert read("52 00000007 7300 7400 64 0000", "54 00000001 03 00000007") == "T s.t options=3"


def test_a_message_may_come_outside_a_transaction() -> None:
    message = "4d 00 0000000000000010 7000 00000002 6869"
    assert read(message) == "M transactional=0 lsn=0/10 prefix=p content=hi"


def test_columns_before_the_message_are_printed_as_they_are() -> None:
    assert next(lines([f"0/1C44478|782|\\x{BEGIN}\n"])).startswith("0/1C44478 782 B commit_lsn=")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("\\x5300000001\n", "сообщение типа 'S'"),
        (f"\\x{INSERT}\n", "таблица 16402 не описана"),
        ("BEGIN 782\n", "последним столбцом нужен data"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_says_why(line: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        list(lines([line]))
