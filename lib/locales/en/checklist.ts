/** Texts of the checklist: the steps of each track, and the checklist as text. */
export const checklist = {
  'protocols.T1.label': 'Technical block on the ANEF portal',
  'protocols.T1.S1.label': 'Capture of the blockage',
  'protocols.T1.S1.explain':
    "A picture of the blocked page that shows the message, the page's full address, the date and the time. More captures on other days show that the blockage lasts.",
  'protocols.T1.S2.label': 'Contact with the CCC (citizens’ contact centre)',
  'protocols.T1.S2.explain':
    'Write to the CCC with the “Nous contacter” form or by e-mail (dgef-support@interieur.gouv.fr), or call 0 806 001 620 with the reference number of the e-mail. Keep a dated proof: the page shown after sending, the e-mail sent, a capture of the call log. An automatic reply proves that you sent it; it is not an answer.',
  'protocols.T1.S2a.label': '“Nous contacter” form',
  'protocols.T1.S2b.label': 'E-mail to the CCC',
  'protocols.T1.S2c.label': 'Call to the CCC',
  'protocols.T1.S3.label': 'Help of the PAN (point d’accueil numérique, digital help desk)',
  'protocols.T1.S3.explain':
    'Optional: at any time after the capture, with a letter that explains. Keep the confirmation of the appointment, a capture that shows no free slot, or what you were given there. This step never holds up the others.',
  'protocols.T1.S4.label': 'Registered letter and e-mail to the préfecture',
  'protocols.T1.S4.explain':
    'A registered letter with acknowledgement of receipt (LRAR) and an e-mail to the préfecture, which tell all that you did and ask for the solution de substitution (article R. 431-2 of the CESEDA). Keep the letter, the proof of posting with its number, the acknowledgement of receipt, and the e-mail sent with its attachments.',
  'protocols.T1.S4a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T1.S4b.label': 'E-mail to the préfecture',
  'protocols.T1.S5.label': 'Answer of the préfecture',
  'protocols.T1.S5.explain':
    'An appointment, an invitation to the solution de substitution, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  // The checklist as text (tests/commands/checklist.ts). Never "complete", "legal", "right" (domain.md § 4.3).
  'checklist.text.title': 'Carnet de démarches: {track}',
  'checklist.text.now':
    'As of {date}, {time} (Paris time, {offset}), {entries, plural, =0 {no entry} one {# entry} other {# entries}}.',
  'checklist.text.step': 'Step',
  'checklist.text.state': 'State',
  'checklist.text.proof': 'Traces',
  'checklist.text.none': 'none',
  'checklist.text.mandatory': 'needed step',
  'checklist.text.optional': 'optional',
  'checklist.text.received': 'expected from the préfecture',
  'checklist.text.none-yet': 'not in the notebook',
  'checklist.text.todo': 'to do',
  'checklist.text.done': 'done since {date}',
  'checklist.text.waiting': 'done since {date}, waiting',
  'checklist.text.answered': 'done since {date}, answer recorded',
  'checklist.text.no-answer': 'done since {date}, no answer recorded',
  'checklist.text.skipped': 'step skipped, reason recorded',
  'checklist.text.declared': 'only declared: {numbers}',
  'checklist.text.declarative': 'only declared, no file or picture',
  'checklist.text.wait': 'practical marker: wait until {date}',
  'checklist.text.wait-legal': 'time given by a text, to be checked: until {date}',
  'checklist.text.next': 'Next: {step}',
  'checklist.text.next-waits': 'Next: nothing to do now, a wait is running (practical marker).',
  'checklist.text.next-answered': 'Next: an answer is recorded, to be read with your lawyer or an association.',
  'checklist.text.next-nothing': 'Next: every needed step has a trace in the notebook.',
  'checklist.text.next-skipped': 'Next: no step to suggest, a needed step was skipped.',
  'checklist.text.key-prefecture': 'Invitation by the préfecture to the solution de substitution: {number}',
  'checklist.text.key-ccc': 'Attestation by the CCC: {number}',
  'checklist.text.key-none': 'not in the notebook',
  'checklist.text.footer':
    'General information, as of {date}. This is not legal advice: to be checked with your lawyer or an association.',
} as const;
