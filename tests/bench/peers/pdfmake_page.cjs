// The words on one page with pdfmake: pdfmake_page.cjs WORDS OUT PAGES FONT.
const fs = require("fs");
const Printer = require("pdfmake");
const [, , words, out, pages, font] = process.argv;
const lines = fs.readFileSync(words, "utf8").split("\n");
const printer = new Printer({ Sans: { normal: font } });
async function make() {
  const pdf = printer.createPdfKitDocument({
    pageSize: "LETTER",
    pageMargins: 36,
    defaultStyle: { font: "Sans", fontSize: 6 },
    content: lines,
  });
  const file = fs.createWriteStream(out);
  pdf.pipe(file);
  pdf.end();
  await new Promise((done) => file.on("finish", done));
}
(async () => {
  for (let page = 0; page < Number(pages); ++page) await make();
})();
