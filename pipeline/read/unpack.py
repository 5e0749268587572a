"""Streams of content unpacked, and judged by the checksum behind them."""

from __future__ import annotations

import re
import zlib

from pdfminer.ascii85 import ascii85decode
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream

_BLANKS = b"\0 \t\r\n"
_MODULUS = 65521
"""That of Adler's checksum."""
_FEW = 1024
"""So little do the sums of two contents differ that differ in a few letters, or in one and its copies."""
_PICTURE = re.compile(rb"\bID\s.*?\sEI\b", re.DOTALL)
_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)
_OPERAND = re.compile(
    rb"%[^\r\n]*|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]*|(?<![A-Za-z'\"*])[+-]?(?:\d+\.?\d*|\.\d+)|<<|>>|[\[\]]"
)
_OPERATORS = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
    b"RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" true false null".split()
)


def unpacked(content: PDFStream) -> tuple[bytes, bool]:
    """The bytes of a stream, as far as what packs them is known here, and whether they agree with their checksum.

    Raises zlib.error where they are not whole.
    """
    data: bytes = content.rawdata
    agrees = True
    for name, settings in content.get_filters():
        if name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_FLATE_DECODE:
            # An empty content may be packed as nothing at all.
            packed, data = data, b""
            if packed.strip(_BLANKS):
                data, right = _inflated(packed)
                agrees &= right
            if not agrees and settings:
                raise zlib.error("incorrect data check")
        else:
            return bytes(content.get_data()), True
    return data, agrees


def _inflated(packed: bytes) -> tuple[bytes, bool]:
    """What was packed, and whether the checksum behind it is right, or left out.

    Raises zlib.error where it ends too soon, and where the checksum tells rather of damage.
    """
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed)
        if not unpacking.eof:
            # Some writers leave out the checksum at the end, and nothing else.
            unpacking.decompress(zlib.adler32(data).to_bytes(4, "big"))
        if not unpacking.eof:
            raise zlib.error("it ends too soon")
        return data, True
    except zlib.error:
        # Without its head of two bytes and its checksum of four, the rest tells itself where it ends.
        bare = zlib.decompressobj(-zlib.MAX_WBITS)
        data = bare.decompress(packed[2:])
        if not bare.eof or len(bare.unused_data) < 4 or _changed(data, bare.unused_data[:4]):
            raise
        return data, False


def _changed(data: bytes, said: bytes) -> bool:
    """Whether rather the content was changed by accident than the checksum that is said behind it.

    Most bytes of what is packed may be changed and it unpacks still, with another letter or another word in it.
    """
    checksum, found = int.from_bytes(said, "big"), zlib.adler32(data)
    # The lower half is the sum of all bytes, the upper one that of their places.
    plain = ((found & 0xFFFF) - (checksum & 0xFFFF)) % _MODULUS
    if 0 < min(plain, _MODULUS - plain) <= _FEW and found >> 16 != checksum >> 16:
        return True
    rest, count = _PICTURE.sub(b" EI ", data), 1
    while count:
        rest, count = _STRING.subn(b" ", rest)
    return not _OPERATORS.issuperset(_OPERAND.sub(b" ", rest).split())
