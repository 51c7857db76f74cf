// A sheet of a record: node sheet.mjs RECORD PDF. See samples/embedding/README.md.
import fs from 'node:fs';
import { promisify } from 'node:util';
import koffi from 'koffi';

const library = koffi.load(process.env.TRIALSHEET_LIBRARY ?? 'libtrialsheet.so.0');
koffi.opaque('trialsheet_engine');
koffi.opaque('trialsheet_result');
const engineNew = library.func(
  'trialsheet_engine *trialsheet_engine_new(const char *options, _Out_ trialsheet_result **problem)');
const render = library.func(
  'trialsheet_result *trialsheet_render(const trialsheet_engine *engine, const uint8_t *record, size_t size, const char *options)');
const codeOf = library.func('int trialsheet_result_code(const trialsheet_result *result)');
const bytesOf = library.func(
  'const uint8_t *trialsheet_result_bytes(const trialsheet_result *result, _Out_ size_t *size)');
const factsOf = library.func(
  'const char *trialsheet_result_facts(const trialsheet_result *result, void *size)');
const free = library.func('void trialsheet_result_free(trialsheet_result *result)');

/** What is wrong: `facts` has code, where, what and right. */
export class SheetError extends Error {
  constructor(facts) {
    super(`${facts.where}: ${facts.what}; ${facts.right}`.replace(/; $/, ''));
    this.facts = facts;
  }
}

/** The bytes and facts of a result, which is freed. */
function taken(result) {
  try {
    const facts = JSON.parse(factsOf(result, null));
    if (codeOf(result) !== 0) throw new SheetError(facts);
    const size = [0];
    const start = bytesOf(result, size);
    return { pdf: Buffer.from(koffi.decode(start, 'uint8_t', Number(size[0]))), facts };
  } finally {
    free(result);
  }
}

const renderAside = promisify(render.async);

/** One for the whole program. Pages are made beside the event loop. */
export class Engine {
  constructor(options = {}) {
    const problem = [null];
    this.engine = engineNew(JSON.stringify(options), problem);
    if (this.engine === null) taken(problem[0]);
  }

  async render(record, options = {}) {
    return taken(await renderAside(this.engine, record, record.length, JSON.stringify(options)));
  }
}

try {
  const sheet = await new Engine().render(fs.readFileSync(process.argv[2]),
                                          { paper: 'a4', date: '2026-07-14' });
  fs.writeFileSync(process.argv[3], sheet.pdf);
} catch (error) {
  if (!(error instanceof SheetError)) throw error;
  console.error(`sheet: ${error.message}`);
  process.exitCode = error.facts.code;
}
