// The help, written by hand: a person reads it from the top.

#pragma once

#include <string_view>

namespace trialsheet {

constexpr std::string_view help =
    R"(trialsheet: one page about a clinical trial, for a patient and the doctor

Usage:
  trialsheet render RECORD [options]

RECORD is a study as ClinicalTrials.gov hands it out: the JSON of one trial,
a page of results with one trial in it, or - to read it from standard input.

Examples:
  trialsheet render NCT05153070.json
      leaves NCT05153070.pdf here, on Letter paper
  trialsheet render NCT05153070.json --paper a4 -o sheets/
      the same on A4, in the folder sheets
  curl -s https://clinicaltrials.gov/api/v2/studies/NCT05153070 |
    trialsheet render - -o - | lp
      from the registry straight to the printer

Options:
  -o, --output FILE   where to write: a file, a folder, or - for standard output
                      (default: the trial's number and .pdf, in this folder)
  --paper NAME        letter (default) or a4
  --layout NAME       which layout (default: standard)
  --lang TAG          language of the fixed words (default: en)
  --date DAY          day printed on the sheet: 2026-07-14, or none
                      (default: SOURCE_DATE_EPOCH if it is set, else today)
  --no-attach         do not put the record and the list of changes into the PDF
  --notes             say all that was reworded, shortened or left out
  -q, --quiet         say nothing but errors
  -h, --help          this text
  --version           the version

A file is written whole or not at all. Same record, options, date and version:
same bytes.

Exit codes:
  0   the sheet is written
  64  a wrong option or value
  65  no page can be made of this record
  66  the record cannot be read
  70  a bug; please report it
  71  not enough memory
  73  the output cannot be created
  74  the output cannot be written to its end
  78  a layout, word or font file is broken
)";

}  // namespace trialsheet
