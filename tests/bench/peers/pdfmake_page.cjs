// The page with pdfmake: pdfmake_page.cjs PAGE OUT PAGES FONT BOLD_FONT.
const fs = require("fs");
const Printer = require("pdfmake");
const [, , given, out, pages, normal, bold] = process.argv;
const rows = fs.readFileSync(given, "utf8").trim().split("\n").map((row) => row.split("\t"));
const printer = new Printer({ Sans: { normal, bold } });

function content() {
  const paragraphs = rows.filter((row) => row[0] === "T").map(
    ([, x, baseline, width, size, isBold, text]) => ({
      columns: [{ width: Number(width), text, fontSize: Number(size), bold: isBold === "1" }],
      absolutePosition: { x: Number(x), y: Number(baseline) - 1.07 * Number(size) },
    }));
  const canvas = rows.filter((row) => row[0] === "R").map(
    ([, x, y, w, h]) => ({ type: "rect", x: +x, y: +y, w: +w, h: +h, color: "black" }));
  return [...paragraphs, { canvas, absolutePosition: { x: 0, y: 0 } }];
}

async function make() {
  const pdf = printer.createPdfKitDocument({
    pageSize: "LETTER",
    pageMargins: 0,
    defaultStyle: { font: "Sans", lineHeight: 0.92 },
    content: content(),
  });
  const file = fs.createWriteStream(out);
  pdf.pipe(file);
  pdf.end();
  await new Promise((done) => file.on("finish", done));
}
(async () => {
  for (let page = 0; page < Number(pages); ++page) await make();
})();
