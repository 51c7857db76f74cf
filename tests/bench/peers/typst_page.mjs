// The page with Typst, kept in memory: typst_page.mjs PAGE OUT PAGES.
import fs from "fs";
import { createRequire } from "module";
const require = createRequire(`${process.env.NODE_PATH}/`);
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const [, , given, out, pages] = process.argv;
const rows = fs.readFileSync(given, "utf8").trim().split("\n").map((row) => row.split("\t"));

function source(number) {
  const lines = [
    '#set page(width: 612pt, height: 792pt, margin: 0pt)',
    '#set text(font: "Noto Sans", lang: "en", top-edge: "baseline")',
    '#set par(leading: 1.25em, justify: false)',
    `#set document(title: "Sheet ${number}")`,
  ];
  for (const [kind, ...fields] of rows) {
    if (kind === "T") {
      const [x, baseline, width, size, isBold, text] = fields;
      lines.push(`#place(dx: ${x}pt, dy: ${baseline}pt, box(width: ${width}pt, text(size: ${size}pt, ` +
        `weight: ${isBold === "1" ? 700 : 400}, ${JSON.stringify(text)})))`);
    } else {
      const [x, y, width, height] = fields;
      lines.push(`#place(dx: ${x}pt, dy: ${y}pt, rect(width: ${width}pt, height: ${height}pt, fill: black))`);
    }
  }
  return lines.join("\n");
}

const compiler = NodeCompiler.create({
  workspace: ".",
  fontArgs: [{ fontPaths: ["/usr/share/fonts/truetype/noto"] }],
});
for (let page = 0; page < Number(pages); ++page) {
  // Another document each time: what it remembers of the last would not be set anew.
  fs.writeFileSync(out, compiler.pdf({ mainFileContent: source(page) }));
}
