/* What crosses to the face and is shown there: batches, rows, documents, templates, folders. */

export {
  type ClientView,
  clientScopes,
  clientView,
  type Density,
  type Finding,
  type FolderListing,
  finding,
  folderListing,
  type Limits,
  limits,
  type Settings,
  settings,
} from './views/appViews.ts'
export {
  type BatchKind,
  type BatchSummary,
  batchKinds,
  batchSummary,
  type Difference,
  type DocumentRow,
  difference,
  documentRow,
  type Excerpt,
  excerpt,
  type Forecast,
  forecast,
  type Ledger,
  ledger,
  type Priority,
  priorities,
  type ThrottleCause,
  type UnreadLine,
  unreadLine,
} from './views/batchViews.ts'
export {
  type CheckView,
  type DocumentView,
  documentView,
  type EquationView,
  type FieldView,
  type ItemPages,
  itemPages,
  nextMoves,
  pageWords,
  type ValuesSlice,
  valueCursor,
  valuesSlice,
} from './views/documentViews.ts'
export {
  csvFor,
  type ExportOptions,
  exportLine,
  exportOptions,
  layoutAsked,
} from './views/exportViews.ts'
export {
  type DeliveryView,
  deliveryView,
  type Hook,
  type HookPlace,
  type HookView,
  hook,
  hookView,
} from './views/hookViews.ts'
export {
  type ColumnLayout,
  type LayoutColumn,
  type LayoutPreview,
  type LayoutSources,
  layoutPreview,
  layoutSources,
  savedLayout,
} from './views/layoutViews.ts'
export {
  type Comparison,
  type Correction,
  comparison,
  correction,
  type RoundTripNotice,
} from './views/roundTripViews.ts'
export {
  type TemplateDifference,
  type TemplateProblem,
  type TemplateSummary,
  type TemplateTrial,
  type TemplateView,
  type TrialValue,
  templateDifference,
  templateProblem,
  templateSummary,
  templateTrial,
  templateView,
  triableDocument,
} from './views/templateViews.ts'
export { type Status, status } from './views/viewParts.ts'
