/** What a column can show of a document beside its fields, with what the face and samples call it. */
export const documentProperties = [
  { name: 'filename', label: 'File name' },
  { name: 'path', label: 'Path of the file' },
  { name: 'reference', label: 'Reference' },
  { name: 'batch_name', label: 'Batch name' },
  { name: 'document_type', label: 'Document type' },
  { name: 'document_category', label: 'Category' },
  { name: 'status', label: 'Status' },
  { name: 'pages', label: 'Pages' },
  { name: 'first_page', label: 'First page' },
  { name: 'last_page', label: 'Last page' },
  { name: 'page_count', label: 'Number of pages' },
  { name: 'missing_pages', label: 'Pages not read' },
  { name: 'document_currency', label: 'Currency of the document' },
  { name: 'row', label: 'Number of the line item' },
  { name: 'confidence', label: 'Confidence' },
  { name: 'type_confidence', label: 'Confidence of the type' },
  { name: 'needs_review', label: 'Needs review' },
  { name: 'review_fields', label: 'Fields to review' },
  { name: 'review', label: 'Review' },
  { name: 'math_valid', label: 'Sums are right' },
  { name: 'validation_errors', label: 'Errors found' },
  { name: 'validation_warnings', label: 'Warnings' },
  { name: 'error_code', label: 'Error code' },
  { name: 'error_message', label: 'Why it was not read' },
  { name: 'document_id', label: 'Document id' },
  { name: 'batch_id', label: 'Batch id' },
  { name: 'file_index', label: 'Number of the file' },
  { name: 'sha256', label: 'SHA-256 of the file' },
  { name: 'template', label: 'Template' },
  { name: 'template_version', label: 'Version of the template' },
] as const

export type PropertyName = (typeof documentProperties)[number]['name']

export const propertyNames: readonly PropertyName[] = documentProperties.map(({ name }) => name)
