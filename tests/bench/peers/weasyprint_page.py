"""The page with WeasyPrint: weasyprint_page.py PAGE OUT PAGES."""
import sys

import weasyprint

from page_of import html_of

for _ in range(int(sys.argv[3])):
    weasyprint.HTML(string=html_of(sys.argv[1])).write_pdf(sys.argv[2])
