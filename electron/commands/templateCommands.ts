import { z } from 'zod'
import { fieldTypes } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import {
  templateDifference,
  templateProblem,
  templateSummary,
  templateTrial,
  templateView,
  triableDocument,
} from '../views.ts'
import { empty } from './commandParts.ts'

const templateName = z.object({ name: z.string().min(1) })
const templateVersion = z.number().int().positive()
const versionOrDraft = z.union([templateVersion, z.looseObject({})])
/** Ours, or the names and types of its fields alone. */
const templateFormat = z.enum(['sheaf', 'named_entities'])
export type TemplateFormat = z.infer<typeof templateFormat>

/** Templates: kept, compared and tried. */
export const templateCommands = {
  'template.list': { input: empty, output: z.array(templateSummary) },
  /** As it is now, or as it was under the number of a version. */
  'template.get': {
    input: templateName.extend({ version: templateVersion.optional() }),
    output: templateView,
  },
  /** What keeps a draft from being saved, whatever it is; `replaces` as for saving, left out: any name is free. */
  'template.check': {
    input: z.object({ template: z.unknown(), replaces: z.string().nullable().optional() }),
    output: z.object({ problems: z.array(templateProblem) }),
  },
  /**
   * Keeps a draft as a new version and gives it to new batches at once; one that says nothing new is not kept
   * again. `replaces`: the template that was edited, which may get another name; null: a new one. One that came
   * along stays as it is, and the person's own takes its place.
   */
  'template.save': {
    input: z.object({ template: z.unknown(), replaces: z.string().nullable() }),
    output: templateView,
  },
  /** Out of the list; in the place of one that came along, that one is back. What it was stays for `template.restore`. */
  'template.remove': { input: templateName, output: empty },
  /** Takes a removal back: the template is as it was then. */
  'template.restore': { input: templateName, output: templateView },
  /** Saves what it was under a number as its newest version. */
  'template.revert': {
    input: templateName.extend({ version: templateVersion }),
    output: templateView,
  },
  /** A new template of one's own that says the same. */
  'template.duplicate': { input: templateName, output: templateView },
  /** What the text of a file says, in either format: a draft to look at, with its problems. Nothing is saved. */
  'template.read': {
    input: z.object({ filename: z.string().min(1), text: z.string().max(5_000_000) }),
    /** `template`: what can be understood, also of one with slips; null where the text holds no template at all. */
    output: z.object({
      template: z.custom<Template>().nullable(),
      problems: z.array(templateProblem),
    }),
  },
  /** What a file of it would say. */
  'template.text': {
    input: templateName.extend({ version: templateVersion.optional(), format: templateFormat }),
    output: z.object({ filename: z.string(), text: z.string() }),
  },
  /** Writes it beside its name, which ends in .json, and renames it. */
  'template.write': {
    input: templateName.extend({
      version: templateVersion.optional(),
      format: templateFormat,
      path: z.string().min(1),
    }),
    output: z.object({ path: z.string() }),
  },
  /** In what `to` says something else than `from`, each the number of a version or a draft. */
  'template.differences': {
    input: templateName.extend({ from: versionOrDraft, to: versionOrDraft }),
    output: z.array(templateDifference),
  },
  /** Kept documents that a draft can be tried on, those of the newest batch first. */
  'template.documents': {
    input: z.object({
      /** In names of files, types and values. */
      search: z.string().default(''),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: z.array(triableDocument),
  },
  /** What a draft finds on kept pages beside what is saved finds there; nothing is read again or stored. */
  'template.try': {
    input: z.object({
      template: z.unknown(),
      documentIds: z.array(z.string()).min(1).max(20),
      /** The name under which it is saved, where the draft has another one. */
      replaces: z.string().nullable().optional(),
    }),
    output: z.array(templateTrial),
  },
  /** Where the pattern of a field matches on kept pages, 200 places at most. */
  'template.matches': {
    input: z.object({
      pattern: z.string().min(1).max(2000),
      /** Text is searched; of other types, whole values have to match, as the field will ask. */
      type: z.enum(fieldTypes).default('text'),
      documentIds: z.array(z.string()).min(1).max(20),
    }),
    output: z.object({
      /** Why it is no pattern. */
      problem: z.string().nullable(),
      matches: z.array(
        z.object({
          documentId: z.string(),
          page: z.number().int(),
          pageSize: z.tuple([z.number(), z.number()]),
          text: z.string(),
          box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      ),
      /** There are more. */
      isCut: z.boolean(),
    }),
  },
} as const
