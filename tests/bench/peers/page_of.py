"""A sheet's page as the peers get it: what stands where, as MuPDF finds it in the PDF.

Tab-separated lines, in points from the top left:
    T  x  baseline  width  size  0 or 1 (bold)  text of a paragraph, not broken into lines
    R  x  y  width  height                      a filled rectangle: rules, boxes, the QR code
"""
import html
import re
import subprocess

GLYPH = re.compile(r'<g unicode="([^"]*)" glyph="[^"]*" x="([-\d.]+)" y="([-\d.]+)"')
SPAN = re.compile(r'<span font="([^"]*)" .*?trm="([\d.]+)')
PATH = re.compile(r'<(?:fill|stroke)_path .*?transform="([^"]*)"')
POINT = re.compile(r'<(?:moveto|lineto) x="([-\d.]+)" y="([-\d.]+)"')
PAGE = 792
MIDDLE, LEFT_END, RIGHT_END = 395, 386, 561  # of the two columns


def lines_of(trace):
    """[x, baseline, size, is bold, text], in the order of the content."""
    font, size, lines = "", 0.0, []
    for row in trace:
        if span := SPAN.search(row):
            font, size = span[1], float(span[2])
            lines.append([0, -1, size, False, ""])
        elif glyph := GLYPH.search(row):
            x, y = float(glyph[2]), PAGE - float(glyph[3])
            if abs(lines[-1][1] - y) > 0.1:
                lines.append([x, y, size, "Bold" in font, ""])
            lines[-1][4] += html.unescape(glyph[1])
    return [line for line in lines if line[4].strip()]


def paragraphs_of(lines):
    """Lines below each other, of one kind and from one left edge, are one."""
    paragraphs, last = [], None
    for line in lines:
        x, y, size, is_bold, text = line
        is_next = last and last[:1] + last[2:4] == [x, size, is_bold] and 0 < y - last[1] < 1.4 * size
        if is_next:
            paragraphs[-1][4] += " " + text
        else:
            paragraphs.append(list(line))
        last = line
    return [(*kind, " ".join(text.split())) for *kind, text in paragraphs]


def rectangles_of(trace):
    """The box round each closed piece of a path."""
    matrix, points = [], []
    for row in trace:
        if path := PATH.search(row):
            matrix, points = [float(number) for number in path[1].split()], []
        elif (point := POINT.search(row)) and matrix:
            a, b, c, d, e, f = matrix
            x, y = float(point[1]), float(point[2])
            points.append((a * x + c * y + e, b * x + d * y + f))
        elif "<closepath" in row and points:
            xs, ys = zip(*points)
            yield min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
            points = []


def page_of(pdf):
    trace = subprocess.run(["mutool", "trace", pdf, "1"], capture_output=True, text=True,
                           check=True).stdout.splitlines()
    rows = []
    for x, y, size, is_bold, text in paragraphs_of(lines_of(trace)):
        width = (LEFT_END if x < MIDDLE else RIGHT_END) - x
        rows.append(f"T\t{x:.2f}\t{y:.2f}\t{width:.2f}\t{size:g}\t{int(is_bold)}\t{text}")
    rows += ["R\t" + "\t".join(f"{number:.2f}" for number in each) for each in rectangles_of(trace)]
    return "\n".join(rows) + "\n"


def read_page(path):
    """(paragraphs, rectangles) of such a page, numbers as numbers."""
    paragraphs, rectangles = [], []
    for line in open(path, encoding="utf-8").read().splitlines():
        kind, *fields = line.split("\t")
        if kind == "T":
            *numbers, bold, text = fields
            paragraphs.append((*map(float, numbers), bold == "1", text))
        else:
            rectangles.append(tuple(map(float, fields)))
    return paragraphs, rectangles


def html_of(path):
    """The page as a document of absolutely placed blocks, for what sets HTML."""
    paragraphs, rectangles = read_page(path)
    blocks = [f'<p style="left:{x}pt;top:{baseline - 1.07 * size}pt;width:{width}pt;'
              f'font-size:{size}pt{";font-weight:bold" if is_bold else ""}">{html.escape(text)}</p>'
              for x, baseline, width, size, is_bold, text in paragraphs]
    shapes = "".join(f"M{x} {y}h{w}v{h}h-{w}z" for x, y, w, h in rectangles)
    return ("<!doctype html><html lang=en><meta charset=utf-8><title>Sheet</title><style>"
            "@page{size:612pt 792pt;margin:0}body{margin:0;font-family:Noto Sans}"
            "p{position:absolute;margin:0;line-height:1.25}svg{position:absolute;left:0;top:0}"
            f"</style>{''.join(blocks)}<svg width=612pt height=792pt viewBox='0 0 612 792'>"
            f"<path d='{shapes}'/></svg>")
