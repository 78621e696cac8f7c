import gzip

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loopback import gzip_pieces
from tui.fetch.inflate import STEP, Inflater


def _feed(inflater: Inflater, data: bytes, size: int) -> bytes:
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(piece for chunk in chunks for piece in inflater.feed(chunk))


@given(st.binary(max_size=3_000), st.integers(1, 200), st.integers(0, 9))
def test_what_was_packed_comes_out_whole_in_whatever_chunks_it_comes(data: bytes, size: int, level: int) -> None:
    inflater = Inflater("gzip")
    assert _feed(inflater, gzip.compress(data, level), size) == data
    assert inflater.complete


@given(st.lists(st.binary(max_size=300), min_size=2, max_size=6), st.integers(1, 50))
def test_members_one_after_another_are_one_body(parts: list[bytes], size: int) -> None:
    inflater = Inflater("gzip")
    assert _feed(inflater, b"".join(gzip.compress(part) for part in parts), size) == b"".join(parts)
    assert inflater.complete


@settings(max_examples=30)
@given(st.integers(0, 5 * STEP), st.integers(100, 70_000))
def test_a_long_run_comes_out_whole_in_bounded_steps(length: int, size: int) -> None:
    packed = gzip.compress(b"a" * length)
    inflater = Inflater("gzip")
    steps = [
        len(piece) for start in range(0, len(packed), size) for piece in inflater.feed(packed[start : start + size])
    ]
    assert sum(steps) == length
    assert all(step <= STEP for step in steps)
    assert inflater.complete


@given(st.binary(min_size=1, max_size=2_000), st.data())
def test_a_body_cut_anywhere_is_not_complete_and_what_came_is_right(data: bytes, draw: st.DataObject) -> None:
    packed = gzip.compress(data)
    end = draw.draw(st.integers(1, len(packed) - 1))
    inflater = Inflater("gzip")
    assert data.startswith(_feed(inflater, packed[:end], 64))
    assert not inflater.complete


def test_a_bomb_comes_out_a_step_at_a_time() -> None:
    inflater = Inflater("gzip")
    packed = b"".join(gzip_pieces(64))
    steps = inflater.feed(packed)
    assert [len(next(steps)) for _ in range(3)] == [STEP] * 3


def test_a_flood_of_empty_members_is_ended() -> None:
    inflater = Inflater("gzip")
    assert _feed(inflater, gzip.compress(b"") * 5_000, 65_536) == b""
    assert inflater.broken


def test_what_follows_the_end_and_is_no_member_is_left_alone() -> None:
    inflater = Inflater("gzip")
    assert _feed(inflater, gzip.compress(b"story") + b"\x00" * 100, 10) == b"story"
    assert inflater.complete


@given(st.binary(min_size=1, max_size=2_000), st.integers(1, 300), st.integers(-8, -1))
def test_a_wrong_checksum_or_length_is_not_complete_and_all_that_came_is_given(data: bytes, size: int, at: int) -> None:
    packed = bytearray(gzip.compress(data))
    packed[at] ^= 0xFF
    inflater = Inflater("gzip")
    assert _feed(inflater, bytes(packed), size) == data
    assert not inflater.complete


@given(st.binary(max_size=300))
def test_any_bytes_are_borne(data: bytes) -> None:
    inflater = Inflater("gzip")
    _feed(inflater, data, 7)
    assert not (inflater.complete and data)


def test_a_body_that_is_not_packed_passes_as_it_is() -> None:
    inflater = Inflater("")
    assert list(inflater.feed(b"story")) == [b"story"]
    assert inflater.complete


def test_a_packed_body_of_nothing_is_complete() -> None:
    inflater = Inflater("gzip")
    assert list(inflater.feed(b"")) == []
    assert inflater.complete
