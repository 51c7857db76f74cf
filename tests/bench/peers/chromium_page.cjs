// The page with a browser that stays open: chromium_page.cjs HTML OUT PAGES.
const fs = require("fs");
const { chromium } = require("playwright-core");
const [, , file, out, pages] = process.argv;
const html = fs.readFileSync(file, "utf8");

// Processor time of this process and all below it in milliseconds: a browser's own children
// are waited for by nobody, so that no parent can tell it at the end.
function processorTime() {
  const seen = new Map();
  for (const id of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const rest = fs.readFileSync(`/proc/${id}/stat`, "utf8").split(") ").pop().split(" ");
      seen.set(id, { parent: rest[1], ticks: Number(rest[11]) + Number(rest[12]) });
    } catch {
      // It has ended.
    }
  }
  const isBelow = (id) => id === String(process.pid) ||
    (seen.has(id) && isBelow(seen.get(id).parent));
  let ticks = 0;
  for (const [id, one] of seen) if (isBelow(id)) ticks += one.ticks;
  return 10 * ticks;
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage();
  for (let made = 0; made < Number(pages); ++made) {
    await page.setContent(html);
    await page.pdf({ path: out, preferCSSPageSize: true, tagged: true });
  }
  console.log(`cpu ${processorTime()}`);
  await browser.close();
})();
