// Open pages in one headless Chromium, and tell what each of them does, as JSON on standard output.
//
// node look.mjs MODULES CHROMIUM PROFILE PAGE...
//
// For each page: the requests it makes, axe-core's serious violations, whether anything is wider than
// the page, and a PDF of it, printed beside it.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, chromium, profile, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  userDataDir: profile,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  ],
});
const found = {};
for (const file of pages) {
  const page = await browser.newPage();
  await page.setViewport({ width: 794, height: 1123 }); // A4 at 96 dots an inch
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setBypassCSP(true); // axe-core is a script of the test's own
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const own = [...requests];
  await page.pdf({ path: file.replace(/\.html$/, ".pdf"), preferCSSPageSize: true });
  await page.emulateMediaType("print");
  // At the end of a line the blank half of a closing bracket may hang: half of 10.5 pt.
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("body, body *")]
      .filter((one) => one.scrollWidth > one.clientWidth + 7 && one.clientWidth > 0)
      .filter((one) => !one.closest("svg"))
      .map((one) => `${one.tagName} ${one.clientWidth} ${one.scrollWidth}`),
  );
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run());
  const serious = result.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  found[file] = {
    requests: own,
    wide,
    violations: serious.map((one) => `${one.id}: ${one.help}`),
    passes: result.passes.length,
  };
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
