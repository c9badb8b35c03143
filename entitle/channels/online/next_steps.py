"""What happens to a claim that has just gone in: read from its benefit's sheet and from what was answered."""

from __future__ import annotations

from entitle.kernel.words import Words
from entitle.pages.claim_draft import ClaimDraft

FROM_A_RECORD = Words("We look at your National Insurance record and work out your claim.",
                      cy="Rydym yn edrych ar eich cofnod Yswiriant Gwladol ac yn cyfrifo eich cais.")
FROM_WHAT_WAS_SAID = Words("We look at what you told us and work out your claim.",
                           cy="Rydym yn edrych ar yr hyn a ddywedoch wrthym ac yn cyfrifo eich cais.")
WHO_ELSE = {
    "partner": Words("We ask your partner to answer for themselves.",
                     cy="Rydym yn gofyn i'ch partner ateb drosto'i hun."),
    "other_parent": Words("We ask the other parent some questions. Your claim waits for their answers.",
                          cy="Rydym yn gofyn cwestiynau i'r rhiant arall. Mae eich cais yn aros am yr atebion."),
    "health_professional": Words("A health professional looks at what you told us. They may get in touch with you.",
                                 cy="Mae gweithiwr iechyd proffesiynol yn edrych ar yr hyn a ddywedoch wrthym. Efallai "
                                    "y bydd yn cysylltu â chi."),
}
ASKED_ONCE = Words("If we need something more from you, we will ask for it once and say why.",
                   cy="Os bydd angen rhywbeth arall gennych, byddwn yn gofyn amdano unwaith ac yn dweud pam.")
DECIDED = Words("We will write to you with the decision, how we worked it out, and what to do if you disagree.",
                cy="Byddwn yn ysgrifennu atoch gyda'r penderfyniad, sut y gwnaethom ei gyfrifo, a beth i'w wneud os "
                   "ydych yn anghytuno.")


def next_steps(draft: ClaimDraft) -> list[Words]:
    """In the order in which they happen."""
    asked = _also_asked(draft)
    looked_up = any(name.startswith("national_insurance.") for name in draft.scheme.record_facts)
    return [*(words for role, words in WHO_ELSE.items() if role in asked),
            FROM_A_RECORD if looked_up else FROM_WHAT_WAS_SAID, ASKED_ONCE, DECIDED]


def _also_asked(draft: ClaimDraft) -> set[str]:
    """The roles of whoever is asked before this claim is decided, so far as it can be told yet."""
    facts = {**draft.known, **draft.answers}
    return {further.of for further in draft.scheme.further
            if further.each == "claim" and (further.when is None or further.when.holds(facts))}
