/** The steps of each track in English. */
export const protocols = {
  'protocols.T0.label': 'Before you start',
  'protocols.T0.T0-stops.label': 'Is there a situation that needs help at once?',
  'protocols.T0.T0-stops.explain':
    'Removal decision, detention or police custody, refusal notified, permit ended more than six months ago, hearing fixed, unaccompanied minor, violence: in these cases, contact a lawyer or an association at once. The notebook keeps your evidence; it does not replace that help.',
  'protocols.T0.T0-title.label': 'Which permit do you ask for, and from which préfecture?',
  'protocols.T0.T0-title.explain':
    'In your own words: “student renewal”, “other”, or “I would rather not say”. Capture the page of your préfecture that says how to apply: a request made by the wrong channel does not always count.',
  'protocols.T0.T0-regime.label': 'By which channel does your préfecture say to apply?',
  'protocols.T0.T0-regime.explain':
    'The ANEF portal, the préfecture (appointment, Démarche numérique), or “I do not know: to be checked”. The notebook does not decide it for you.',
  'protocols.T0.T0-filed.label': 'Is the request already filed?',
  'protocols.T0.T0-filed.explain': 'If so, on which date? It is on the confirmation or the attestation de dépôt.',
  'protocols.T0.T0-urgency.label': 'Is it urgent?',
  'protocols.T0.T0-urgency.explain':
    'Work suspended or at risk, benefits or care cut, with a document that shows it. The dates of your documents count too: past, or ending within 30 days (practical marker).',
  'protocols.T0.T0-blockage.label': 'What blocks you?',
  'protocols.T0.T0-blockage.explain':
    'Choose in the list what is most like your situation: it leads to the track to follow. You can change it later.',
  'protocols.T1.label': 'Technical block on the ANEF portal',
  'protocols.T1.S1.label': 'Capture of the blockage',
  'protocols.T1.S1.explain':
    "A picture of the blocked page that shows the message, the page's full address, the date and the time. More captures on other days show that the blockage lasts.",
  'protocols.T1.S1-again.label': 'See whether the blockage lasts, and capture it again',
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
  'protocols.T1.S4-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T1.S4-silence.label':
    'Two months after the letter arrived: the legal situation may change, speak before that to a lawyer or an association',
  'protocols.T1.S5.label': 'Answer of the préfecture',
  'protocols.T1.S5.explain':
    'An appointment, an invitation to the solution de substitution, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T2.label': 'Limit in the design of the ANEF portal',
  'protocols.T2.S1.label': 'Capture of what the portal does not allow',
  'protocols.T2.S1.explain':
    'A picture of the page where the choice or button is missing, with the full address, the date and the time. Scroll a long list to show all of it. Add a note to the capture: what you were looking for and what is missing.',
  'protocols.T2.S1-again.label': 'See whether the blockage lasts, and capture it again',
  'protocols.T2.W.label': 'Other ways tried',
  'protocols.T2.W.explain':
    'For some limits, lawyers know other ways. Note for each: tried, not possible, or not wanted, with your reasons. Nothing obliges you to try them, and this step never holds up the others. Article R. 431-2 names the design of the portal as well as its working.',
  'protocols.T2.W1-one-ground.label': 'File on one ground only, with a letter that explains and the captures',
  'protocols.T2.W1-wait.label': 'Wait for the end of the first procedure',
  'protocols.T2.W1-second-account.label':
    'Second temporary account: some lawyers use it, to be discussed with a lawyer or an association before doing it',
  'protocols.T2.W2-letter.label': 'Send the change by registered letter and by e-mail, with a letter that explains',
  'protocols.T2.W3-captures.label': 'Capture each screen before you submit',
  'protocols.T2.W3-list.label': 'Join, in one of the uploads, a letter with the list of documents',
  'protocols.T2.W3-files.label': 'Keep a copy of each file sent',
  'protocols.T2.W5-collect.label': 'Ask for an appointment to collect the permit or duplicate',
  'protocols.T2.W7-compress.label': 'Reduce or merge the files (one file only, 10 MB)',
  'protocols.T2.W7-letter.label': 'Join a letter that explains, and send the rest by registered letter',
  'protocols.T2.S2.label': 'Contact with the CCC (citizens’ contact centre)',
  'protocols.T2.S2.explain':
    'Write to the CCC with the “Nous contacter” form or by e-mail (dgef-support@interieur.gouv.fr), or call 0 806 001 620 with the reference number of the e-mail. Keep a dated proof: the page shown after sending, the e-mail sent, a capture of the call log. An automatic reply proves that you sent it; it is not an answer.',
  'protocols.T2.S2a.label': '“Nous contacter” form',
  'protocols.T2.S2b.label': 'E-mail to the CCC',
  'protocols.T2.S2c.label': 'Call to the CCC',
  'protocols.T2.S3.label': 'Help of the PAN (point d’accueil numérique, digital help desk)',
  'protocols.T2.S3.explain':
    'Optional: at any time after the capture, with a letter that explains. Keep the confirmation of the appointment, a capture that shows no free slot, or what you were given there. This step never holds up the others.',
  'protocols.T2.S4.label': 'Registered letter and e-mail to the préfecture',
  'protocols.T2.S4.explain':
    'A registered letter with acknowledgement of receipt (LRAR) and an e-mail to the préfecture, which tell all that you did and ask for the solution de substitution (article R. 431-2 of the CESEDA). Keep the letter, the proof of posting with its number, the acknowledgement of receipt, and the e-mail sent with its attachments.',
  'protocols.T2.S4a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T2.S4b.label': 'E-mail to the préfecture',
  'protocols.T2.S4-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T2.S4-silence.label':
    'Two months after the letter arrived: the legal situation may change, speak before that to a lawyer or an association',
  'protocols.T2.S5.label': 'Answer of the préfecture',
  'protocols.T2.S5.explain':
    'An appointment, an invitation to the solution de substitution, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T3.label':
    'Attestation de prolongation d’instruction: not issued, not renewed, or without mention of work',
  'protocols.T3.P0.label': 'A few questions before you start',
  'protocols.T3.P0.explain':
    'Four questions about your request. Answer as you know it, “I do not know” is an answer. The notebook keeps your answers and concludes nothing from them: show them to a lawyer or an association.',
  'protocols.T3.P0-anef.label': 'Was the request filed on the ANEF portal?',
  'protocols.T3.P0-pieces.label': 'Has a missing document been reported since the filing?',
  'protocols.T3.P0-window.label': 'Was the request filed before the end of the permit, between 120 and 60 days before?',
  'protocols.T3.P0-expired.label': 'Has the permit, or the last attestation, come to its end?',
  'protocols.T3.P0-four-months.label':
    'Four months after the filing (sooner for some permits): time limits may run, even with an attestation de prolongation. Speak before that to a lawyer or an association',
  'protocols.T3.P1.label': 'Gather the evidence',
  'protocols.T3.P1.explain':
    'The confirmation of filing, the end date of your document, the last attestation if you had one, and a capture of your account taken after that date, where no new attestation shows. Note on the capture what is missing. The end date is always read on the attestation itself.',
  'protocols.T3.P1-filing.label': 'Confirmation of filing',
  'protocols.T3.P1-document.label':
    'Document that has ended (permit or last attestation): its date, as read on the document',
  'protocols.T3.P1-last.label': 'Last attestation de prolongation received',
  'protocols.T3.P1-title.label': 'Previous permit, for the words on it',
  'protocols.T3.P1-account.label': 'Capture of the account or the notifications, taken after that date',
  'protocols.T3.P1-third-party.label': 'Letter of the organisation that does not accept the attestation',
  'protocols.T3.P2.label': 'Ask the préfecture for the attestation, by e-mail and by registered letter',
  'protocols.T3.P2.explain':
    'An e-mail and a registered letter with acknowledgement of receipt that ask for the attestation de prolongation d’instruction, its renewal, or the correction of the words about work. The protocol needs both. Practical marker: write 15 days before the end of the current attestation, or at once if it is past.',
  'protocols.T3.P2a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T3.P2b.label': 'E-mail to the préfecture',
  'protocols.T3.P2-early.label': 'Write to the préfecture: 15 days before the end of the attestation',
  'protocols.T3.P2-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T3.P2-silence.label':
    'Two months after the letter arrived: the legal situation may change, speak before that to a lawyer or an association',
  'protocols.T3.P2L.label': 'Local channel of the préfecture, if there is one',
  'protocols.T3.P2L.explain':
    'Some préfectures have a channel of their own: a form on Démarche numérique (91), a letterbox (93), an e-mail address. Look at the page of your préfecture, capture it, and keep a trace of what you sent. At the same time as the rest, in any order.',
  'protocols.T3.P3.label': 'CCC (citizens’ contact centre) and PAN (point d’accueil numérique, digital help desk)',
  'protocols.T3.P3.explain':
    'Optional, and advised by the protocol after the préfecture: write to the CCC or call it, ask the PAN for an appointment. Keep a dated proof of each contact.',
  'protocols.T3.P5.label': 'Answer of the préfecture',
  'protocols.T3.P5.explain':
    'The attestation, a request, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T3.P4.label': 'File to show to a lawyer or an association',
  'protocols.T3.P4.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
  'protocols.T3b.label': 'Récépissé (request outside the ANEF): not handed over or not renewed',
  'protocols.T3b.Q0.label': 'A few questions before you start',
  'protocols.T3b.Q0.explain':
    'Two questions about your request. “I do not know” is an answer. The notebook keeps your answers and concludes nothing from them.',
  'protocols.T3b.Q0-outside.label':
    'Was the request filed outside the ANEF (desk, appointment, Démarche numérique, post)?',
  'protocols.T3b.Q0-pieces.label': 'Has a missing document been reported since the filing?',
  'protocols.T3b.Q0-four-months.label':
    'Four months after the filing (sooner for some permits): time limits may run, even with an attestation de prolongation. Speak before that to a lawyer or an association',
  'protocols.T3b.Q1.label': 'Gather the evidence',
  'protocols.T3b.Q1.explain':
    'The proof of filing (attestation de dépôt, appointment letter, earlier récépissé) and the end date of your document.',
  'protocols.T3b.Q1-filing.label': 'Proof that the request was filed',
  'protocols.T3b.Q1-document.label': 'Last récépissé or permit: its end date, as read on the document',
  'protocols.T3b.Q2.label': 'Online request “Contacts-démarches”, or appointment',
  'protocols.T3b.Q2.explain':
    'The ministry’s form “Contacts-démarches” serves to renew a récépissé that has ended or ends within 15 days. Capture the page shown after sending, or keep the trace of the appointment asked for.',
  'protocols.T3b.Q2-early.label': 'Ask for the renewal: 15 days before the end of the récépissé',
  'protocols.T3b.Q3.label': 'Ask the préfecture for the récépissé, by e-mail and by registered letter',
  'protocols.T3b.Q3.explain':
    'An e-mail and a registered letter with acknowledgement of receipt that ask for the récépissé (articles R. 431-12 and R. 431-13 of the CESEDA, to be checked with a lawyer or an association). Keep the proof of posting with its number, the acknowledgement of receipt and the e-mail sent.',
  'protocols.T3b.Q3a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T3b.Q3b.label': 'E-mail to the préfecture',
  'protocols.T3b.Q3-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T3b.Q3-silence.label':
    'Two months after the letter arrived: the legal situation may change, speak before that to a lawyer or an association',
  'protocols.T3b.Q4.label': 'Answer of the préfecture',
  'protocols.T3b.Q4.explain':
    'The récépissé, an appointment, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T3b.Q5.label': 'File to show to a lawyer or an association',
  'protocols.T3b.Q5.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
  'protocols.T4.label': 'Complement request',
  'protocols.T4.K1.label': 'Note the two dates of the request',
  'protocols.T4.K1.explain':
    'The date of the notification (in the list) and the date on which it was read (“Lu le”). The sources do not agree: the notebook counts 30 days from the earlier of the two. Answer every request, even when they repeat.',
  'protocols.T4.K1-four-months.label':
    'Four months after the filing (sooner for some permits): time limits may run, even with an attestation de prolongation. Speak before that to a lawyer or an association',
  'protocols.T4.K2.label': 'Capture the message, document by document',
  'protocols.T4.K2.explain':
    'A capture of the whole message: each document asked for, “missing” or “does not match”, and the agent’s remarks.',
  'protocols.T4.K3.label': 'Decide for each document',
  'protocols.T4.K3.explain':
    'For each document: I provide it; I cannot (with a letter that explains and what replaces it); I have already sent it (with the proof); I ask a lawyer or an association whether it is really needed. Every document needs an answer before you can send.',
  'protocols.T4.K4.label': 'Send, with a capture before and a capture after',
  'protocols.T4.K4.explain':
    'One file per slot (.jpg, .png or .pdf, 10 MB at most). Capture the screen before “send”, then the confirmation, and keep the files sent. Without a capture of the confirmation, the sending is only declared: do not wait for the last day.',
  'protocols.T4.K5.label': 'Does the slot work?',
  'protocols.T4.K5.explain':
    'If sending is not possible (fault, file refused), capture the blockage, and also send the answer by registered letter and by e-mail before the date.',
  'protocols.T4.K6.label': 'Also send the answer by registered letter and by e-mail, before the date',
  'protocols.T4.K6.explain':
    'When the slot does not work: the same answer, with the documents and the capture of the blockage. Keep the proof of posting with its number and the e-mail sent.',
  'protocols.T4.K6a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T4.K6b.label': 'E-mail to the préfecture',
  'protocols.T4.K7.label': 'What the administration did next',
  'protocols.T4.K7.explain':
    'A new request, a decision, a closure or another answer: capture it and add it as soon as it arrives. Look often at your e-mails and your account.',
  'protocols.T5.label': 'Request closed',
  'protocols.T5.Z1.label': 'Keep the closure notification',
  'protocols.T5.Z1.explain':
    'Capture the closure notification, with the number of the request, then the whole list of notifications. Keep the e-mail too.',
  'protocols.T5.Z1-notice.label': 'Capture of the notification',
  'protocols.T5.Z1-list.label': 'Capture of the list of notifications',
  'protocols.T5.Z1-mail.label': 'Closure e-mail',
  'protocols.T5.Z1-two-months.label':
    'Two months after the closure: time limits may run, speak before that to a lawyer or an association',
  'protocols.T5.Z2.label': 'Gather the complement requests and your answers',
  'protocols.T5.Z2.explain':
    'Each complement request received, and the proof of what you sent. If there was none, say so.',
  'protocols.T5.Z3.label': 'Was the document asked for required?',
  'protocols.T5.Z3.explain':
    'Say what you think: yes, no, or I do not know. The notebook keeps your answer and does not judge: have it checked by a lawyer or an association.',
  'protocols.T5.Z4a.label': 'Prepare a new filing',
  'protocols.T5.Z4a.explain':
    'If a required document was really missing: first check the dates with a lawyer or an association (articles R. 431-5 and R. 431-8 of the CESEDA), then file again and capture the confirmation.',
  'protocols.T5.Z4b.label': 'Ask for the reason and for reopening, by registered letter and by e-mail',
  'protocols.T5.Z4b.explain':
    'If you think that the document was not required, or that it was already sent: ask the préfecture for the reason of the closure and for reopening. Show the file quickly to a lawyer or an association.',
  'protocols.T5.Z4b-letter.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T5.Z4b-mail.label': 'E-mail to the préfecture',
  'protocols.T5.Z4b-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T5.Z4b-silence.label':
    'Two months after the letter arrived: the legal situation may change, speak before that to a lawyer or an association',
  'protocols.T5.Z5.label': 'Answer of the préfecture',
  'protocols.T5.Z5.explain':
    'Reopening, the reason of the closure, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T5.Z4c.label': 'File to show to a lawyer or an association',
  'protocols.T5.Z4c.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
  'protocols.T5.Z6.label': 'File to show to a lawyer or an association',
  'protocols.T5.Z6.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
  'protocols.T6.label': 'No appointment slot at the préfecture',
  'protocols.T6.R1.label': 'Capture of the page of the préfecture that says how to apply',
  'protocols.T6.R1.explain':
    'The page of your préfecture’s site that says where and how to ask for this permit. It is often the first exhibit of the file. Add a note: the permit that you ask for.',
  'protocols.T6.R2.label': 'Attempts to get an appointment, by hand, each captured',
  'protocols.T6.R2.explain':
    'Look for a slot yourself and capture the page each time. Several days, several weeks, several hours of the day. The notebook never looks for you, and never pay anybody for an appointment. Practical marker: four attempts at least, on three days, spread over three weeks; judges look at each case.',
  'protocols.T6.R2-spread.label': 'Attempts spread over time (practical marker)',
  'protocols.T6.R2-again.label': 'See whether the blockage lasts, and capture it again',
  'protocols.T6.R3.label': 'E-mail to the préfecture to ask for an appointment',
  'protocols.T6.R3.explain':
    'A short e-mail, with the captures, that asks for an appointment. Keep the e-mail sent with its attachments.',
  'protocols.T6.R3-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T6.R4.label': 'Registered letter to ask for an appointment',
  'protocols.T6.R4.explain':
    'The same request by registered letter with acknowledgement of receipt, with the list of attempts and the captures. Keep the letter, the proof of posting with its number and the acknowledgement of receipt.',
  'protocols.T6.R6.label': 'Answer of the préfecture',
  'protocols.T6.R6.explain':
    'An appointment, a refusal or another answer: add it as soon as it arrives, with its date. An automatic acknowledgement is not an answer.',
  'protocols.T6.R5.label': 'File to show to a lawyer or an association',
  'protocols.T6.R5.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
  'protocols.T7.label': 'Démarche numérique without an answer',
  'protocols.T7.N0.label': 'What does this form ask for?',
  'protocols.T7.N0.explain':
    'An appointment, or the permit itself? Say what the page says, or “I do not know”. The answer changes many things: have it checked by a lawyer or an association. A dossier in “brouillon” is not filed.',
  'protocols.T7.N1.label': 'Keep the trace of the dossier',
  'protocols.T7.N1.explain':
    'Download the dossier (PDF) and the attestation de dépôt, and capture the page that shows the state of the dossier. The dossier disappears from the site 12 months after it was dealt with.',
  'protocols.T7.N1-pdf.label': 'Dossier downloaded (PDF)',
  'protocols.T7.N1-filing.label': 'Attestation de dépôt, or the thank-you page',
  'protocols.T7.N1-state.label': 'Capture of the state of the dossier',
  'protocols.T7.N2.label': 'Message in the dossier’s messaging',
  'protocols.T7.N2.explain':
    'A dated message in “Messagerie administration”: where the dossier stands, what is done with it. Capture the page shown after sending.',
  'protocols.T7.N3.label': 'E-mail and registered letter to the préfecture',
  'protocols.T7.N3.explain':
    'An e-mail and a registered letter with acknowledgement of receipt that recall the dossier, its date of filing and the messages left without an answer. Keep the proof of posting with its number, the acknowledgement of receipt and the e-mail sent.',
  'protocols.T7.N3a.label': 'Registered letter with acknowledgement of receipt (LRAR)',
  'protocols.T7.N3b.label': 'E-mail to the préfecture',
  'protocols.T7.N3-receipt.label':
    'Acknowledgement of the e-mail by the préfecture: date given by the text, to be checked',
  'protocols.T7.N4.label': 'Look again at the state of the dossier',
  'protocols.T7.N4.explain': 'Practical marker: every 30 days, capture the state of the dossier and download it again.',
  'protocols.T7.N4-again.label': 'Look at the state of the dossier and download it again',
  'protocols.T7.N5.label': 'Answer of the administration',
  'protocols.T7.N5.explain':
    'A message, an appointment, “accepté”, “refusé” or “classé sans suite”: read the answer joined to it, capture it and add it with its date. “Accepté” does not always say that the permit is granted: have it read by a lawyer or an association.',
  'protocols.T7.N6.label': 'File to show to a lawyer or an association',
  'protocols.T7.N6.explain':
    'Export the file: captures, letters, chronology and inventory are in one ZIP. The person who helps you decides with you what comes next.',
} as const;
