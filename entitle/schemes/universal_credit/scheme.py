"""The sheet on Universal Credit: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.advance_terms import AdvanceTerms, OneOffTerms
from entitle.blueprint.scheme import Cycle, Reason, Scheme
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.schemes.universal_credit.earlier_awards import NONE_WITHOUT_ONE
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.further import FURTHER
from entitle.schemes.universal_credit.questions import CLAIM
from entitle.schemes.universal_credit.rulebook import FOLDER, RULES


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="universal_credit",
    title=Words("Universal Credit", cy="Credyd Cynhwysol"),
    legal_basis="Welfare Reform Act 2012 Part 1; Universal Credit Regulations 2013 (SI 2013/376)",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    further=FURTHER,
    amount="payment",
    starts="start_on",
    cycle=Cycle(months=1, days_after=7),
    reads_on="end",
    supposed={
        "person.accepted_commitment": True, "partner.accepted_commitment": True,
        **dict.fromkeys(("universal_credit.earlier_award_ended", "universal_credit.has_transitional_element",
                         "universal_credit.capital_protected", "universal_credit.has_sanction",
                         "universal_credit.has_deductions", "universal_credit.had_steady_earnings"), False),
    },
    advance=AdvanceTerms(most="most_first_advance", repaid_over=("advance_terms", "repaid_over"),
                         cites="SI 2013/383 regs 5 to 9", supposed={
                             "universal_credit.capital_protected": False, "home.bedroom_rule_excepted": False}),
    one_off=OneOffTerms(
        most="most_budgeting_advance", repaid_over=("advance_terms", "budgeting_repaid_over"),
        least=("budgeting_advance", "least"), looked_at=("advance_terms", "periods"), earnings="actual_earnings",
        cites="SI 2013/383 regs 11 to 16", may="may_have_advance", asks="universal_credit.asks_for_budgeting_advance",
        for_work="universal_credit.advance_is_for_work", months="universal_credit.months_on_benefit",
        periods="universal_credit.full_periods", earned="universal_credit.earnings_in_last_periods",
        owes="universal_credit.owes_budgeting_advance"),
    most_kept="ceiling_on_deductions",
    roles=("claimant", "partner"),
    refusals=(
        _because("too_young", "You are under 18.", "Rydych o dan 18 oed."),
        _because("too_old", "You have reached State Pension age.",
                 "Rydych wedi cyrraedd oedran Pensiwn y Wladwriaeth."),
        _because("not_in_great_britain", "You do not live in England, Scotland or Wales.",
                 "Nid ydych yn byw yng Nghymru, Lloegr na'r Alban."),
        _because("kept_out_by_education", "You are a full-time student.", "Rydych yn fyfyriwr amser llawn."),
        _because("no_commitment", "A claimant commitment has not been accepted.",
                 "Ni dderbyniwyd ymrwymiad hawlydd."),
        _because("too_much_capital", "You have more than £16,000 in savings.",
                 "Mae gennych fwy na £16,000 mewn cynilion."),
        _because("income_too_high", "Your pay and other income take off all of your Universal Credit.",
                 "Mae eich cyflog ac incwm arall yn dileu eich Credyd Cynhwysol i gyd."),
    ),
    hand_offs=(
        _because("residence_to_check", "We need to check your right to live here and claim.",
                 "Mae angen i ni wirio eich hawl i fyw yma a hawlio."),
        _because("in_prison", "You are in prison.", "Rydych yn y carchar."),
        _because("last_period_before_pension", "You reach State Pension age in this period.",
                 "Rydych yn cyrraedd oedran Pensiwn y Wladwriaeth yn y cyfnod hwn."),
    ),
    record_facts=("universal_credit.had_benefit_before", "child.limit_excepted"),
    had_before="universal_credit.had_benefit_before",
    if_never_had={f"universal_credit.{name}": False for name in NONE_WITHOUT_ONE},
    evidence={"home.rent": ("tenancy_agreement",), "person.pay": ("payslip",), "person.savings": ("bank_statement",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=3,
    retention="14 months after the award ends",
)
