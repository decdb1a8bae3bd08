/**
 * The closed table of expected trouble: a stable code and the sentence a person reads.
 * `{name}` in a sentence is filled from the error's details.
 */
const sentences = {
  file_not_found:
    '“{file}” is no longer there. Put it back or remove it from the batch, then retry.',
  folder_not_found: 'There is no file or folder “{path}”. Check the name and try again.',
  access_denied: '“{file}” may not be read by this user. Change its permissions, then retry.',
  file_changed: '“{file}” was changed or moved since it was read. Read it again as a new batch.',
  file_empty: '“{file}” is empty (0 bytes). Scan or save it again, then retry.',
  unsupported_type:
    '“{file}” is not a PDF or an image that Sheaf reads (PDF, JPG, PNG, WEBP, TIFF, BMP, HEIC). Convert it or leave it out.',
  file_damaged: '“{file}” is damaged and cannot be opened. Scan or save it again, then retry.',
  file_encrypted:
    '“{file}” is locked with a password. Enter the password, or save a copy without it.',
  password_wrong:
    '“{file}” is locked, and no password given so far opens it. Enter its password, or save a copy without it.',
  page_too_large:
    'Page {page} of “{file}” is larger than Sheaf can read safely. Save it smaller, then retry.',
  too_many_pages:
    '“{file}” has more than {most} pages. Split it into smaller files and add those instead.',
  page_timeout:
    'Page {page} of “{file}” took longer than {seconds} seconds and was given up. Retry it alone.',
  page_unreadable:
    'Page {page} of “{file}” was too much for the OCR. Save it smaller or scan it again at 300 dpi, then retry.',
  out_of_memory:
    'This computer ran out of memory while reading “{file}”. Close other programs, then retry.',
  // Only of items that an older Sheaf stored: now such a file is a document with a check of this name.
  no_text_found:
    'No text was found on “{file}”. If the page is not blank, scan it again at 300 dpi.',
  language_missing:
    'There is no language data for “{language}”. Installed: {installed}. To add one, put its .traineddata file into “{folder}”.',
  language_damaged:
    'The language data “{path}” is damaged. Replace it with a whole copy or remove it, then retry.',
  language_changed:
    'The language data in “{folder}” was changed since this batch began. Put it back as it was, or read the files as a new batch.',
  no_template: 'There is no template named “{template}”. Known templates: {known}.',
  template_invalid: 'The template “{template}” cannot be used: {problem}',
  template_taken:
    'There is a template named “{template}” already. Give this one another name, or change that one.',
  no_layout: 'There is no column layout named “{layout}”. Known layouts: {known}.',
  layout_invalid: 'The column layout “{layout}” cannot be used: {problem}',
  layout_taken:
    'There is a column layout named “{layout}” already. Give this one another name, or change that one.',
  disk_full: 'The disk is full. Free some space, then resume the batch; nothing was lost.',
  output_locked:
    '“{path}” cannot be written. Close it if another program has it open, or choose another name.',
  output_unsupported: '“{path}” cannot be written: its name has to end in one of {formats}.',
  workbook_unreadable:
    '“{file}” cannot be opened as a workbook: it is damaged or of another kind. Save it again as .xlsx, then drop it here.',
  workbook_too_large:
    '“{file}” holds more than Sheaf opens safely. Export fewer documents at a time, correct them there, and drop that.',
  not_an_export:
    '“{file}” is no export of Sheaf that can be taken back: it has no column document_id. Drop one that still has the columns document_id and batch_id; they may be hidden.',
  export_unknown:
    'The documents in “{file}” are not in this Sheaf. Open it with the Sheaf that wrote it; a deleted batch has to be restored first.',
  proof_missing:
    'There is no proof “{path}”. An export has one when it is written with one (--proof), and both are moved together.',
  proof_invalid:
    '“{path}” is no proof that Sheaf wrote, or not whole. Copy it again, together with its export.',
  source_gone: 'The folder “{path}” is no longer there. Connect it again, then resume the batch.',
  nothing_to_read: 'There is no PDF or image in “{path}”. Choose another folder.',
  nothing_readable:
    'None of the {files} files can be read; each says why. Mend or replace them, then choose them again.',
  no_space:
    'Reading this needs about {needed}, and {free} is free on the disk of “{folder}”. Free some space or take fewer files, then start again; nothing was begun.',
  duplicate: '“{file}” is the same as “{other}”, byte for byte, and was left out as you asked.',
  removed: '“{file}” was removed from the batch. Your original file is untouched.',
  left_out: 'Left out of the documents of “{file}”: {reason}',
  database_newer:
    'The data folder was written by a newer Sheaf (format {found}; this one knows {known}). Update Sheaf to open it.',
  data_folder_busy:
    'Another Sheaf (process {pid}) is using the data folder “{path}”. Close it, or use --data-dir.',
  database_damaged: 'The database “{path}” is damaged. {backup} Your original files are untouched.',
  database_locked:
    'Another program has locked the database “{path}”. Close whatever has it open (a backup, a sync, a database viewer), then try again; nothing was lost.',
  data_folder_unwritable:
    'The data folder “{path}” cannot be written. Change its permissions, or use --data-dir.',
  no_room_for_backup:
    'The data folder needs {needed} MB free for a copy of its database before this version changes it; there are {free} MB. Free some space, then start again; nothing was changed.',
  work_running: 'Batches are being read. Pause them or wait for their end, then try again.',
  batch_deleted: 'The batch “{name}” was deleted. Restore it first.',
  not_deleted: 'The batch “{name}” is not deleted. Delete it first, then it can be purged.',
  gave_up:
    '“{file}” stopped the program three times and was set aside. Open it elsewhere and save it again.',
  cancelled: 'The batch was cancelled before “{file}” was read.',
  watch_in_data_folder:
    '“{path}” lies in the folder where Sheaf keeps its own data. Choose another folder.',
  watch_not_apart:
    '“{path}” and the watched folder “{folder}” lie one inside the other: what is put there would be read again. Choose a folder that stands apart.',
  watched_already: '“{path}” is watched already, as “{folder}”. Change that one instead.',
  watch_gone:
    'The watched folder “{path}” is not there. Connect it again; watching goes on by itself.',
  original_unmoved:
    '“{file}” was read, but cannot be moved to “{path}”. It stays where it is, and moving it is tried again.',
  destination_gone:
    'The folder “{path}”, where originals are moved to, is not there. Connect it again; until then they stay where they are.',
  address_public:
    '“{host}” is not on this computer or in your network, as far as can be seen: what is sent there leaves this machine. Confirm that you want it, or give another address.',
  host_not_found:
    'No computer named “{host}” can be found from here. Check the address and the network, then try again.',
  hook_unreachable:
    '“{host}” could not be reached ({reason}). Check that the program there runs, then try again.',
  hook_timeout: '“{host}” did not answer within {seconds} seconds. Try again later.',
  hook_refused:
    '“{host}” answered with status {status} instead of taking the message. Look into the program there, then try again.',
  hook_redirected:
    '“{host}” sent the message on to another address (status {status}), which Sheaf does not follow. Give the final address.',
  hook_gave_up:
    'Sheaf ended {tries} times while this was under way, so it is not tried again by itself. Try it again by hand.',
  command_not_found:
    'The program “{program}” could not be started ({reason}). Give its whole path, then try again.',
  command_failed: 'The command ended with status {status}. What it said last stands beside it.',
  command_timeout: 'The command took longer than {seconds} seconds and was ended.',
  port_taken: 'Port {port} is used by another program. Choose another one with --port.',
  interface_off:
    'Sheaf does not answer other programs now. Switch that on in Settings, “Other programs”, or start it with serve --api.',
  foreign_request:
    'This came from a web page or by a foreign name. Sheaf answers programs on this computer alone, at {address}.',
  key_missing:
    'This needs a key, as “Authorization: Bearer …”. Settings, “Other programs”, gives one.',
  key_unknown: 'There is no such key. Settings, “Other programs”, gives another one.',
  key_expired:
    'The key of “{name}” expired on {date}. Settings, “Other programs”, gives another one.',
  key_revoked: 'The key of “{name}” was revoked. Settings, “Other programs”, gives another one.',
  key_reads_only: 'The key of “{name}” may only read. Use one that may write.',
  too_many_failures: 'Too many wrong keys came lately. Wait {seconds} seconds, then try again.',
  path_refused:
    '“{path}” is not in a folder that “{name}” may read. Allowed: {folders}. Settings, “Other programs”, can give a key for others.',
  too_large: 'That is more than {most}, the most that is taken at once. Send it in smaller parts.',
  method_unknown: '{address} does not know {method}. It knows {known}.',
  media_type_unknown: 'A body of this kind is not understood. Send {known}.',
  request_conflict:
    'The Idempotency-Key “{key}” came before with another request. Use a new key for another batch.',
  not_known: 'There is no {what} “{id}”.',
  not_found: 'That {what} is not there any more. Go back and refresh.',
  invalid_input: 'The request was not understood: {problem}',
  internal:
    'Something unexpected went wrong: {problem}. The rest of the batch goes on; please report this.',
} as const

export type ErrorCode = keyof typeof sentences
export type ErrorDetails = Readonly<Record<string, string | number>>

export const errorCodes = Object.keys(sentences) as readonly ErrorCode[]

/** What is said where the details name a page: sentences that also speak of whole files. */
const ofPages: Partial<Record<ErrorCode, string>> = {
  gave_up:
    'Page {page} of “{file}” stopped the program three times and was set aside. Open the file elsewhere and save it again, then retry.',
}

/** What is said where the details name another place to write to. */
const withOther: Partial<Record<ErrorCode, string>> = {
  output_locked:
    '“{path}” cannot be written. Close it if another program has it open, or save as “{other}”.',
}

/** What is said of a file whose name is no text: it is there, and cannot be asked for by that name. */
const ofUnwritable: Partial<Record<ErrorCode, string>> = {
  file_not_found:
    '“{file}” has a name with signs that are no letters on this computer. Rename it, then retry.',
}

/** What is said where the details name a folder that is not there. */
const withoutFolder: Partial<Record<ErrorCode, string>> = {
  output_locked:
    '“{path}” cannot be written: there is no folder “{folder}”. Make it, or choose another one.',
}

/** The sentence for a code, with its details filled in; a detail that is missing reads as “it”. */
export function sentenceOf(code: ErrorCode, details: ErrorDetails = {}): string {
  const sentence =
    (details.page !== undefined && ofPages[code]) ||
    (String(details.file).includes('\ufffd') && ofUnwritable[code]) ||
    (details.folder !== undefined && withoutFolder[code]) ||
    (details.other !== undefined && withOther[code]) ||
    sentences[code]
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? 'it'))
}

/** Expected trouble: thrown where it is met, turned into a Result at the edge. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(sentenceOf(code, details), { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/** What crosses every boundary: an Error would lose its class and code in structured clone. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

/** Any thrown thing as data. An unknown error becomes `internal`, its own words kept as the problem. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof AppError)
    return { code: thrown.code, message: thrown.message, details: thrown.details }
  const problem = thrown instanceof Error ? thrown.message : String(thrown)
  const details = { problem: problem.replace(/\s+/g, ' ').slice(0, 300) }
  return { code: 'internal', message: sentenceOf('internal', details), details }
}

/** Runs a step and gives its outcome as data. */
export async function resultOf<T>(step: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await step() }
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown) }
  }
}

/** The value of a Result, or its failure thrown again as an AppError. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AppError(result.error.code, result.error.details)
}
