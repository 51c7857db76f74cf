"""The words on one page with WeasyPrint: weasyprint_page.py WORDS OUT PAGES."""
import html
import sys

import weasyprint

words = open(sys.argv[1], encoding="utf-8").read().splitlines()
page = ("<style>@page{size:letter;margin:36pt}body{font:6pt DejaVu Sans}p{margin:0}</style>"
        + "".join(f"<p>{html.escape(line)}</p>" for line in words))
for _ in range(int(sys.argv[3])):
    weasyprint.HTML(string=page).write_pdf(sys.argv[2])
