import type { FieldType } from '../model.ts'
import type { ResultField, ResultRecord, RunInfo, UnreadPages } from './record.ts'

const exampleLedger = {
  files: { all: 4, read: 2, failed: 1, skipped: 1, open: 0 },
  pages: { all: 6, read: 3, failed: 1, skipped: 2, open: 0 },
}

function exampleUnread(more: Partial<UnreadPages>): UnreadPages {
  return {
    ...{ index: 0, documentId: null, filename: 'invoice-001.pdf', path: '/documents/x' },
    ...{ state: 'failed', code: 'file_damaged', message: 'It says why.' },
    ...{ firstPage: null, lastPage: null },
    ...more,
  }
}

/** Made-up records for the tests: what is not named is ordinary. */
export function exampleField(
  name: string,
  type: FieldType,
  value: string | null,
  more: Partial<ResultField> = {},
): ResultField {
  return {
    name,
    label: name.replaceAll('_', ' '),
    type,
    value,
    raw: value,
    confidence: 0.97,
    needs_review: false,
    reasons: [],
    reader: 'text_layer',
    corrected: false,
    provenance:
      value === null
        ? null
        : { page: 1, bbox: [72, 100.5, 200.126, 112], page_size: [595.28, 841.89], text: value },
    ...more,
  }
}

export function exampleRecord(more: Partial<ResultRecord> = {}): ResultRecord {
  return {
    file_index: 0,
    document_id: 'd1',
    batch_id: 'b1',
    reference: null,
    filename: 'invoice-001.pdf',
    path: '/documents/invoice-001.pdf',
    sha256: 'a3'.repeat(32),
    pages: [1, 2],
    page_count: 2,
    missing_pages: [],
    status: 'completed',
    document_type: 'invoice',
    document_category: 'accounting',
    type_confidence: 0.99,
    confidence: 0.96,
    needs_review: false,
    review: 'none',
    fields: [],
    line_items: [],
    validation: { math_valid: true, errors: [], warnings: [] },
    error: null,
    run: {
      template: 'invoice',
      template_version: 3,
      app_version: '0.1.0',
      engine: 'pdfjs 6.5.438',
      started_at: '2026-05-04T09:30:00.000Z',
      finished_at: '2026-05-04T09:31:00.000Z',
      ledger: exampleLedger,
    },
    ...more,
  }
}

/** An invoice that needs review, a receipt in yen, a damaged file and a cancelled one. */
export const exampleRecords: readonly ResultRecord[] = [
  exampleRecord({
    reference: '0042',
    status: 'needs_review',
    needs_review: true,
    fields: [
      exampleField('invoice_number', 'identifier', '00123'),
      exampleField('issue_date', 'date', '2026-03-29', {
        needs_review: true,
        reasons: ['ambiguous_date'],
        confidence: 0.61234567,
      }),
      exampleField('due_date', 'date', null, { needs_review: true, reasons: ['not_found'] }),
      exampleField('seller_name', 'name', '=Müller & “Söhne” GmbH'),
      exampleField('iban', 'iban', 'DE89370400440532013000'),
      exampleField('currency', 'currency', 'EUR'),
      exampleField('grand_total', 'amount', '1234.50', {
        needs_review: true,
        reasons: ['equation_broken'],
      }),
    ],
    line_items: [
      {
        description: exampleField('description', 'text', 'Paper, A4'),
        quantity: exampleField('quantity', 'number', '12.5'),
        unit_price: exampleField('unit_price', 'amount', '0.1250'),
        line_total: exampleField('line_total', 'amount', '1.56'),
      },
      {
        line_id: exampleField('line_id', 'identifier', '0002'),
        description: exampleField('description', 'text', '-10 % discount'),
        tax_rate: exampleField('tax_rate', 'percent', '19'),
        line_total: exampleField('line_total', 'amount', '-12.50', { needs_review: true }),
      },
    ],
    tax_breakdown: [
      { rate: exampleField('rate', 'percent', '19'), tax: exampleField('tax', 'amount', '197.10') },
    ],
    validation: {
      math_valid: false,
      errors: [
        {
          code: 'totals_differ',
          message: 'Net and tax give 1,234.40, but the total says 1,234.50.',
          fields: ['grand_total'],
        },
      ],
      warnings: [{ code: 'due_date_missing', message: 'There is no due date.', fields: [] }],
    },
  }),
  exampleRecord({
    file_index: 1,
    document_id: 'd2',
    filename: 'レシート 🧾.png',
    path: '/documents/レシート 🧾.png',
    document_type: 'receipt',
    fields: [
      exampleField('merchant_name', 'name', '東京ストア'),
      exampleField('currency', 'currency', 'JPY'),
      exampleField('grand_total', 'amount', '-98000'),
    ],
  }),
  exampleRecord({
    file_index: 2,
    document_id: null,
    filename: 'broken.pdf',
    path: '/documents/broken.pdf',
    sha256: null,
    pages: null,
    page_count: null,
    status: 'failed',
    document_type: null,
    document_category: null,
    type_confidence: null,
    confidence: null,
    validation: { math_valid: null, errors: [], warnings: [] },
    error: { code: 'file_damaged', message: '“broken.pdf” is damaged and cannot be opened.' },
    run: { ...exampleRecord().run, template: null, template_version: null, engine: null },
  }),
  exampleRecord({
    file_index: 3,
    document_id: null,
    filename: 'late.pdf',
    path: '/documents/late.pdf',
    status: 'cancelled',
    pages: null,
    document_type: null,
    validation: { math_valid: null, errors: [], warnings: [] },
  }),
]

export const exampleRun: RunInfo = {
  batchId: 'b1',
  name: 'May',
  reference: '0042',
  sources: ['/documents'],
  templates: [
    { name: 'invoice', version: 3 },
    { name: 'receipt', version: 1 },
  ],
  appVersion: '0.1.0',
  engine: 'pdfjs 6.5.438',
  startedAt: '2026-05-04T09:30:00.000Z',
  finishedAt: '2026-05-04T09:31:00.000Z',
  counts: { completed: 1, needs_review: 1, failed: 1, cancelled: 1 },
  pages: 4,
  ledger: {
    ...exampleLedger,
    reasons: [
      { state: 'failed', code: 'file_damaged', pages: 0, files: 1, partly: 0 },
      { state: 'failed', code: 'page_timeout', pages: 1, files: 0, partly: 1 },
      { state: 'skipped', code: 'cancelled', pages: 2, files: 1, partly: 0 },
    ],
  },
  unread: [
    exampleUnread({ documentId: 'd1', code: 'page_timeout', firstPage: 2, lastPage: 2 }),
    exampleUnread({ index: 2, filename: 'broken.pdf' }),
    exampleUnread({
      ...{ index: 3, filename: 'late.pdf', state: 'skipped', code: 'cancelled' },
      ...{ firstPage: 1, lastPage: 2 },
    }),
  ],
}
