import { z } from 'zod'
import { readerModes } from '../choices.ts'
import { documentView, itemPages, nextMoves, pageWords } from '../views.ts'
import { documentId, password } from './commandParts.ts'

const fieldOf = documentId.extend({ fieldId: z.number().int() })
const pageNumber = z.number().int().min(1)
/** What a person says about it, for colleagues and exports. */
const reason = z.string().trim().min(1).max(500)
/** A row of a table, counted from 0. */
const rowNumber = z.number().int().min(0)

/** One document under review, and the pages of its file. */
export const documentCommands = {
  /** The pages of a file, for thumbnails, and the documents that they make up. */
  'item.pages': { input: z.object({ itemId: z.number().int() }), output: itemPages },
  /**
   * Puts the pages of a file together in another way; the file itself stays as it is. Every page is in one of
   * the documents, in the order of the list, or left out with a reason.
   */
  'item.arrange': {
    input: z.object({
      itemId: z.number().int(),
      documents: z.array(z.object({ pages: z.array(pageNumber).min(1) })).min(1),
      leftOut: z.array(z.object({ page: pageNumber, reason })).default([]),
    }),
    output: itemPages,
  },
  'document.get': { input: z.object({ documentId: z.string() }), output: documentView },
  /** Sets a value by hand; `null` says the document has none. Checks and review flags follow. */
  'document.correct': {
    input: z.object({
      documentId: z.string(),
      fieldId: z.number().int(),
      value: z.string().trim().min(1).nullable(),
    }),
    output: documentView,
  },
  /** Words of its pages in reading order: to be found by typing, and to be clicked. */
  'document.words': { input: documentId, output: z.array(pageWords) },
  /** The words in a box of a page (or the word that is clicked) become the value, read as the field's type. */
  'document.fill': {
    input: fieldOf.extend({
      page: pageNumber,
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
    output: documentView,
  },
  /** Takes one of its candidates, counted from 1. */
  'document.take': {
    input: fieldOf.extend({ candidate: z.number().int().min(1).max(5) }),
    output: documentView,
  },
  /** Stands by a value as it was found, or by there being none. */
  'document.accept': { input: fieldOf, output: documentView },
  'document.editRows': {
    input: documentId.extend({
      table: z.string(),
      edit: z.discriminatedUnion('kind', [
        /** Below a row; -1 is above the first. */
        z.object({ kind: z.literal('add'), after: z.number().int().min(-1) }),
        z.object({ kind: z.literal('delete'), row: rowNumber }),
        /** Before a word of a column (1: after its first), or where the lines of its cells part. */
        z.object({
          kind: z.literal('split'),
          row: rowNumber,
          at: z
            .object({ column: z.string(), word: z.number().int().min(1) })
            .nullable()
            .default(null),
        }),
        /** With the row below it. */
        z.object({ kind: z.literal('merge'), row: rowNumber }),
        /** Gives a row the cell that it lacks, without a value. */
        z.object({ kind: z.literal('cell'), row: rowNumber, column: z.string() }),
      ]),
    }),
    output: documentView,
  },
  /** Finds its values anew as a document of another type (or with `auto` of the likeliest) in its kept pages. */
  'document.setType': { input: documentId.extend({ template: z.string() }), output: documentView },
  /** Turns a page clockwise from how it is shown, and reads that page again. */
  'document.rotate': {
    input: documentId.extend({
      page: pageNumber,
      turn: z.union([z.literal(90), z.literal(180), z.literal(270)]),
    }),
    output: documentView,
  },
  /** Reads its pages with other settings and finds its values anew; corrections stay, and undo takes it back. */
  'document.readAgain': {
    input: z.object({
      documentId: z.string(),
      mode: z.enum(readerModes),
      languages: z.array(z.string()).default([]),
      /** For a locked file whose password this process does not know (any more). */
      password: password.nullable().default(null),
    }),
    output: documentView,
  },
  'document.approve': { input: z.object({ documentId: z.string() }), output: documentView },
  /** Not now: it comes last among those to review, or waits for a date. */
  'document.postpone': {
    input: documentId.extend({ until: z.iso.datetime().nullable().default(null) }),
    output: documentView,
  },
  /** It is not what it should be; exports say why. */
  'document.reject': { input: documentId.extend({ reason }), output: documentView },
  /** What undo and redo would do now. */
  'document.moves': { input: documentId, output: nextMoves },
  /**
   * Takes back the last act on a document, of whatever kind. Where that put the pages of its file together
   * differently, the document may be gone: then its file's first one is given.
   */
  'document.undo': { input: documentId, output: documentView },
  /** Does again what was taken back last, until something new is done. */
  'document.redo': { input: documentId, output: documentView },
} as const
