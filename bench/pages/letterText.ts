/** What letters are made of; {braces} are filled in. Everything and everybody here is invented. */
export const senders = [
  ['Pennywhistle Joinery Ltd', '14 Harrow Yard, Millbrook'],
  ['Thornbury & Vale Surveyors', '3 Old Post Lane, Ashcombe'],
  ['Larkfield Water Works', '77 Reservoir Road, Upper Dell'],
  ['Bramble Court Nurseries', 'The Glasshouses, Wickmere'],
] as const

export const people = [
  'Mrs Eleanor Whitcombe',
  'Mr Tobias Farrow',
  'Dr Helen Okafor',
  'Ms Priya Raman',
  'Mr Samuel Quist',
] as const

export const subjects = [
  'Renewal of the maintenance agreement',
  'Damage to the eastern boundary wall',
  'Delivery of the oak panels',
  'Change of the meeting in the village hall',
  'Results of the spring inspection',
] as const

export const sentences = [
  'Thank you for your letter of {date}, which reached us on the following morning.',
  'We have looked into the matter with care and would like to set out what we found.',
  'The roof was last repaired in {year}, and no record of any later work has been kept.',
  'Our engineer visited the site on {date} and took {count} photographs from the garden side.',
  'He reports that the foundations are sound, although the mortar has begun to crumble near the gate.',
  'The cost of replacing every panel would come to {amount}, including labour and disposal.',
  'If only the damaged ones are replaced, the sum falls to {amount}, and the work takes {count} days.',
  'Please note that prices are guaranteed for {count} days from the date of this letter.',
  'Under clause {count} of the agreement, either party may ask for an independent opinion.',
  'We should be grateful if you could confirm the number of visitors before {date}.',
  'The enclosed plan shows the position of the drains, the meter and both stop valves.',
  'Last winter the pressure fell below {count} per cent of what is usual for a house of this size.',
  '{person} has kindly offered to be present and to answer any questions on the spot.',
  'Should the weather turn, we shall telephone before eight o’clock to agree upon another day.',
  'A copy of the certificate, reference {reference}, is attached for your own files.',
  'The trees along the lane were planted in {year} and are protected by an order of the council.',
  'Nothing in this letter affects the rights that you have under the original contract.',
  'We regret the delay, which was caused by the late arrival of parts from the foundry.',
  'Of the {count} samples that were taken, all but one met the standard without any treatment.',
  'Payment of {amount} was received with thanks and has been set against the oldest invoice.',
  'It would be best to move the furniture away from the windows before the painters arrive.',
  'The key may be left with {person}, whose office is open until half past five.',
  'Between {year} and last autumn the yearly consumption rose from {count} to {count} units.',
  'Because the path is narrow, the lorry has to wait at the corner and everything is carried by hand.',
  'Kindly quote the reference {reference} whenever you write or telephone about this matter.',
  'The committee discussed the proposal at length and voted for it by a comfortable majority.',
  'Insurance covers the contents up to {amount}, but neither cash nor jewellery.',
  'We have asked two other firms for their prices and expect to hear from them by {date}.',
  'Whoever finds the gate open in the evening is asked to close it and to tell the caretaker.',
  'After the first year the fee is adjusted once, by no more than the official index of prices.',
] as const
