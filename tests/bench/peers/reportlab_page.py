"""The words on one page with ReportLab: reportlab_page.py WORDS OUT PAGES FONT."""
import html
import sys

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

words = open(sys.argv[1], encoding="utf-8").read().splitlines()
pdfmetrics.registerFont(TTFont("Sans", sys.argv[4]))
style = ParagraphStyle("page", fontName="Sans", fontSize=6, leading=7)
for _ in range(int(sys.argv[3])):
    SimpleDocTemplate(sys.argv[2], pagesize=letter, leftMargin=36, rightMargin=36, topMargin=36,
                      bottomMargin=36).build([Paragraph(html.escape(line), style)
                                              for line in words])
