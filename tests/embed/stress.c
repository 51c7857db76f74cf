/* Many calls through the C interface from many threads: stress CALLS THREADS RECORD...
 *
 * Every answer to the same question must be the same to the byte, broken records and
 * options among them. Ends with a line that says by how much the memory grew in the second
 * half, in KiB, and the calls in a second of processor time. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <trialsheet.h>
#include <unistd.h>

enum { most_questions = 64, most_threads = 64 };

typedef struct {
  const char *record;
  size_t size;
  const char *options;
  trialsheet_result *expected;
} question;

static question questions[most_questions];
static size_t question_count;
static char *records[most_questions];
static const trialsheet_engine *engine;
static long calls_of_thread;

static const char *all_options[] = {
  NULL,
  "{\"paper\": \"a4\", \"date\": \"2026-07-14\", \"lang\": \"es\"}",
  "{\"as\": \"fhir\", \"no-attach\": true}",
  "{\"as\": \"explain\", \"near\": \"Lyon, France\"}",
  "{\"layout\": \"no such layout\"}",
  "[broken",
};

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *bytes = malloc(1 << 22);
  if (file == NULL || bytes == NULL) exit(66);
  *size = fread(bytes, 1, 1 << 22, file);
  fclose(file);
  return bytes;
}

static int is_same(const trialsheet_result *one, const trialsheet_result *other) {
  size_t size, other_size;
  const char *bytes = trialsheet_result_bytes(one, &size);
  const char *others = trialsheet_result_bytes(other, &other_size);
  return trialsheet_result_code(one) == trialsheet_result_code(other) && size == other_size &&
         memcmp(bytes, others, size) == 0 &&
         strcmp(trialsheet_result_facts(one, NULL), trialsheet_result_facts(other, NULL)) == 0;
}

static void *ask(void *first) {
  for (long i = 0; i < calls_of_thread; ++i) {
    const question *q = &questions[((size_t)first + (size_t)i) % question_count];
    trialsheet_result *result = trialsheet_render(engine, q->record, q->size, q->options);
    if (!is_same(result, q->expected)) {
      fprintf(stderr, "an answer differs: %s\n", trialsheet_result_facts(result, NULL));
      exit(1);
    }
    trialsheet_result_free(result);
  }
  return NULL;
}

static void ask_all(long threads) {
  pthread_t running[most_threads];
  for (long t = 0; t < threads; ++t)
    if (pthread_create(&running[t], NULL, ask, (void *)(size_t)(t * 7)) != 0) exit(71);
  for (long t = 0; t < threads; ++t) pthread_join(running[t], NULL);
}

static long resident_kib(void) {
  long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL || fscanf(file, "%*d %ld", &pages) != 1) exit(71);
  fclose(file);
  return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void add_record(int number, const char *path) {
  size_t size;
  const char *record = records[number] = read_all(path, &size);
  for (size_t o = 0; o < sizeof all_options / sizeof *all_options; ++o)
    if (question_count < most_questions)
      questions[question_count++] = (question){record, size, all_options[o], NULL};
}

int main(int argc, char **argv) {
  if (argc < 4 || argc - 3 > most_questions) return 64;
  const long threads = atol(argv[2]) < most_threads ? atol(argv[2]) : most_threads;
  calls_of_thread = atol(argv[1]) / threads / 2;
  for (int i = 3; i < argc; ++i) add_record(i - 3, argv[i]);

  trialsheet_result *problem;
  if (trialsheet_engine_new("{\"fonts\": \"\"}", &problem) != NULL ||
      trialsheet_result_code(problem) != TRIALSHEET_OPTION)
    return 1;
  trialsheet_result_free(problem);
  trialsheet_engine *made = trialsheet_engine_new(NULL, NULL);
  engine = made;
  for (size_t i = 0; i < question_count; ++i)
    questions[i].expected =
        trialsheet_render(engine, questions[i].record, questions[i].size, questions[i].options);

  ask_all(threads);
  const long before = resident_kib();
  const double start = processor_seconds();
  ask_all(threads);
  printf("%ld KiB more, %.1f calls a second of processor time\n", resident_kib() - before,
         (double)(calls_of_thread * threads) / (processor_seconds() - start));

  for (size_t i = 0; i < question_count; ++i) trialsheet_result_free(questions[i].expected);
  for (int i = 3; i < argc; ++i) free(records[i - 3]);
  trialsheet_engine_free(made);
  return 0;
}
