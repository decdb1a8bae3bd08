import { describe, expect, it } from 'vitest'
import { mendLegalForm } from './mendLegalForm.ts'

describe('mendLegalForm', () => {
  it('mends one letter of a form of two words, in the case it is printed in', () => {
    expect(mendLegalForm('RIVER BOOK SON BHD')).toBe('RIVER BOOK SDN BHD')
    expect(mendLegalForm('River Book Sdn. Hhd.')).toBe('River Book Sdn. Bhd.')
  })

  it('mends a long form', () => {
    expect(mendLegalForm('Harbour Tea LIMTTED')).toBe('Harbour Tea LIMITED')
  })

  it('leaves two misread words, and names without a form', () => {
    for (const name of ['RIVER SON BED', 'SMITH AND SON', 'Tea Trading', 'BHD'])
      expect(mendLegalForm(name)).toBe(name)
  })
})
