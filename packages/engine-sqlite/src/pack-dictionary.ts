/**
 * What snapshots and entries are made of, the most common last: texts are packed as references into
 * it. A released dictionary is never changed, not by a letter, since what was packed with it could
 * no longer be read; a better one gets the next number.
 */
export const dictionaries: Readonly<Record<number, string>> = {
  1: [
    '"kind":"rebookInterview","letter":"missed-interview","kind":"decisionExpected","holder":"employer","openEnded":"yes"',
    '"kind":"resumeApplication","basis":"pinned","kind":"answerHolding","letter":"holding-reply","kind":"sendInformation"',
    '"kind":"confirmSilence","kind":"answerInvitation","letter":"accept-next-round","letter":"second-round-thank-you"',
    '"kind":"acknowledgeOffer","letter":"acknowledge-offer","kind":"requestExtension","letter":"request-extension"',
    '"kind":"decideOffer","kind":"confirmAcceptance","kind":"withdrawElsewhere","kind":"thankReferences"',
    '"kind":"replyToRejection","letter":"answer-rejection","kind":"askFeedback","letter":"request-feedback"',
    '"kind":"moveOn","letter":"moving-on","letter":"second-check-in","letter":"thank-you-coordinator","state":"cancelled"',
    '"policy":{"key":"invitation.answerWithin","value":24,"source":"our reasoning, by analogy with acknowledging an offer"}',
    '"policy":{"key":"offer.acknowledgeWithin","value":24,"source":"Duke Law and Santa Monica College: within 24 hours"}',
    '"policy":{"key":"offer.extension","value":1,"source":"Case Western: ask early, with a reason and a new date; the day is our reasoning"}',
    '"policy":{"key":"rejection.replyWithin","value":48,"source":"Turing College and climbtheladder"}',
    '"policy":{"key":"rejection.feedbackWindow","value":7,"policy":{"key":"rejection.moveOnWithin","value":7,"source":"our reasoning: the end of the feedback window"}',
    '"policy":{"key":"checkIn.afterStated","value":5,"source":"Georgetown: one week after it; Iowa State: within a week of it"}',
    '"policy":{"key":"silence.presumeNo","policy":{"key":"reply.answerWithin","policy":{"key":"offer.decideWithin","policy":{"key":"checkIn.second"',
    '"xstate.after.pauseOver.lifecycle.waiting.paused","xstate.after.interviewOver.lifecycle.nextRound.scheduled"',
    '"xstate.after.offerReminderFirst.lifecycle.offer.considering","xstate.after.offerReminderLast.lifecycle.offer.considering"',
    '"xstate.after.offerLapsed.lifecycle.offer.considering","xstate.after.rejectionSettled.rejection"',
    '"xstate.after.cooledOff.lifecycle.rejection.coolingOff","xstate.after.holdReview.lifecycle.waiting.onHold"',
    '"offer":{"number":1,"extendedAt":"","versionAt":"","version":1,"medium":"phone","respondBy":{"kind":"day","date":"","zone":""},"respondByAnchor":{"event":"offer.extended","at":""},"terms":null,"acknowledgedAt":null,"counters":[],"extension":null,"acceptedAt":null,"rescindedAt":null}',
    '"rejection":{"at":"","automatic":false,"medium":null,"answeredAt":null,"feedbackRequestedAt":null,"feedbackReceivedAt":null}',
    '"timeframe":{"window":{"earliest":"2026-","latest":"2026-"},"phrase":"","decidedBy":null,"channel":"spoken","mayFollowUp":true,"anchor":{"event":"timeframe.given","at":""}}',
    '{"type":"timer","revision":2,"at":"","recordedAt":"","timerId":"xstate.after.interviewOver.closing","generation":0}{"type":"renewed"',
    '{"type":"began","revision":0,"at":"","recordedAt":"","input":{"applicationId":"","candidate":{"name":"","email":"","zone":"Europe/London","locale":"en"},"company":{"name":"","zone":"America/New_York","country":"US"},"role":"","round":{"number":1,"medium":"onsite","startsAt":"","endsAt":"","interviewers":[{"id":"","name":"","email":"","title":""}],"coordinator":{"name":"","email":""}}}}',
    '{"type":"event","revision":1,"at":"","recordedAt":"","event":{"type":"thankYou.sent","at":"","interviewerId":""},"key":""}',
    '"xstate.after.thankYouDue.followUp":{"generation":2,"xstate.after.thankYouLapsed.followUp":{"generation":2,"dueAt":"","event":{"type":"xstate.after.',
    '"thankYou/r1-":{"id":"/thankYou/r1-","applicationId":"","kind":"thankYou","holder":"candidate","due":{"kind":"instant","at":""},"basis":"assumed","anchor":{"event":"interview.ended","at":""},"round":1,"facts":{"company":"","role":"","personName":"","lateUntil":""},"window":{"from":{"kind":"instant","at":""},"until":{"kind":"instant","at":""}},"policy":{"key":"thankYou.dueWithin","value":24,"source":"WashU and Accountemps say 24 hours; Princeton and UMN 24–48; Georgetown as soon as possible"},"letter":"thank-you","personId":"","state":"done","revision":2,"changedAt":""},',
    '{"schemaVersion":1,"applicationId":"","revision":4,"machine":{"status":"active","value":{"waiting":"withinTimeframe"},"context":{"applicationId":"","candidate":{"name":"","email":"","zone":"Europe/Amsterdam"},"company":{"name":"","zone":"Europe/Berlin","country":"NL"},"role":"","rounds":[{"number":1,"medium":"video","startsAt":{"kind":"instant","at":""},"endsAt":{"kind":"instant","at":""},"interviewers":[{"id":"","name":"","email":""},{"id":"","name":"","email":""}],"coordinator":null,"endedAt":"","missedAt":null,"askedAt":null,"details":[{"interviewerId":"","topic":"","at":""}],"thanks":[{"interviewerId":"","outcome":"sent","at":""},{"interviewerId":"","outcome":"skipped","at":""}]}],"wait":{"timeframe":null,"anchor":{"event":"interview.ended","at":""},"lastWordAt":"","checkIns":[],"unanswered":0,"reply":null,"heldAt":null,"paused":null,"answer":null},"invitation":null,"offer":null,"rejection":null,"ended":null,"movedOnAt":null,"pins":{},"completed":{},"lastEventAt":"","lastAt":""},"historyValue":{},"children":{}},"agenda":{"',
    '/interview/r1":{"id":"/interview/r1","applicationId":"","kind":"interview","holder":"candidate","due":{"kind":"instant","at":""},"basis":"stated","anchor":{"event":"interview","at":""},"round":1,"facts":{"company":"","role":"","medium":"video","people":""},"window":{"from":{"kind":"instant","at":""},"until":{"kind":"instant","at":""}},"state":"done","revision":1,"changedAt":""},',
    '/askTimeframe/r1":{"id":"/askTimeframe/r1","applicationId":"","kind":"askTimeframe","holder":"candidate","letter":"closing-questions","state":"skipped","revision":1,"changedAt":""},',
    '/checkIn/r1-1":{"id":"/checkIn/r1-1","applicationId":"","kind":"checkIn","holder":"candidate","due":{"kind":"wall","local":"2026-12-02T09:00","zone":"Europe/"},"basis":"assumed","anchor":{"event":"interview.ended","at":""},"round":1,"facts":{"company":"","role":""},"window":{"from":{"kind":"wall","local":"2026-12-02T08:30","zone":"Europe/"},"until":{"kind":"wall","local":"2026-12-02T17:00","zone":"Europe/"}},"policy":{"key":"checkIn.noDateGiven","value":5,"source":"Georgetown and Yale Law: one week; IEEE: one to two weeks"},"letter":"check-in","state":"open","revision":0,"changedAt":""}},',
    '"keys":[],"timers":{"xstate.after.checkInDue.lifecycle.waiting.withinTimeframe":{"generation":4,"dueAt":"2026-12-","event":{"type":"xstate.after.checkInDue.lifecycle.waiting.withinTimeframe"}},"xstate.after.quiet.lifecycle.waiting.withinTimeframe":{"generation":4,"dueAt":"2026-12-","event":{"type":"xstate.after.quiet.lifecycle.waiting.withinTimeframe"}},"xstate.after.presumedNo.lifecycle.waiting.withinTimeframe":{"generation":4,"dueAt":"2026-12-","event":{"type":"xstate.after.presumedNo.lifecycle.waiting.withinTimeframe"}}}}',
  ].join(''),
}
