/**
 * Reads a reply of an employer by rules and proposes the event that it means. No network, no model:
 * each rule is a phrase that was seen in such mails, with how much it says. The person confirms.
 */
export const plugin = {
  activate({ classifiers, subscriptions }) {
    subscriptions.push(classifiers.register('inbound-rules.reply', ({ text }) => classify(text)))
  },
}

/** Longest part of a message that is read, in UTF-16 units: decisions stand at the top. */
const longestText = 20_000

/** What each kind of message becomes. */
const outcomes = {
  rejection: { event: 'application.rejected', fields: { medium: 'email' } },
  offer: { event: 'offer.extended', fields: { medium: 'email' } },
  invitation: { event: 'nextRound.invited', fields: {} },
  holding: { event: 'employer.replied', fields: { kind: 'holding' } },
  question: { event: 'employer.replied', fields: { kind: 'infoRequest' } },
  closed: { event: 'position.closed', fields: {} },
  hold: { event: 'employer.held', fields: {} },
  rescinded: { event: 'offer.rescinded', fields: {} },
}

/**
 * Phrases by what they mean, with a weight from 0 to 1. Every pattern is matched against one
 * sentence, lower-cased, with plain apostrophes and single spaces.
 */
const rules = {
  rejection: [
    [
      0.95,
      /\b(?:not|won't) be (?:moving|taking|going) (?:you |your application )?(?:forward|further|ahead)/,
    ],
    [0.95, /\b(?:decided|chosen) (?:not to|to not) (?:move|proceed|go|continue|take)/],
    [
      0.95,
      /\b(?:have|has) (?:decided|chosen) to (?:move forward|proceed|go|continue) with (?:another|other|a different)/,
    ],
    [
      0.9,
      /\b(?:selected|chosen|offered (?:the|this) \w+ to|gone with|went with|filled by) (?:another|a different) (?:candidate|applicant|person)/,
    ],
    [0.9, /\byour application (?:was|has been|is) (?:un|not )success/],
    [0.85, /\b(?:unable|not able) to offer you (?:the|this|a)\b/],
    [0.5, /\bunfortunately\b|\bregret to inform\b|\bwe are sorry to\b/],
    [
      0.3,
      /\bwish you (?:all the best|every success|success|the best)\b|\bkeep your (?:details|cv|resume|résumé) on file\b/,
    ],
    [0.95, /\b(?:gekozen|gaan|verder gaan|doorgaan) (?:voor|met) (?:een )?andere? kandidaat/],
    [
      0.95,
      /\bniet (?:met je|met jou|met u|met jouw|met uw) (?:sollicitatie )?(?:verder|door)(?:gaan| te gaan)?/,
    ],
    [
      0.9,
      /\b(?:helaas|spijtig genoeg) (?:moeten|moet|kunnen|kan) (?:wij|we|ik) (?:je|jou|u) (?:teleurstellen|afwijzen|meedelen)/,
    ],
    [
      0.9,
      /\b(?:je|jouw|uw) sollicitatie (?:is )?(?:helaas )?(?:af te wijzen|afgewezen|niet verder)/,
    ],
    [0.5, /\bhelaas\b/],
    [0.3, /\b(?:wensen|wens) (?:wij |we |ik )?(?:je|jou|u) (?:veel )?succes\b/],
    [
      0.95,
      /\b(?:anderen|andere) (?:bewerber|bewerberin|kandidaten|kandidatin|person)\b.{0,40}\bentschieden/,
    ],
    [0.95, /\bnicht (?:weiter |mehr )?(?:berücksichtigen|in die engere)/],
    [0.9, /\b(?:absagen|eine absage|absage erteilen)\b/],
    [0.9, /\bnicht für sie entschieden|\bgegen ihre bewerbung entschieden/],
    [0.5, /\bleider\b|\bbedauern\b/],
    [0.3, /\bwünschen (?:wir )?(?:ihnen|dir)\b.{0,40}\b(?:alles gute|erfolg)/],
  ],
  offer: [
    [
      0.95,
      /\b(?:pleased|delighted|happy|excited|thrilled) to (?:offer you|extend (?:you )?an offer|make you an offer)/,
    ],
    [
      0.9,
      /\b(?:attached|enclosed).{0,40}\b(?:offer letter|employment contract|contract of employment)/,
    ],
    [0.85, /\bwould like to offer you (?:the|this|a) (?:position|role|job|post)/],
    [
      0.95,
      /\b(?:bieden|bied|aanbieden)\b.{0,40}\b(?:de functie|de baan|een contract|een arbeidsovereenkomst|het contract)/,
    ],
    [0.9, /\b(?:arbeidsvoorwaardelijk |een )(?:voorstel|aanbod) (?:doen|voor je|voor jou|voor u)/],
    [
      0.95,
      /\b(?:stelle|position|vertrag|arbeitsvertrag)\b.{0,40}\banbieten\b|\bbieten (?:wir )?(?:ihnen|dir)\b.{0,40}\b(?:stelle|position|vertrag)/,
    ],
    [0.85, /\bfreuen uns,? (?:ihnen|dir) (?:ein|das) (?:vertrags)?angebot/],
  ],
  invitation: [
    [
      0.95,
      /\binvite you (?:to|for|back)\b.{0,50}\b(?:interview|conversation|meeting|round|call|assessment|chat)/,
    ],
    [
      0.9,
      /\b(?:next|second|third|final) (?:round|stage|interview)\b.{0,80}\b(?:available|availability|schedule|time|invite|move)/,
    ],
    [
      0.85,
      /\b(?:schedule|arrange|set up|book) (?:a|an|your|the) (?:next |second |final |follow-up |further )?(?:interview|call|meeting|conversation)/,
    ],
    [0.85, /\bmove you (?:forward|on|ahead) to\b/],
    [0.95, /\b(?:nodigen|nodig)\b.{0,30}\b(?:je|jou|u)\b.{0,30}\buit\b/],
    [0.9, /\b(?:uitnodigen|uitnodiging)\b.{0,50}\b(?:gesprek|ronde|kennismaking)/],
    [0.85, /\b(?:tweede|volgende|laatste) (?:gesprek|ronde)\b/],
    [
      0.95,
      /\b(?:laden|lade|einladen|einladung)\b.{0,60}\b(?:gespräch|interview|kennenlernen|runde)|\b(?:gespräch|interview)\b.{0,60}\beinladen/,
    ],
    [0.85, /\b(?:zweite|nächste|weitere)[nrs]? (?:gespräch|runde|interview)/],
  ],
  holding: [
    [
      0.9,
      /\b(?:still|currently) (?:reviewing|interviewing|in the process|considering|deciding|discussing|meeting)/,
    ],
    [
      0.9,
      /\b(?:no|not made a|haven't made a|not yet made a|not reached a) (?:final )?decision (?:yet)?/,
    ],
    [0.85, /\b(?:taking|take) (?:a (?:bit|little) |slightly )?(?:longer|more time) than/],
    [
      0.85,
      /\b(?:will|we'll|expect to|hope to|should) (?:be able to )?(?:get back to you|let you know|be in touch|update you|have an answer)/,
    ],
    [0.6, /\bthank(?:s| you) for your patience\b|\bbear with us\b/],
    [0.9, /\b(?:nog geen|geen definitieve?) (?:besluit|beslissing|keuze)/],
    [0.9, /\bnog (?:niet (?:helemaal )?(?:uit|rond|zover)|bezig met|in gesprek)/],
    [0.85, /\b(?:duurt|kost) (?:iets |wat |helaas )?(?:langer|meer tijd)/],
    [0.85, /\b(?:laten|laat|hoor|hoort|horen)\b.{0,30}\b(?:weten|van ons|van mij)\b/],
    [0.9, /\bnoch (?:keine|nicht)\b.{0,30}\b(?:entscheidung|entschieden|so weit)/],
    [0.85, /\b(?:dauert|benötigen|brauchen)\b.{0,30}\b(?:länger|mehr zeit|etwas zeit|noch zeit)/],
    [0.85, /\b(?:melden uns|melde mich|geben ihnen bescheid|bescheid geben)\b/],
  ],
  question: [
    [0.9, /\b(?:could|can|would) you (?:please |kindly )?(?:send|share|provide|forward|fill)\b/],
    [0.85, /\b(?:please|kindly) (?:send|share|provide|forward|fill (?:in|out)|complete)\b/],
    [
      0.8,
      /\b(?:contact details of|names of).{0,20}\breferences?\b|\breferences? (?:that|who|whom) we\b/,
    ],
    [
      0.9,
      /\b(?:kun|kunt|zou|zouden) (?:je|u|jij) (?:ons |mij |nog )?.{0,40}\b(?:sturen|opsturen|mailen|aanleveren|doorsturen|invullen)/,
    ],
    [
      0.9,
      /\b(?:könnten|können|könntest|kannst) (?:sie|du) (?:uns |mir |bitte )?.{0,50}\b(?:schicken|senden|zusenden|zukommen|ausfüllen)/,
    ],
    [0.85, /\b(?:bitte) (?:senden|schicken|füllen) sie\b/],
  ],
  closed: [
    [
      0.95,
      /\b(?:position|role|vacancy|job|opening) (?:has been|is being|was|is) (?:closed|cancelled|canceled|withdrawn|no longer)/,
    ],
    [0.9, /\bno longer (?:hiring|recruiting|looking to fill)/],
    [0.95, /\bvacature (?:is|wordt|komt te) (?:gesloten|ingetrokken|vervallen|komen te vervallen)/],
    [
      0.95,
      /\b(?:stelle|position)\b.{0,30}\b(?:nicht (?:mehr )?besetzt|gestrichen|zurückgezogen|entfällt)/,
    ],
  ],
  hold: [
    [
      0.95,
      /\b(?:put|placed|is|are|been) (?:\w+ ){0,3}on hold\b|\bhiring freeze\b|\bpaus(?:ed|ing) (?:the |our )?(?:hiring|recruitment|process)/,
    ],
    [0.95, /\b(?:procedure|werving|vacature)\b.{0,40}\b(?:on hold|gepauzeerd|stilgelegd|bevroren)/],
    [
      0.95,
      /\b(?:verfahren|prozess|stelle|besetzung)\b.{0,40}\b(?:pausiert|ruht|auf eis|zurückgestellt)|\beinstellungsstopp\b/,
    ],
  ],
  rescinded: [
    [
      0.95,
      /\b(?:withdraw|rescind|retract|revoke)(?:ing|n|ed)?\b.{0,30}\b(?:our|the|your) (?:job )?offer/,
    ],
    [0.95, /\b(?:aanbod|contract)\b.{0,40}\b(?:intrekken|in te trekken|ingetrokken)/],
    [0.95, /\b(?:angebot|zusage)\b.{0,40}\b(?:zurückziehen|zurücknehmen|zurückgezogen)/],
  ],
}

/** Words that turn "we'd like to invite you" and the like around. */
const negations =
  /\b(?:not|unable|can't|cannot|won't|unfortunately|niet|helaas|geen|nicht|leider|kein|keine|keinen)\b/

/** Outcomes that a negation in the same sentence takes back. */
const positive = new Set(['offer', 'invitation'])

/** A date or a length of time, as it stands in a sentence: the host reads it with the company's calendar. */
const hasTime =
  /\b(?:today|tomorrow|week|weeks|month|monday|tuesday|wednesday|thursday|friday|days?|vandaag|morgen|weken|maand|maandag|dinsdag|woensdag|donderdag|vrijdag|dagen|heute|wochen?|monat|montag|dienstag|mittwoch|donnerstag|freitag|tagen?|\d{1,2}[./-]\d{1,2}|january|february|march|april|june|july|august|september|october|november|december|januari|februari|maart|mei|juni|juli|augustus|oktober|januar|februar|märz|mai|dezember)\b/

const wantsAnswer =
  /\b(?:reply|respond|answer|let us know|decision|sign)\b.{0,40}\b(?:by|before|until)\b|\b(?:uiterlijk|voor|bis|spätestens)\b/

const isMachine =
  /^(?:from|van|von):.{0,80}\b(?:no-?reply|do-?not-?reply|noreply)\b|\b(?:automatically generated|automated message|automatisch gegenereerd|automatisch (?:erstellt|generiert))/im

/** Proposals for a message, the surest first, at most three. */
function classify(message) {
  const text = message.slice(0, longestText)
  const sentences = sentencesOf(ownPart(text))
  const scores = Object.entries(rules)
    .map(([outcome, patterns]) => score(outcome, patterns, sentences))
    .filter(({ confidence }) => confidence >= 0.5)
    .toSorted((left, right) => right.confidence - left.confidence)
  const [first] = scores
  return scores
    .filter((each) => each === first || !isBeside(each, first))
    .slice(0, 3)
    .map((each) => proposal(each, sentences, text))
}

/** A refusal is often wrapped in holding words, and an invitation in a request for times. */
function isBeside({ outcome, confidence }, first) {
  const isWrapping = outcome === 'holding' || outcome === 'question'
  return confidence < first.confidence / 2 || (isWrapping && first.confidence >= 0.85)
}

/** What the writer wrote: without headers, quoted mails and the signature. */
function ownPart(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const end = lines.findIndex((line, at) => at > 0 && isEndOfOwn(line))
  return (end === -1 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*>/.test(line) && !isHeader(line))
    .join('\n')
}

function isEndOfOwn(line) {
  return (
    /^-- ?$/.test(line) ||
    /^-{3,} ?(?:original message|forwarded message|oorspronkelijk bericht|ursprüngliche nachricht)/i.test(
      line,
    ) ||
    /^(?:on|op|am)\b.{4,120}\b(?:wrote|schreef|schrieb)\b.{0,80}:$/i.test(line.trim())
  )
}

function isHeader(line) {
  return /^(?:from|to|cc|date|subject|sent|reply-to|van|aan|datum|onderwerp|verzonden|von|an|betreff|gesendet)\s?:/i.test(
    line,
  )
}

/** Sentences as they are, beside the form that patterns are matched against. */
function sentencesOf(text) {
  return text
    .split(/(?<=[.!?])\s+|\n\s*\n/)
    .map((written) => written.replaceAll(/\s+/g, ' ').trim())
    .filter((written) => written !== '')
    .map((written) => ({
      written: written.slice(0, 1000),
      plain: written.slice(0, 1000).toLowerCase().replaceAll(/[‘’ʼ]/g, "'"),
    }))
}

/** Several phrases for one outcome strengthen each other; none makes it certain. */
function score(outcome, patterns, sentences) {
  let doubt = 1
  let strongest = { weight: 0, written: '' }
  for (const [weight, pattern] of patterns) {
    const found = sentences.find(
      ({ plain }) => pattern.test(plain) && !(positive.has(outcome) && negations.test(plain)),
    )
    if (found === undefined) continue
    doubt *= 1 - weight
    if (weight > strongest.weight) strongest = { weight, written: found.written }
  }
  const confidence = Math.min(0.99, Math.round((1 - doubt) * 100) / 100)
  return { outcome, confidence, reason: strongest.written }
}

function proposal({ outcome, confidence, reason }, sentences, text) {
  const { event, fields } = outcomes[outcome]
  return { event, confidence, reason, fields: { ...fields, ...more(outcome, sentences, text) } }
}

/** What the message says beside its outcome. */
function more(outcome, sentences, text) {
  if (outcome === 'rejection') return isMachine.test(text) ? { automatic: true } : {}
  if (outcome === 'holding') return phraseOf(sentences)
  return {}
}

/** The words about when they decide; deadlines for the candidate are something else. */
function phraseOf(sentences) {
  const said = sentences.find(({ plain }) => hasTime.test(plain) && !wantsAnswer.test(plain))
  const any = said ?? sentences.find(({ plain }) => hasTime.test(plain))
  return any === undefined ? {} : { phrase: any.written }
}
