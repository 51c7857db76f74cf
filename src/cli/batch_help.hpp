// The help of batch and merge, written by hand like the rest.

#pragma once

#include <string_view>

namespace trialsheet {

constexpr std::string_view batch_help =
    R"(trialsheet batch INPUT -o OUT [options]
trialsheet batch INPUT -o DIR --shard PART --date DAY [options]

Makes the sheets of all records in INPUT: a folder, NDJSON (also with gzip), the
registry's zip, a store, or a text with an NCT number a line, of records that
trialsheet fetch has got. What is no record is listed in a report, and the rest
goes on; an empty line of NDJSON is passed over. Killed at whatever moment, the
same command goes on where it was.

Examples:
  trialsheet batch ctg-studies.json.zip -o sheets/
      sheets/NCT0515xxxx/NCT05153070.pdf and so on; again later, with
      --date none: only the sheets of records that have changed
  trialsheet batch all.ndjson -o sheets.tar --lang es --paper a4
      one file, the same bytes each time that it is made of the same records
  trialsheet batch all.ndjson -o shards/ --shard 0/2 --date 2026-07-14
      the first of two parts: shards/shard-00000-of-00002.tar; another
      machine makes the other, and trialsheet merge puts them together

Options:
  -o, --output OUT    a folder, which is made, or a file *.tar or *.zip;
                      of a shard, the folder that it is put into
  --jobs N            pages made at the same time (default: one a processor)
  --report FILE       a JSON line for each record without a sheet: where, what,
                      right (default: OUT.report.jsonl, or report.jsonl in OUT)
  --strict            exit code 65 if there is a record without a sheet
  --shard PART        a part of INPUT: 0/64 to 63/64; or auto: the one that
                      Slurm, Kubernetes, AWS Batch, Cloud Run, PBS, Grid Engine
                      or GNU parallel has given to this task
  --shards N          how many parts there are, where the scheduler does not say
  --format NAME       tar (default) or zip; of a shard
  --date DAY          day printed on the sheets: 2026-07-14, or none (default:
                      SOURCE_DATE_EPOCH; the day on which a run that is gone on
                      with was begun; today); needed with --shard
  --paper, --layout, --lang, --words, --font-dir, --near, --country, --brand,
  --no-attach         as of render
  --store FILE        of a list of numbers, as of render
  -q, --quiet         say nothing but errors
  -h, --help          this text

Of two records of one trial the newer one's sheet is made; the report says so.
Records of more than 16 MiB are none. OUT has a manifest beside it or in it,
written last: what is in OUT, with SHA-256 of each sheet. Until then OUT.work or
OUT/.work has what a killed run will be gone on with. Two runs for one OUT wait
for each other.

On a terminal a line shows how far it is; elsewhere standard error gets a line
of JSON each half minute and at the end. None has a trial's number in it.

Exit codes: 0 all is made that can be; 65 none could, or --strict; 66 the input,
or a part of it, cannot be read; 73 and 74 the output cannot be created or
finished; 75 ended by SIGTERM, 130 by Ctrl-C: run it again. The others are in
trialsheet --help.
)";

constexpr std::string_view merge_help =
    R"help(trialsheet merge DIR [-o OUT] [options]

Checks the shards in DIR, which trialsheet batch --shard has made on however
many machines: that each is there, whole, and made of the same input with the
same settings. If so, and with -o, puts them together: OUT has the same bytes
as if one machine had made it. If not, standard output gets the numbers of those
to make again, as Slurm takes them, and standard error says why.

Examples:
  trialsheet merge shards/ -o sheets.tar
  missing=$(trialsheet merge shards/) || sbatch --array="$missing" sheets.sbatch
      makes again what is missing

Options:
  -o, --output OUT    a folder, which is made, or a file *.tar or *.zip
  --report FILE       as of batch
  -q, --quiet         say nothing but errors and the numbers
  -h, --help          this text

Exit codes: 0 all is there; 65 DIR has shards of several runs; 66 it has none;
73 and 74 the output cannot be created or finished; 75 shards are missing.
)help";

}  // namespace trialsheet
