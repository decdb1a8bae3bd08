import type { Sheet } from '../model.ts'
import type { Paper } from '../paper.ts'

const [left, right, middle] = [56, 540, 305]
const bold = 'Helvetica-Bold'

type Entry = readonly [label: string, name: string, value: string]

const person: readonly Entry[] = [
  ['First name:', 'first_name', 'Marjorie'],
  ['Last name:', 'last_name', 'Quillfeather'],
  ['Date of birth:', 'date_of_birth', '9 November 1974'],
  ['Telephone:', 'telephone', '01756 990 118'],
  ['E-mail:', 'e_mail', 'm.quillfeather@example.org'],
  ['Occupation:', 'occupation', 'Bookbinder'],
]
const choices: readonly (readonly [label: string, name: string, isTicked: boolean])[] = [
  ['Adult member', 'adult_member', true],
  ['Junior member', 'junior_member', false],
  ['Send me the newsletter', 'send_me_the_newsletter', true],
]

/** A filled-in application: labels before a colon, captions in boxes, boxes to tick. */
function drawApplication(paper: Paper): Record<string, unknown> {
  paper.text('Upper Wharfe Canoe Club', left, 60, { font: bold, size: 12 })
  paper.text('Membership application form', left, 92, { font: bold, size: 18 })
  paper.text('Please complete in block capitals and return to the secretary.', left, 110)
  person.forEach(([label, name, value], i) => {
    const y = 150 + 26 * i
    paper.text(label, left, y, { font: bold, size: 10 })
    paper.text(value, left + 110, y, { font: 'Mono', size: 11, tag: name })
    paper.line(left + 105, y + 4, right, y + 4, 0.4, '#888888')
  })
  const boxes: readonly Entry[] = [
    ['Emergency contact', 'emergency_contact', 'Perpetua Quillfeather'],
    ['Swimming certificate', 'swimming_certificate', 'Bronze, 2019'],
  ]
  boxes.forEach(([label, name, value], i) => {
    const x = i === 0 ? left : middle
    paper.box(x, 315, 230, 40, { stroke: '#555555' })
    paper.text(label, x + 5, 325, { size: 7 })
    paper.text(value, x + 5, 346, { font: 'Mono', size: 11, tag: name })
  })
  choices.forEach(([label, name, isTicked], i) => {
    paper.text(isTicked ? '[x]' : '[ ]', left, 392 + 20 * i, { font: 'Mono', size: 11, tag: name })
    paper.text(label, left + 30, 392 + 20 * i, { size: 10 })
  })
  paper.text('Signature:', left, 480, { font: bold, size: 10 })
  paper.text('M. Quillfeather', left + 110, 480, { font: 'Mono', size: 11, tag: 'signature' })
  paper.text('For office use only', left, 540, { font: bold, size: 9 })
  paper.text('Received by: ____________________', left, 558)
  return Object.fromEntries([
    ...[...person, ...boxes].map(([, name, value]) => [name, value]),
    ...choices.map(([, name, isTicked]) => [name, isTicked ? 'yes' : 'no']),
    ['signature', 'M. Quillfeather'],
  ])
}

/** Forms that somebody filled in. */
export const forms: readonly Sheet[] = [
  {
    kind: 'form',
    file: 'form-en-uk-canoe-club.pdf',
    language: 'en',
    layout: 'application',
    title: 'Membership application form',
    issued: '2026-03-02',
    draw: drawApplication,
  },
]
