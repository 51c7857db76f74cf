/* trialsheet: one page about a clinical trial, for a patient and the doctor. C interface.
 *
 *   trialsheet_engine *engine = trialsheet_engine_new(NULL, NULL);
 *   trialsheet_result *sheet = trialsheet_render(engine, record, size, "{\"paper\": \"a4\"}");
 *   if (trialsheet_result_code(sheet) == TRIALSHEET_OK)
 *     save(trialsheet_result_bytes(sheet, &size), size);
 *   trialsheet_result_free(sheet);
 *
 * One engine serves any number of threads; make one when the program starts. Nothing is
 * thrown, printed, or handed over to be freed but by the functions for it. Texts are UTF-8.
 * The library looks at no clock, locale or environment. What is here stays as it is in every
 * version with the name libtrialsheet.so.0; new functions, options and members may come.
 */

#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a call came to: the exit codes of the command line. */
enum {
  TRIALSHEET_OK = 0,
  TRIALSHEET_OPTION = 64,    /* a wrong option or value */
  TRIALSHEET_RECORD = 65,    /* no page can be made of the record */
  TRIALSHEET_NO_INPUT = 66,  /* a file that an option names cannot be read */
  TRIALSHEET_BUG = 70,       /* an error of ours; please report it */
  TRIALSHEET_NO_MEMORY = 71,
  TRIALSHEET_DATA_FILES = 78 /* a layout, words or a font is broken */
};

typedef struct trialsheet_engine trialsheet_engine;
typedef struct trialsheet_result trialsheet_result;

/* "0.1.0"; stays as long as the program. */
const char *trialsheet_version(void);

/* Fonts, layouts, words and their caches. `options` are JSON, or NULL for none:
 *   "words"     a folder of languages of your own
 *   "font-dir"  a folder of fonts, or an array of them, looked in first
 *   "brand"     a file of what a clinic puts around its sheets, or an array of them;
 *               samples/brands/README.md is its language
 * Returns NULL if there can be no engine; then, unless `problem` is NULL, *problem is a
 * result that says why, to be freed. Otherwise *problem is NULL. */
trialsheet_engine *trialsheet_engine_new(const char *options, trialsheet_result **problem);

/* Frees an engine that no thread uses any more. NULL is nothing to free. */
void trialsheet_engine_free(trialsheet_engine *engine);

/* A sheet of `record`: the `size` bytes of the JSON of one study, as ClinicalTrials.gov API
 * v2 returns it. `options` are JSON, or NULL for none, by the names of the command line and
 * the service: "layout", "paper", "lang", "near", "country", "date" (a day, or "none", which
 * is also what holds without it), "no-attach" (true or false), and
 *   "as"     "pdf", "fhir" (an R4 DocumentReference with the PDF), or "explain" (JSON)
 *   "brand"  one of the engine's, by the name it was given; without it there is none
 * Same record, options and version: same bytes. Any number of threads may call it with one
 * engine. Never returns NULL; the result is to be freed. */
trialsheet_result *trialsheet_render(const trialsheet_engine *engine, const void *record,
                                     size_t size, const char *options);

/* One of the codes above. */
int trialsheet_result_code(const trialsheet_result *result);

/* What was made, and unless `size` is NULL its size in bytes; a byte 0 follows. The result
 * owns it. Empty, never NULL, if the code is not TRIALSHEET_OK. */
const char *trialsheet_result_bytes(const trialsheet_result *result, size_t *size);

/* What is to be known of it: a JSON object, ended by a byte 0, which the result owns.
 *   of a sheet   "code", "type" (of the bytes), "nct", "layout", "paper", "lang", "date",
 *                "pages", "file_name", "notes": [{"kind", "source", "message"}]
 *   of an error  "code", "where" (an option, or a place in the record), "what" is wrong,
 *                and what would be "right" ("" if "what" says it) */
const char *trialsheet_result_facts(const trialsheet_result *result, size_t *size);

/* Frees a result. NULL is nothing to free. */
void trialsheet_result_free(trialsheet_result *result);

#ifdef __cplusplus
}
#endif
