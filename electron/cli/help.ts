/** What `--help` prints. */
export const help = `Sheaf turns folders of PDFs and scans into a checked spreadsheet, on this computer alone.

  npm start                                       open the app
  npm start -- extract PATH… --out results.xlsx   read files and folders, write what they say
  npm start -- extract --samples --out out.xlsx   the same with the documents that come along
  npm start -- read PATH… --out pages.json        read the words of every page, without extracting
  npm start -- resume [BATCH]                     go on with what was interrupted
  npm start -- status [BATCH]                     batches, or how one of them stands
  npm start -- export BATCH|latest --out FILE     write results again, also in another format
  npm start -- delete BATCH                       take a batch out of the list; it can be restored for 7 days
  npm start -- restore BATCH                      bring a deleted batch back
  npm start -- doctor                             is everything in order? and what to do if not
  npm start -- settings                           what holds for everything
  npm start -- templates                          what can be extracted
  npm start -- languages                          what scans can be read in
  npm start -- serve                              the app in a browser on this computer

extract, read
  -o, --out FILE        .xlsx, .csv or .json; of read .json, .txt or .md; may be given more than once
  -t, --template NAME   a template's name, a template file (.json), or auto (the default);
                        extract only
      --name TEXT       what the batch is called
      --reference TEXT  your own id for it; stands in every row
      --reader MODE     auto (the text inside a file where it can be trusted), ocr or text_layer
      --language CODE   read pictures in this language instead of the one that is found, such as
                        de or deu; several with commas
      --tables          of read: tables as rows and columns in the JSON, beside the words
      --password-file F passwords for locked files, one a line (resume takes it, too)
      --password TEXT   the same in the command line, where other users of the computer may see it
      --follow          events as JSON lines on stderr instead of a progress bar
      --quiet           nothing on stderr but errors
status, templates, languages, settings, doctor
      --json            the same for programs
delete
      --purge           gone at once, with previews and kept pages; original files stay
settings
      --retention DAYS  finished batches are deleted by themselves after so many days; never (the default)
doctor
      --fix             take away what belongs to nothing any more
      --compact         give free room in the database back to the disk
      --bundle FILE     write log, findings, counts, settings and versions to a .json.gz, without names of
                        files and without anything that stands in them
      --restore         the copy beside a damaged database takes its place
serve
      --port N          a port of your choice instead of a free one
everywhere
      --data-dir DIR    where batches are kept (else SHEAF_DATA_DIR, else the user's own folder)
      --threads N       how many pages are read at a time (else one a core, at most 8)
  -h, --help    -V, --version

Exit status: 0 all good · 1 usage, or nothing was started · 2 some files failed or were skipped
             3 the batch failed · 130 interrupted, go on with resume
             of doctor 0 all in order · 2 something to look at · 3 something is broken
`
