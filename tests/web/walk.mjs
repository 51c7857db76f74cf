// Walks the patient's page as a patient would: walk.mjs BASE SAMPLES
//
// In English, Spanish and Arabic, with and without script; axe-core looks at every page
// that it comes by, html-validate at its markup, and nothing may be refused by the page's
// own policy or come from elsewhere. With SCREENSHOTS=FOLDER it leaves pictures there.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.WEB_MODULES, "x.js"));
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [base, samples] = process.argv.slice(2);
const known = "NCT05153070"; // in the store
const unreachable = "NCT00000010"; // of the registry stub
const record = path.join(samples, "NCT90000001.json");
const shots = process.env.SCREENSHOTS;

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off", // what the browser made of it is looked at
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "no-implicit-button-type": "error",
    "require-sri": "off", // all is of the same origin
    "no-inline-style": "error",
    "prefer-native-element": "off", // an <svg> has to be told that it is a picture
    "svg-focusable": "off",
  },
});

const tally = { passed: 0, failed: 0 };

function check(holds, what) {
  if (holds) return;
  throw new Error(what);
}

function equal(found, expected, what) {
  check(found === expected, `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

async function texts(language) {
  const url = new URL(`../../src/words/${language}/web.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

/// A page whose troubles are gathered in page.troubles.
async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.troubles = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) page.troubles.push(message.text());
  });
  page.on("pageerror", (error) => page.troubles.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("blob:"))
      page.troubles.push(`asks elsewhere: ${request.url()}`);
    if (/NCT|nct=/i.test(request.url())) page.troubles.push(`a trial in ${request.url()}`);
    if (request.headers().referer) page.troubles.push(`a referrer: ${request.headers().referer}`);
  });
  return page;
}

async function judge(page, name) {
  const source = await page.content();
  const report = await validator.validateString(source);
  const faults = report.results.flatMap((result) => result.messages);
  check(faults.length === 0, `${name}: ${faults.map((f) => `${f.line}: ${f.message}`).join("; ")}`);
  if (page.scripted !== false) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    const violations = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
    check(violations.length === 0, `${name}: ${violations.join("; ")}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    .catch(() => 0);
  check(wide <= 0, `${name}: is ${wide} pixels too wide`);
  check(page.troubles.length === 0, `${name}: ${page.troubles.join("; ")}`);
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
}

async function show(page, language, typed, choose = async () => {}) {
  await page.goto(`${base}/?ui=${language}`);
  await page.fill("#nct", typed);
  await choose(page);
  await page.press("#nct", "Enter"); // the keyboard is enough
  await page.waitForLoadState("load");
}

// Two clicks from a number to the printer: "Show", then "Print".
async function toPaper(browser, language) {
  const words = await texts(language);
  const page = await open(browser);
  await page.addInitScript(() => {
    window.print = () => { window.printed = true; };
  });
  await page.goto(`${base}/?ui=${language}`);
  equal(await page.getAttribute("html", "lang"), language, "language");
  equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr", "direction");
  await judge(page, `${language}-start`);
  await page.fill("#nct", " nct 0515 3070 ");
  await page.click(`text="${words.form.show}"`);
  equal(await page.textContent("h1"), words.result.title, "heading");
  equal(await page.locator(".page svg").count(), 1, "pictures");
  await judge(page, `${language}-sheet`);
  await page.click(`text="${words.result.print}"`);
  check(await page.evaluate(() => window.printed), "nothing was printed");
  check(!(await page.title()).includes("NCT"), "the history names the trial");
  await page.context().close();
}

// The same without script: the PDF opens, or is saved under the trial's number.
async function withoutScript(browser, language) {
  const words = await texts(language);
  const page = await open(browser, { javaScriptEnabled: false, acceptDownloads: true });
  page.scripted = false;
  await show(page, language, `https://clinicaltrials.gov/study/${known}?term=x#y`);
  equal(await page.textContent("h1"), words.result.title, "heading");
  check(!(await page.isVisible("#print")), "a button that does nothing");
  const [download] = await Promise.all([
    page.waitForEvent("download"), page.click(`text="${words.result.save}"`)]);
  equal(download.suggestedFilename(), `${known}.pdf`, "file name");
  check(readFileSync(await download.path(), "latin1").startsWith("%PDF-"), "no PDF");
  await judge(page, `${language}-no-script`);
  await page.context().close();
}

async function errors(browser, language) {
  const words = await texts(language);
  const page = await open(browser);
  const told = async (key, field, name) => {
    const message = words.error[key].replace("{example}", known);
    equal((await page.textContent("[role=alert] p")).trim(), message, key);
    if (field) {
      equal(await page.getAttribute(`#${field}`, "aria-invalid"), "true", "aria-invalid");
      const ids = (await page.getAttribute(`#${field}`, "aria-describedby")).split(" ");
      equal((await page.textContent(`#${ids.at(-1)}`)).trim(), message, "beside the field");
    }
    await judge(page, `${language}-error-${name ?? key}`);
  };
  await show(page, language, "");
  await told("empty", "nct");
  await show(page, language, "NCT0515307");
  await told("number", "nct");
  equal(await page.inputValue("#nct"), "NCT0515307", "what was typed");
  await show(page, language, "NCT99999999");
  await told("absent", "nct");
  await show(page, language, unreachable);
  await told("unreachable", "nct");
  await show(page, language, "", (p) => p.setInputFiles("#file", {
    name: "letter.json", mimeType: "application/json", buffer: Buffer.from("Dear doctor") }));
  await told("record", "file");
  await page.context().close();
}

// A file that was chosen stays while choices change, and across languages.
async function file(browser) {
  const page = await open(browser, { acceptDownloads: true });
  const english = await texts("en");
  await show(page, "en", "", (p) => p.setInputFiles("#file", record));
  equal(await page.textContent("h1"), english.result.title, "heading");
  await judge(page, "en-file");
  await page.selectOption("#paper", "a4");
  await page.click(`text="${english.form.update}"`);
  await page.waitForLoadState("load");
  check((await page.innerHTML(".page")).includes("viewBox=\"0 0 595.276 841.89\""), "not A4");
  await page.click("text=Español");
  await page.waitForLoadState("load");
  equal(await page.textContent("h1"), (await texts("es")).result.title, "heading");
  equal(await page.inputValue("#paper"), "a4", "paper");
  const [download] = await Promise.all([
    page.waitForEvent("download"), page.click(`text="${(await texts("es")).result.save}"`)]);
  equal(download.suggestedFilename(), "NCT90000001.pdf", "file name");
  await page.context().close();
}

// Every choice that the engine has makes a sheet; several pages are several pictures.
async function choices(browser) {
  const page = await open(browser);
  const all = await (await page.request.get(`${base}/v1/layouts`)).json();
  await page.goto(base);
  const offered = (id) => page.$$eval(`#${id} option`, (found) => found.map((o) => o.value));
  equal((await offered("layout")).join(), all.layouts.map((l) => l.name).join(), "layouts");
  const tags = all.languages.map((language) => language.tag);
  equal((await offered("lang")).join(), tags.join(), "languages");
  for (const layout of all.layouts) {
    await show(page, "en", known, (p) => p.selectOption("#layout", layout.name));
    check((await page.locator(".page svg").count()) > 0, `${layout.name}: no picture`);
    await judge(page, `layout-${layout.name}`);
  }
  for (const language of tags) {
    await show(page, "en", known, (p) => p.selectOption("#lang", language));
    equal(await page.getAttribute(".text div", "lang"), language, "language of the text");
    await judge(page, `sheet-${language}`);
  }
  await show(page, "en", known, (p) => p.fill("#near", "Nowhere, Atlantis"));
  equal(await page.locator(".note", { hasText: "Nowhere, Atlantis" }).count(), 1, "a place that is not known");
  await page.context().close();
}

// On paper there is the sheet alone, at its size: one page of PDF for each of its pages.
async function printed(browser) {
  const page = await open(browser);
  await show(page, "en", known, (p) => p.selectOption("#paper", "a4"));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1, "printed pages");
  const [, width, height] = pdf.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/);
  check(Math.abs(width - 595.276) < 1 && Math.abs(height - 841.89) < 1, `${width} x ${height}`);
  await page.emulateMedia({ media: "print" });
  check(!(await page.isVisible("form#choices")) && !(await page.isVisible("footer")), "more than the sheet");
  if (shots) writeFileSync(path.join(shots, "printed.pdf"), pdf, "latin1");
  await page.context().close();
}

async function small(browser) {
  for (const [name, options] of Object.entries({
    phone: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
    zoomed: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, // 200 %
  })) {
    for (const language of ["en", "ar"]) {
      const page = await open(browser, options);
      await page.goto(`${base}/?ui=${language}`);
      await judge(page, `${language}-${name}-start`);
      await show(page, language, known);
      await judge(page, `${language}-${name}-sheet`);
      await page.context().close();
    }
  }
}

// Every control is reached with the Tab key, in the order in which it is read.
async function keyboard(browser) {
  const page = await open(browser);
  await show(page, "en", known);
  const reached = new Set();
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
  }
  for (const id of ["print", "nct", "file", "lang", "layout", "paper", "near", "Save as PDF", "Open the PDF"])
    check(reached.has(id), `${id} is not reached`);
  await page.context().close();
}

async function step(name, walk) {
  try {
    await walk();
    ++tally.passed;
  } catch (error) {
    ++tally.failed;
    console.log(`${name}: ${error.message}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
for (const language of ["en", "es", "ar"]) {
  await step(`${language} to paper`, () => toPaper(browser, language));
  await step(`${language} without script`, () => withoutScript(browser, language));
  await step(`${language} errors`, () => errors(browser, language));
}
for (const walk of [file, choices, printed, small, keyboard]) await step(walk.name, () => walk(browser));
await browser.close();
console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
process.exit(tally.failed ? 1 : 0);
