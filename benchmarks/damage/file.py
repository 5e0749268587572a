"""Damage to a file as such: what happens on the way, or to a disk."""

from __future__ import annotations

import re
from random import Random


def cut_end(data: bytes, chance: Random) -> bytes:
    """Ends too soon."""
    return data[: chance.randrange(1, len(data))]


def cut_start(data: bytes, chance: Random) -> bytes:
    """Begins too late."""
    return data[chance.randrange(1, len(data)) :]


def cut_middle(data: bytes, chance: Random) -> bytes:
    """Lacks a piece."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 5000) :]


def flip_bits(data: bytes, chance: Random) -> bytes:
    """Up to forty bits are others."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 41)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def noise(data: bytes, chance: Random) -> bytes:
    """A block is noise, or zero."""
    start, length = chance.randrange(len(data)), chance.choice((1, 16, 512, 4096))
    block = bytes(length) if chance.random() < 0.5 else chance.randbytes(length)
    return data[:start] + block + data[start + length :]


def swap_blocks(data: bytes, chance: Random) -> bytes:
    """Two blocks have changed places, or one is there twice."""
    length = chance.choice((16, 512, 4096))
    first, second = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    one, other = data[first : first + length], data[second : second + length]
    if chance.random() < 0.5:
        return data[:second] + one + data[second:]
    return data[:first] + other + data[first + length : second] + one + data[second + length :]


def line_ends(data: bytes, chance: Random) -> bytes:
    """Sent as text: its line ends are others."""
    return data.replace(b"\n", b"\r\n") if chance.random() < 0.5 else data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def wrong_xref(data: bytes, chance: Random) -> bytes:
    """Offsets in the cross-reference table, or where it begins, are wrong."""
    if chance.random() < 0.3:
        return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % chance.choice((0, 7, len(data) * 2, 10**12)), data)
    share = chance.choice((0.05, 0.5, 1.0))
    return re.sub(
        rb"\d{10} \d{5} n",
        lambda entry: b"%010d 00000 n" % chance.randrange(len(data)) if chance.random() < share else entry[0],
        data,
    )


def xref_loop(data: bytes, chance: Random) -> bytes:
    """The cross-reference table leads to itself."""
    found = re.search(rb"startxref\s+(\d+)", data)
    place = found[1] if found else b"0"
    return re.sub(rb"trailer\s*<<", b"trailer\n<< /Prev %s " % place, data)


def wrong_lengths(data: bytes, chance: Random) -> bytes:
    """Streams are said to be longer or shorter than they are."""
    return re.sub(
        rb"/Length (\d+)", lambda found: b"/Length %d" % chance.choice((0, 1, 10**9, int(found[1]) // 2)), data
    )


def no_ends(data: bytes, chance: Random) -> bytes:
    """Words that end things are gone."""
    word = chance.choice((b"endstream", b"endobj", b">>", b"%%EOF", b"xref", b"trailer"))
    return data.replace(word, b" " * len(word))


def around(data: bytes, chance: Random) -> bytes:
    """Something stands before it and behind it."""
    return chance.randbytes(chance.choice((1, 900, 5000))) + data + chance.randbytes(chance.choice((0, 3000)))


def numbers(data: bytes, chance: Random) -> bytes:
    """Numbers outside of streams are huge, or below zero."""
    value = chance.choice((b"-1", b"99999999999999999999", b"0", b"1e400", b"2147483648"))
    return re.sub(rb"(?<= )\d+(?= )", lambda found: value if chance.random() < 0.01 else found[0], data)


def nested(data: bytes, chance: Random) -> bytes:
    """Its catalog is written anew at its end, with arrays or dictionaries in each other a hundred thousand times."""
    depth = chance.choice((1_000, 100_000))
    opened, closed = chance.choice(((b"[", b"]"), (b"<</A ", b">>"), (b"[", b"")))
    root = re.search(rb"/Root (\d+) 0 R", data)
    found = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], data, re.DOTALL) if root else None
    before = re.search(rb"startxref\s+(\d+)", data)
    if not (root and found and before):
        return data + opened * depth
    place = len(data) + 1
    deep = opened * depth + closed * depth
    catalog = b"\n%s 0 obj\n<< %s /Deep %s >>\nendobj\n" % (root[1], found[1], deep)
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer\n<< /Size 100000 /Root %s 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return data + catalog + table % (root[1], place, root[1], before[1], len(data) + len(catalog))


FILE = {
    "ends too soon": cut_end,
    "begins too late": cut_start,
    "lacks a piece": cut_middle,
    "bits flipped": flip_bits,
    "block of noise": noise,
    "blocks swapped": swap_blocks,
    "line ends changed": line_ends,
    "wrong xref": wrong_xref,
    "xref leads to itself": xref_loop,
    "wrong stream lengths": wrong_lengths,
    "ends of objects gone": no_ends,
    "something around it": around,
    "numbers changed": numbers,
    "nested a hundred thousand times": nested,
}
