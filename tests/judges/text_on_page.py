"""Where MuPDF finds the words of a sheet, and whether a patient can read them.

Boxes here are of ink, not of lines: from cap height to descender, because the line boxes of
Noto Sans overlap by design.
"""
import collections
import re
import xml.etree.ElementTree as ElementTree

from sheets import output_of

MARGIN = 36.0
ASCENT, DESCENT = 0.72, 0.2  # of Noto Sans capitals and descenders, in em
SLACK = 0.6  # of overlap, in points: kerned letters and rounding

Word = collections.namedtuple("Word", "text left top right bottom size")
Page = collections.namedtuple("Page", "width height words")


def words_of(line):
    """Runs of characters without space, in one font and on one baseline."""
    for font in line.iter("font"):
        size = float(font.get("size"))
        letters = []
        for char in [*font.iter("char"), None]:
            if char is not None and not char.get("c").isspace():
                letters.append(char)
            elif letters:
                yield word_of(letters, size)
                letters = []


def word_of(letters, size):
    quads = [list(map(float, letter.get("quad").split())) for letter in letters]
    across = [x for quad in quads for x in quad[0::2]]
    baseline = float(letters[0].get("y"))
    return Word("".join(letter.get("c") for letter in letters), min(across),
                baseline - ASCENT * size, max(across), baseline + DESCENT * size, size)


def read(pdf):
    """The pages of a PDF."""
    # Control characters are not XML; a PDF that holds them is complained of elsewhere.
    xml = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", output_of("mutool", "draw", "-F", "stext", pdf))
    return [page_of(page) for page in ElementTree.fromstring(xml).iter("page")]


def page_of(page):
    words = [word for line in page.iter("line") for word in words_of(line)]
    return Page(float(page.get("width")), float(page.get("height")), words)


def too_small(page, least):
    if not page.words:
        yield "there is no text"
    for word in page.words:
        if word.size < least - 0.01:
            yield f"{word.text!r} is {word.size} pt"


def outside_margins(page):
    for word in page.words:
        if (word.left < MARGIN or word.right > page.width - MARGIN
                or word.top < MARGIN or word.bottom > page.height - MARGIN):
            yield (f"{word.text!r} is in the margin: {word.left:.1f} {word.top:.1f} "
                   f"{word.right:.1f} {word.bottom:.1f}")


def overlap(a, b):
    return (min(a.right, b.right) - max(a.left, b.left) > SLACK
            and min(a.bottom, b.bottom) - max(a.top, b.top) > SLACK)


def printed_over(page):
    words = sorted(page.words, key=lambda word: word.top)
    for index, upper in enumerate(words):
        for lower in words[index + 1:]:
            if lower.top > upper.bottom:
                break
            if overlap(upper, lower):
                yield f"{upper.text!r} and {lower.text!r} are printed over each other"


def without_glyph(pdf):
    """Glyph 0 is the empty box that a font shows for what it does not have."""
    for glyph in re.findall(r"<g\b[^>]*>", output_of("mutool", "trace", pdf)):
        if re.search(r'glyph="(\.notdef|0|gid0|cid0)"', glyph):
            yield f"an empty box is printed: {glyph}"
        elif 'unicode="�"' in glyph:
            yield f"a glyph stands for no character: {glyph}"
