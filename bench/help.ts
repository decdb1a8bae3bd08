/** What `npm run bench` alone prints. */
export const help = `Benchmarks of Sheaf beside its peers, on this computer.

  npm run bench -- read [PATH…]   scans: Sheaf, tesseract and ocrmypdf on the same pictures, all in English
      --limit N                   the first N files
      --pages N                   N pages in all
  npm run bench -- text           PDFs with a text layer: Sheaf and pdftotext
      --pages N                   about N pages (500)
  npm run bench -- extract [DATA] extraction alone on one core, of the samples or of the pages kept in a data folder
  npm run bench -- memory         resident memory of Sheaf over many pages
      --pages N                   N pages (1000)
  npm run bench -- lanes          how soon a single scan is begun and read, alone and beside a batch
      --pages N                   of N scans (300)
  npm run bench -- size           lists and counts of a data folder with one large batch and 199 small ones
      --limit N                   N items in the large one (20000)
  npm run bench -- export         each format of a large batch: seconds, and the most memory of both processes
      --documents N               of N invented documents (50000)
  npm run bench -- desk           how quick the desk is in a browser: first paint, opening, keys, scrolling
      --limit N                   with a table of N rows (20000)
  npm run bench -- items EXPORT.json TRUTH.jsonl
                                  line items of an export beside the true ones; a description may say
                                  more than the name, and is counted a second time without that

Without PATH, read makes its pages itself: invoices and letters as scans of 300 and 200 dpi. In PATH, a
truth.jsonl beside the files ({"file": …, "text": …} a line) gives the text accuracy. Pages of PDFs are drawn
at 300 dpi beforehand, so that every reader gets the same pictures. Peers that are not installed are skipped.
`
