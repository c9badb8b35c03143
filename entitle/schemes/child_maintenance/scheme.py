"""The sheet on child maintenance: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.scheme import Reason, Scheme
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.schemes.child_maintenance.facts import FACTS
from entitle.schemes.child_maintenance.further import FURTHER
from entitle.schemes.child_maintenance.questions import CLAIM
from entitle.schemes.child_maintenance.rulebook import FOLDER, RULES
from entitle.schemes.child_maintenance.told import TOLD


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="child_maintenance",
    title=Words("Child maintenance", cy="Cynhaliaeth plant"),
    legal_basis="Child Support Act 1991 Schedule 1 Part 1; Child Support Maintenance Calculation Regulations 2012 "
                "(SI 2012/2677); Child Support Fees Regulations 2014 (SI 2014/612)",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    further=FURTHER,
    amount="weekly_amount",
    starts="start_on",
    cycle=None,
    roles=("claimant", "other_parent"),
    refusals=(
        _because("no_qualifying_child", "None of the children is under 16, or under 20 and still at school or college.",
                 "Nid oes yr un o'r plant o dan 16 oed, nac o dan 20 oed ac yn dal yn yr ysgol neu'r coleg."),
        _because("care_is_shared_equally", "Both of you look after the children equally, so neither has to pay.",
                 "Mae'r ddau ohonoch yn gofalu am y plant yn gyfartal, felly nid oes rhaid i'r naill na'r llall dalu."),
    ),
    hand_offs=(
        _because("variation_asked", "There are special costs to look at.", "Mae costau arbennig i edrych arnynt."),
        _because("nights_do_not_fit", "The nights we were told of do not add up.",
                 "Nid yw'r nosweithiau a ddywedwyd wrthym yn gwneud synnwyr."),
    ),
    told=TOLD,
    evidence={"paying_parent.income_last_year": ("p60", "tax_return"), "paying_parent.income_now": ("payslip",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=3,
    retention="14 months after the last child is no longer one who counts",
)
