/** What `--help` prints. */
export const help = `Sheaf turns folders of PDFs and scans into a checked spreadsheet, on this computer alone.

  npm start                                       open the app
  npm start -- extract PATH… --out results.xlsx   read files and folders, write what they say
  npm start -- extract --samples --out out.xlsx   the same with the documents that come along
  npm start -- read PATH… --out pages.json        read the words of every page, without extracting
  npm start -- classify PATH… --out types.csv     what each file is, without its fields
  npm start -- split PATH… --out documents.csv    the documents in each file: first and last page, and type
  npm start -- preflight PATH…                    what would be read, what not and why, and how long
  npm start -- resume [BATCH]                     go on with what was interrupted
  npm start -- retry BATCH                        try again what failed or was cancelled
  npm start -- add BATCH PATH…                    more files into a batch
  npm start -- reextract BATCH --template NAME    find all values anew, without reading again
  npm start -- duplicate BATCH                    the same once more, as a new batch
  npm start -- change BATCH                       another name, reference or priority
  npm start -- cancel BATCH                       give up what is left of it
  npm start -- status [BATCH]                     batches, or how one of them stands and what has changed since
  npm start -- export BATCH|latest --out FILE     write results again, also in another format
  npm start -- exports BATCH                      what was written of it, with hashes
  npm start -- repeat EXPORT                      write an export again, by its number; --out FILE elsewhere
  npm start -- apply FILE                         take what was corrected in an exported .xlsx or .csv back
  npm start -- verify FILE                        is an export what was written? by the proof beside it
  npm start -- delete BATCH                       take a batch out of the list; it can be restored for 7 days
  npm start -- restore BATCH                      bring a deleted batch back
  npm start -- doctor                             is everything in order? and what to do if not
  npm start -- settings                           what holds for everything
  npm start -- templates                          what can be extracted
  npm start -- languages                          what scans can be read in
  npm start -- serve                              the app in a browser on this computer

extract, read, classify, split
  -o, --out FILE        .xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once
      --csv-for LOCALE  .csv as the Excel of a computer of that locale opens it, such as de-DE: its
                        separator and decimals; else by the standard (resume and export take it, too)
      --proof           a proof beside each file (results.xlsx.run.json): hashes of what went in, of the
                        configuration and the results, and a chained log (resume and export take it, too)
      --evidence        of .xlsx: pictures of values that were reviewed or flagged, and a folder of pages
                        beside it that every value links to (resume and export take it, too)
  -t, --template NAME   a template's name, a template file (.json), or auto (the default);
                        all but read
      --split auto      of extract: a file may hold several documents
      --threshold N     of extract: values less sure than this (0 to 1) need review; by default as measured
      --name TEXT       what the batch is called
      --reference TEXT  your own id for it; stands in every row
      --priority P      low, normal or high among batches
      --reader MODE     auto (the text inside a file where it can be trusted), ocr or text_layer
      --language CODE   read pictures in this language instead of the one that is found, such as
                        de or deu; several with commas
      --tables          of read: tables as rows and columns in the JSON, beside the words
      --password-file F passwords for locked files, one a line (resume takes it, too)
      --password TEXT   the same in the command line, where other users of the computer may see it
      --skip-duplicates of files with the same content, read only the first
      --check           begin nothing: tell what would be read, like preflight; with --json for programs
      --follow          events as JSON lines on stderr instead of a progress bar
      --quiet           nothing on stderr but errors
retry
      --reader, --language, --password-file as above: for what is tried again alone
duplicate
      --frozen          with the templates of that batch instead of today's
change
      --name, --reference, --priority as above
status, exports, templates, languages, settings, doctor
      --json            the same for programs
delete
      --purge           gone at once, with previews and kept pages; original files stay
settings
      --retention DAYS  finished batches are deleted by themselves after so many days; never (the default)
      --csv-for LOCALE  how .csv is written where nothing else is said; standard (the default)
doctor
      --fix             take away what belongs to nothing any more
      --compact         give free room in the database back to the disk
      --bundle FILE     write log, findings, counts, settings and versions to a .json.gz, without names of
                        files and without anything that stands in them
      --restore         the copy beside a damaged database takes its place
apply
      --dry-run         change nothing: tell the differences; with --json for programs
      --conflicts       where both sides were changed, the file's values win; else they are left out
verify
      --sources DIR     look for the files that went in, too, by their content
serve
      --port N          a port of your choice instead of a free one
everywhere
      --data-dir DIR    where batches are kept (else SHEAF_DATA_DIR, else the user's own folder)
      --threads N       how many pages are read at a time (else one a core, at most 8)
      --on-battery      read on when the computer runs on battery
  -h, --help    -V, --version

Exit status: 0 all good · 1 usage, or nothing was started · 2 some files failed or were skipped
             3 the batch failed, or would be refused (--check) · 130 interrupted, go on with resume
             of verify 0 all as it was written · 2 something is not here · 3 something is another
             of apply 0 all taken · 2 conflicts were left out, or something could not be taken
             of doctor 0 all in order · 2 something to look at · 3 something is broken
`
