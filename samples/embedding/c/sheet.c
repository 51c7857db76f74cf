/* A sheet of a record: sheet RECORD PDF. See samples/embedding/README.md. */
#include <stdio.h>
#include <stdlib.h>
#include <trialsheet.h>

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  long length;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) > 0) {
    rewind(file);
    bytes = malloc((size_t)length);
    *size = bytes != NULL ? fread(bytes, 1, (size_t)length, file) : 0;
  }
  if (file != NULL) fclose(file);
  return bytes;
}

static int write_all(const char *path, const char *bytes, size_t size) {
  FILE *file = fopen(path, "wb");
  size_t written = file != NULL ? fwrite(bytes, 1, size, file) : 0;
  return file != NULL && fclose(file) == 0 && written == size;
}

int main(int argc, char **argv) {
  size_t size = 0;
  char *record = argc == 3 ? read_all(argv[1], &size) : NULL;
  if (record == NULL) {
    fputs("usage: sheet RECORD PDF\n", stderr);
    return 64;
  }

  trialsheet_result *sheet;
  trialsheet_engine *engine = trialsheet_engine_new(NULL, &sheet);
  if (engine != NULL)
    sheet = trialsheet_render(engine, record, size,
                              "{\"paper\": \"a4\", \"date\": \"2026-07-14\"}");

  int code = trialsheet_result_code(sheet);
  const char *pdf = trialsheet_result_bytes(sheet, &size);
  if (code != TRIALSHEET_OK)
    fprintf(stderr, "sheet: %s\n", trialsheet_result_facts(sheet, NULL));
  else if (!write_all(argv[2], pdf, size))
    code = 74;

  trialsheet_result_free(sheet);
  trialsheet_engine_free(engine);
  free(record);
  return code;
}
