"""The page with ReportLab: reportlab_page.py PAGE OUT PAGES FONT BOLD_FONT."""
import html
import sys

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from page_of import read_page

HEIGHT = 792
paragraphs, rectangles = read_page(sys.argv[1])
for name, file in zip(("Sans", "SansBold"), sys.argv[4:6]):
    pdfmetrics.registerFont(TTFont(name, file))
styles = {(size, is_bold): ParagraphStyle("p", fontName="SansBold" if is_bold else "Sans",
                                          fontSize=size, leading=1.25 * size)
          for _, _, _, size, is_bold, _ in paragraphs}
for _ in range(int(sys.argv[3])):
    canvas = Canvas(sys.argv[2], pagesize=(612, HEIGHT), pageCompression=1)
    for x, baseline, width, size, is_bold, text in paragraphs:
        paragraph = Paragraph(html.escape(text), styles[size, is_bold])
        _, height = paragraph.wrapOn(canvas, width, HEIGHT)
        paragraph.drawOn(canvas, x, HEIGHT - baseline + 1.07 * size - height)
    for x, y, width, height in rectangles:
        canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)
    canvas.save()
