// The help, written by hand: a person reads it from the top.

#pragma once

#include <string_view>

namespace trialsheet {

/// The text of a command's --help; `help` for what is no command.
std::string_view help_of_command(std::string_view command);

constexpr std::string_view help =
    R"(trialsheet: one page about a clinical trial, for a patient and the doctor

Usage:
  trialsheet render RECORD... [options]   make the page, a PDF
  trialsheet bundle RECORD... -o FILE     many pages in one PDF, with a cover
  trialsheet batch INPUT -o OUT           the pages of all records there are
  trialsheet merge DIR -o OUT             and of several machines, put together
  trialsheet fetch NCT... [options]       get records and keep them
  trialsheet serve [options]              a web page and an API for others
  trialsheet explain RECORD [--json]      what became of every rule, and why
  trialsheet layouts [check FILE]         the layouts there are, or check one
  trialsheet brands check FILE            a clinic's own brand: is it good?
  trialsheet languages [check DIR]        the languages there are, or check some
  trialsheet fonts [RECORD]               the fonts there are, or that one needs
  trialsheet COMMAND --help               more about one of them

RECORD is a study as ClinicalTrials.gov hands it out: the JSON of one trial,
a page of results with one trial in it, - to read it from standard input, or
the NCT number of a trial that trialsheet fetch has got.

Examples:
  trialsheet render NCT05153070.json
      leaves NCT05153070.pdf here, on Letter paper
  trialsheet render NCT05153070.json --paper a4 -o sheets/
      the same on A4, in the folder sheets
  trialsheet render records/*.json -o sheets/
      a sheet of each, in one go
  curl -s https://clinicaltrials.gov/api/v2/studies/NCT05153070 |
    trialsheet render - -o - | lp
      from the registry straight to the printer
  trialsheet fetch NCT05153070 && trialsheet render NCT05153070
      the record is kept, and found by its number
  trialsheet batch ctg-studies.json.zip -o sheets/
      the registry's download, all of it

  --stdio             be a worker for a program that starts it; see
                      trialsheet --stdio --help
  -h, --help          this text
  --version           the version

Exit codes:
  0   all is done
  64  a wrong option or value
  65  no page can be made of this record
  66  a record or layout file cannot be read, or there is no such trial
  69  the registry cannot be reached
  70  a bug; please report it
  71  not enough memory
  73  the output cannot be created
  74  the output cannot be written to its end
  75  ended before its end; run it again
  78  a layout, brand, word or font file is broken
)";

constexpr std::string_view render_help =
    R"(trialsheet render RECORD... [options]

Makes of each record one page, a PDF. RECORD is the JSON of one trial, - to
read it from standard input, or an NCT number (nct05153070, an address with it)
of a record that trialsheet fetch has got. A name with a / or an ending such as
.json is a file: ./NCT05153070 is one, NCT05153070 is not.

Examples:
  trialsheet render NCT05153070.json
      leaves NCT05153070.pdf here, on Letter paper
  trialsheet render NCT05153070.json --near "Lyon, France" --paper a4
      names the places near Lyon first; A4
  trialsheet render records/*.json -o sheets/ --layout ./mine.json
      a sheet of each in the folder sheets, arranged as mine.json has it

Options:
  -o, --output FILE   where to write: a file, a folder, or - for standard output
                      (default: the trial's number and .pdf, in this folder);
                      of several records, a folder that exists
  --as FORMAT         pdf (default), or fhir: a FHIR R4 DocumentReference that
                      has the PDF in it; its name ends in .fhir.json
  --paper NAME        letter (default), a4, or what else the layout has
  --layout NAME|FILE  which layout (default: standard); a FILE has a / in its
                      name or ends in .json; see layouts/README.md
  --lang TAG          language of the sheet: en (default), es, zh, ...; what the
                      record says in its own words stays in English
  --brand FILE        your clinic's name, colour, logo and notices around the
                      sheet; samples/brands/README.md says what it may hold
  --words DIR         languages of your own, or better texts of one that there
                      is: DIR/es/sheet.json and so on; see src/words/README.md
  --font-dir DIR      fonts that are looked for here first; can be given again
  --near PLACE        "City, Country" or 45.76,4.84: the nearest places first
  --country NAME      the places of this country first
  --date DAY          day printed on the sheet: 2026-07-14, or none
                      (default: SOURCE_DATE_EPOCH if it is set, else today)
  --no-attach         do not put the record and the list of changes into the PDF
  --store FILE        where records are kept (trialsheet fetch --help)
  --fetch             ask the registry for the newest of each NCT number; if it
                      cannot be reached, what the store has will do
  --registry, --pause, --timeout, --user-agent
                      as of fetch
  --notes             say all that was reworded, shortened or left out
  --timings           say what each step cost the processor (of one record)
  -q, --quiet         say nothing but errors
  -h, --help          this text

A file is written whole or not at all. Same record, options, date and version:
same bytes.

Of several records those that are good are rendered, the others named, and the
exit code is the highest of theirs. Two records of one trial make one sheet:
the second is refused.

Exit codes: 0 all is written; 65 no page can be made of a record; 66 a record
cannot be read; 73 and 74 the output cannot be created or finished. The others
are in trialsheet --help.
)";

constexpr std::string_view bundle_help =
    R"(trialsheet bundle RECORD... -o FILE [options]

Makes one PDF of the sheets of many records: a cover with a table of the trials,
each leading to its sheet, then the sheets in the order given, with numbered
pages and bookmarks. RECORD is as of render.

Examples:
  trialsheet bundle records/*.json -o trials.pdf
      a sheet of each behind a cover
  trialsheet bundle records/*.json -o trials.pdf --duplex --brand clinic.json
      for a printer that prints on both sides, with a clinic's name
  trialsheet bundle NCT05153070.json -o trials.pdf --large-print --lang es
      18 points, Spanish

Options:
  -o, --output FILE   where to write: a file, or - for standard output
  --duplex            each sheet begins on the front of a leaf
  --large-print       the same as --layout large-print
  --keep-going        leave out a record of which no sheet can be made, and say
                      so; without it nothing is written then
  --paper NAME        letter (default), a4, or what else the layout has
  --layout NAME|FILE  which layout (default: standard)
  --lang TAG          language of sheets and cover (default: en)
  --brand FILE        a clinic's own, as of render; its extra page comes once,
                      behind the cover
  --words DIR         languages of your own, as of render
  --font-dir DIR      fonts that are looked for here first, as of render
  --near PLACE        "City, Country" or 45.76,4.84: the nearest places first,
                      also on the cover
  --country NAME      the places of this country first
  --date DAY          day printed on it: 2026-07-14, or none
                      (default: SOURCE_DATE_EPOCH if it is set, else today)
  --no-attach         do not put the records and lists of changes into the PDF
  --store FILE, --fetch, --registry, --pause, --timeout, --user-agent
                      of NCT numbers, as of render
  --notes             say all that was reworded, shortened or left out
  -q, --quiet         say nothing but errors
  -h, --help          this text

A trial can be in a bundle once. The file is written whole or not at all; while
it is made its folder holds it a second time, without a name.

Exit codes: 0 done; 65 no sheet can be made of a record; 66 a record cannot be
read; 73 and 74 the output cannot be created or finished. The others are in
trialsheet --help.
)";

constexpr std::string_view fetch_help =
    R"(trialsheet fetch NCT... [options]
trialsheet fetch --query TERM [--limit N] [options]
trialsheet fetch --from FILE|FOLDER [options]

Gets records and keeps them in the store, one file on this computer. After that
render, explain and fonts take the NCT number as RECORD, also without network.
Of two records of one trial the newer is kept.

Examples:
  trialsheet fetch NCT05153070 "nct 0515 3071"
      these two from ClinicalTrials.gov; again later: only what has changed
  trialsheet fetch --query "heart failure AND AREA[Phase]PHASE3" --limit 500
      what the registry's own search finds, at most 500
  trialsheet fetch --from ctg-studies.json.zip
      what was downloaded: records or pages as JSON, NDJSON, either with gzip,
      the registry's zip, a folder of them, or - for standard input

Options:
  --query TERM        records that match, as typed into the registry's search
  --limit N           of these at most N (default: 1000)
  --from FILE         records from a file or folder; may be given again
  --store FILE        where records are kept (default: trialsheet/records.db in
                      $XDG_DATA_HOME or ~/.local/share)
  --registry URL      another registry of the same kind
                      (default: https://clinicaltrials.gov/api/v2)
  --pause SECONDS     between two requests (default: 1.2)
  --timeout SECONDS   for one request (default: 60)
  --user-agent TEXT   how the program names itself to the registry
  -q, --quiet         say nothing but errors
  -h, --help          this text

The store is for your eyes only (mode 0600): it shows which illnesses were
looked up. https_proxy, no_proxy and SSL_CERT_FILE are heeded, as by curl.
What is no record is named, the rest is kept.

Exit codes: 0 all is kept; 65 something is no record; 66 there is no such trial
or file; 69 the registry gave no answer; 73 and 74 the store cannot be made or
written. The others are in trialsheet --help.
)";

constexpr std::string_view explain_help =
    R"(trialsheet explain RECORD [--json] [options]

Says what became of every rule and question of the record on its sheet: shown
or not and why, in whose words, and what was given up to make room.

Examples:
  trialsheet explain NCT05153070.json
      for a person: a line for each rule
  trialsheet explain NCT05153070.json --json | jq .counts
      for a program; README.md documents the members

Options:
  --json              JSON instead of text
  --paper NAME        letter (default), a4, or what else the layout has
  --layout NAME|FILE  which layout (default: standard)
  --lang TAG          language of the sheet (default: en)
  --words DIR         languages of your own, as of render
  --brand FILE        a clinic's own, as of render
  --font-dir DIR      fonts that are looked for here first, as of render
  --near PLACE        "City, Country" or 45.76,4.84: the nearest places first
  --country NAME      the places of this country first
  --date DAY          day printed on the sheet: 2026-07-14, or none
                      (default: SOURCE_DATE_EPOCH if it is set, else today)
  --store FILE, --fetch, --registry, --pause, --timeout, --user-agent
                      of an NCT number, as of render
  -h, --help          this text
)";

constexpr std::string_view serve_help =
    R"(trialsheet serve [options]

Makes sheets for others, over HTTP: a web page for patients at /, and an API for
programs, which /openapi.json describes. Ends on SIGTERM or SIGINT, after it has
finished what it began.

Examples:
  trialsheet serve --upstream
      at http://127.0.0.1:8080; records of ClinicalTrials.gov, which are kept
  trialsheet serve --listen unix:/run/trialsheet.sock --store records.db
      behind a proxy, with the records of a store that is only read
  curl -s --data-binary @NCT05153070.json -H 'Content-Type: application/json' \
    'http://127.0.0.1:8080/v1/sheet?paper=a4' -o NCT05153070.pdf
      a sheet of a record that is sent

Options:
  --listen ADDRESS    127.0.0.1:8080 (default), [::1]:8080, unix:/path; TLS and
                      who may come in are the business of a proxy before it;
                      without it a socket that systemd hands over is taken
  --upstream          ask the registry for what the store has not, or has had
                      for more than a day
  --store FILE        where records are kept (trialsheet fetch --help)
  --workers N         pages made at the same time (default: one a processor)
  --max-body MIB      of a record that is sent (default: 8)
  --max-connections N (default: 1200)
  --words, --font-dir
                      languages and fonts of your own, as of render
  --brand FILE        a clinic's name, address, logo and so on, on every sheet;
                      its defaults are those of requests that say nothing else
  --registry, --pause, --timeout, --user-agent
                      as of fetch; the time for one request is 8 seconds here
  -h, --help          this text

Standard output is the log: a JSON line for each request, without addresses,
numbers of trials, queries or bodies. Offer /metrics to your network only.

Exit codes: 0 ended by a signal; 64 no such address; 78 it cannot be listened
at. The others are in trialsheet --help.
)";

constexpr std::string_view layouts_help =
    R"(trialsheet layouts
trialsheet layouts check FILE

Lists the layouts in the program with their papers, or checks a file of yours:
"FILE: good", or the place of the first error and what would be right.

Examples:
  trialsheet layouts
  trialsheet layouts check mine.json
  trialsheet render NCT05153070.json --layout mine.json

Options:
  -h, --help          this text

layouts/README.md is the language; start from a copy of layouts/standard.json.

Exit codes: 0 good; 66 the file cannot be read; 78 the layout is broken.
)";

constexpr std::string_view stdio_help =
    R"(trialsheet --stdio [options]

A worker for a program that starts it: requests come on standard input, answers
go to standard output, one after the other, until the input ends. For more at
the same time start more of them.

A request is four bytes with the length of its options, four with the length of
its record, the highest byte first; then the options, then the record. Options
are JSON, or nothing: {"paper": "a4"}, by the names of render: as, layout,
paper, lang, near, country, date, no-attach (true or false), brand; "as" can be
"explain", too. The record is the JSON of one trial.

An answer is two such lengths, then facts, then what was made. Facts are JSON,
of a sheet {"code": 0, "type": "application/pdf", "nct": "NCT05153070", ...}; of
an error {"code": 65, "where": "...", "what": "...", "right": "..."}, and then
nothing was made. Codes are the exit codes of trialsheet --help.

Options:
  --max-record MIB    the most a record may have (default: 16); options may have
                      65536 bytes
  --brand FILE        a clinic's own, as of render, for requests that name it:
                      {"brand": "FILE"}; may be given again, for another
  --words, --font-dir
                      languages and fonts of your own, as of render
  -h, --help          this text

Exit codes: 0 the input ended after a request; 65 it ended within one, or a
length was too large: that is answered, and nothing after it is read. The others
are in trialsheet --help.
)";

constexpr std::string_view brands_help =
    R"(trialsheet brands check FILE

Checks a brand, which is what a clinic puts on its handouts: name, address,
telephone, colour, logo, and a notice of help with the language. "FILE: good",
or the place of the first error and what would be right.

Examples:
  trialsheet brands check clinic.json
  trialsheet render NCT05153070.json --brand clinic.json

samples/brands/README.md is the language; start from a copy of a file there.

Exit codes: 0 good; 66 a file cannot be read; 78 the brand is broken.
)";

constexpr std::string_view languages_help =
    R"(trialsheet languages [--words DIR]
trialsheet languages check DIR

Lists the languages that a sheet can be in, by the tag that --lang takes, and
says which no translator has checked. Or checks languages of yours, each a
folder in DIR called by its tag: "DIR/es: good", or the place of the first
error and what would be right.

Examples:
  trialsheet languages
  trialsheet languages check mywords
  trialsheet render NCT05153070.json --lang es --words mywords

Options:
  --words DIR         languages of your own, as of render
  -h, --help          this text

src/words/README.md says how to add a language.

Exit codes: 0 good; 66 a file cannot be read; 78 a text is broken.
)";

constexpr std::string_view fonts_help =
    R"(trialsheet fonts
trialsheet fonts RECORD [options]

Lists the fonts: name, weight, where it is (in the program, installed, or
missing), the Debian package that brings it, and the scripts it is for. With
RECORD, the characters of its sheet by the font that prints them, and those
that no font has.

Examples:
  trialsheet fonts | grep missing
  trialsheet fonts NCT05153070.json

Options:
  --font-dir DIR      fonts that are looked for here first, as of render
  -h, --help          this text
With RECORD:
  --paper, --layout, --lang, --words, --brand, --near, --country, --date,
  --store, --fetch, --registry, --pause, --timeout, --user-agent
                      as of render
)";

}  // namespace trialsheet
