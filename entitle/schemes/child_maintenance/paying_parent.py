"""What only the parent who pays can tell: asked of the applicant where that is them, and else of the other parent."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import Condition, all_of, any_of, is_no, is_one_of, is_yes
from entitle.questions.kinds import Choice, Count, Money, YesNo
from entitle.questions.question import Question

_TELLS = is_yes("paying_parent.tells_income", says=Words("they can tell us their income",
                                                         cy="gallant ddweud wrthym beth yw eu hincwm"))
_PLAIN = is_one_of("paying_parent.situation", "none", says=Words("none of those groups fits them",
                                                                 cy="nad oes yr un o'r grwpiau hynny yn eu ffitio"))
_NO_BENEFIT: Condition = all_of(
    is_no("paying_parent.gets_listed_benefit", says=Words("they get no benefit on the list",
                                                          cy="nad ydynt yn cael budd-dal ar y rhestr")),
    is_no("paying_parent.low_income_benefit", says=Words("nobody gets a low income benefit",
                                                         cy="nad oes neb yn cael budd-dal incwm isel")))
_ON_INCOME = all_of(_TELLS, _PLAIN, _NO_BENEFIT)
_TAXED = is_yes("paying_parent.had_taxed_income", says=Words("they had taxed income", cy="cawsant incwm a drethwyd"))

TELLS_INCOME = Question(
    fact="paying_parent.tells_income", kind=YesNo(),
    ask=Words("Can you tell us about your income?", cy="Allwch chi ddweud wrthym am eich incwm?"),
    hint=Words("If you cannot, the amount is a fixed one until you can: £39 a week for one child, £51 for two, £64 for "
               "more",
               cy="Os na allwch, mae'r swm yn un sefydlog nes y gallwch: £39 yr wythnos am un plentyn, £51 am ddau, "
                  "£64 am fwy"),
    missing=Words("Choose yes if you can tell us about your income",
                  cy="Dewiswch ie os gallwch ddweud wrthym am eich incwm"),
)
SITUATION = Question(
    fact="paying_parent.situation", kind=Choice(),
    ask=Words("Does any of these fit you?", cy="A oes unrhyw un o'r rhain yn eich ffitio?"),
    missing=Words("Choose what fits you, or none of these", cy="Dewiswch beth sy'n eich ffitio, neu ddim un o'r rhain"),
    when=_TELLS,
)
LISTED_BENEFIT = Question(
    fact="paying_parent.gets_listed_benefit", kind=YesNo(),
    ask=Words("Do you get any of these yourself?", cy="Ydych chi eich hun yn cael unrhyw un o'r rhain?"),
    hint=Words("State Pension, Carer’s Allowance, New Style Jobseeker’s Allowance, New Style Employment and Support "
               "Allowance, Maternity Allowance, Incapacity Benefit, Severe Disablement Allowance, Industrial Injuries "
               "Disablement Benefit, a widow’s or widowed parent’s benefit, a war or armed forces pension, a training "
               "allowance, or a benefit from another country",
               cy="Pensiwn y Wladwriaeth, Lwfans Gofalwr, Lwfans Ceisio Gwaith Dull Newydd, Lwfans Cyflogaeth a "
                  "Chymorth Dull Newydd, Lwfans Mamolaeth, Budd-dal Analluogrwydd, Lwfans Anabledd Difrifol, Budd-dal "
                  "Anabledd Anafiadau Diwydiannol, budd-dal gweddw neu riant gweddw, pensiwn rhyfel neu'r lluoedd "
                  "arfog, lwfans hyfforddi, neu fudd-dal o wlad arall"),
    missing=Words("Choose yes if you get any of these", cy="Dewiswch ie os ydych yn cael unrhyw un o'r rhain"),
    when=_TELLS,
)
LOW_INCOME_BENEFIT = Question(
    fact="paying_parent.low_income_benefit", kind=YesNo(),
    ask=Words("Do you or your partner get any of these?", cy="Ydych chi neu eich partner yn cael unrhyw un o'r rhain?"),
    hint=Words("Income Support, income-based Jobseeker’s Allowance, income-related Employment and Support Allowance, "
               "Pension Credit, or Universal Credit worked out with no earnings of yours",
               cy="Cymhorthdal Incwm, Lwfans Ceisio Gwaith yn seiliedig ar incwm, Lwfans Cyflogaeth a Chymorth sy'n "
                  "gysylltiedig ag incwm, Credyd Pensiwn, neu Gredyd Cynhwysol heb unrhyw enillion gennych chi"),
    missing=Words("Choose yes if you or your partner get any of these",
                  cy="Dewiswch ie os ydych chi neu eich partner yn cael unrhyw un o'r rhain"),
    when=_TELLS,
)
PARTNER_ALSO_PAYS = Question(
    fact="paying_parent.partner_also_pays", kind=YesNo(),
    ask=Words("Does your partner have to pay child maintenance too?",
              cy="A oes rhaid i'ch partner dalu cynhaliaeth plant hefyd?"),
    hint=Words("Choose no if you have no partner", cy="Dewiswch na os nad oes gennych bartner"),
    missing=Words("Choose yes if your partner has to pay child maintenance too",
                  cy="Dewiswch ie os oes rhaid i'ch partner dalu cynhaliaeth plant hefyd"),
    when=all_of(_TELLS, is_yes("paying_parent.low_income_benefit", says=Words(
        "somebody gets a low income benefit", cy="mae rhywun yn cael budd-dal incwm isel"))),
)
HAD_TAXED_INCOME = Question(
    fact="paying_parent.had_taxed_income", kind=YesNo(),
    ask=Words("Did you have any income in the last tax year?",
              cy="A gawsoch unrhyw incwm yn y flwyddyn dreth ddiwethaf?"),
    hint=Words("A tax year runs from 6 April to 5 April", cy="Mae blwyddyn dreth yn rhedeg o 6 Ebrill i 5 Ebrill"),
    missing=Words("Choose yes if you had any income in the last tax year",
                  cy="Dewiswch ie os cawsoch unrhyw incwm yn y flwyddyn dreth ddiwethaf"),
    when=_ON_INCOME,
)
INCOME_LAST_YEAR = Question(
    fact="paying_parent.income_last_year", kind=Money(),
    ask=Words("How much was it for the whole year, before tax?", cy="Faint oedd am y flwyddyn gyfan, cyn treth?"),
    hint=Words("Take off what you paid into a pension. A P60 or a tax return has the figure.",
               cy="Tynnwch yr hyn a daloch i bensiwn. Mae'r ffigur ar P60 neu ffurflen dreth."),
    missing=Words("Enter your income for the last tax year, before tax",
                  cy="Rhowch eich incwm am y flwyddyn dreth ddiwethaf, cyn treth"),
    when=all_of(_ON_INCOME, _TAXED),
    proof="p60",
)
INCOME_HAS_CHANGED = Question(
    fact="paying_parent.income_has_changed", kind=YesNo(),
    ask=Words("Is your income different now?", cy="A yw eich incwm yn wahanol nawr?"),
    hint=Words("We use the new figure if it is at least 25% more or less",
               cy="Rydym yn defnyddio'r ffigur newydd os yw o leiaf 25% yn fwy neu'n llai"),
    missing=Words("Choose yes if your income is different now", cy="Dewiswch ie os yw eich incwm yn wahanol nawr"),
    when=all_of(_ON_INCOME, _TAXED),
)
INCOME_NOW = Question(
    fact="paying_parent.income_now", kind=Money(),
    ask=Words("How much is it now for one week, before tax?", cy="Faint yw nawr am un wythnos, cyn treth?"),
    hint=Words("Take off what you pay into a pension. If you are paid by the month, multiply by 12, divide "
               "by 365 and multiply by 7.",
               cy="Tynnwch yr hyn a dalwch i bensiwn. Os cewch eich talu bob mis, lluoswch â 12, rhannwch â 365 a "
                  "lluoswch â 7."),
    missing=Words("Enter your income for one week, before tax", cy="Rhowch eich incwm am un wythnos, cyn treth"),
    when=all_of(_ON_INCOME, any_of(
        is_no("paying_parent.had_taxed_income", says=Words("they had none last year", cy="na chawsant ddim y llynedd")),
        is_yes("paying_parent.income_has_changed", says=Words("it has changed", cy="mae wedi newid")))),
    proof="payslip",
)
OTHER_CHILDREN = Question(
    fact="paying_parent.other_children", kind=Count(at_most=30),
    ask=Words("How many other children do you or your partner get Child Benefit for?",
              cy="Am faint o blant eraill yr ydych chi neu eich partner yn cael Budd-dal Plant?"),
    hint=Words("Do not count the children in this application. Enter 0 if there are none.",
               cy="Peidiwch â chyfrif y plant yn y cais hwn. Rhowch 0 os nad oes rhai."),
    missing=Words("Enter how many other children there are, or 0",
                  cy="Rhowch faint o blant eraill sydd, neu 0"),
    when=_ON_INCOME,
)
ELSEWHERE = Question(
    fact="paying_parent.children_paid_for_elsewhere", kind=Count(at_most=30),
    ask=Words("How many other children do you pay for under a court order or a written agreement?",
              cy="Am faint o blant eraill yr ydych yn talu o dan orchymyn llys neu gytundeb ysgrifenedig?"),
    hint=Words("Enter 0 if there are none", cy="Rhowch 0 os nad oes rhai"),
    missing=Words("Enter how many children you pay for in that way, or 0",
                  cy="Rhowch am faint o blant yr ydych yn talu felly, neu 0"),
    when=_TELLS,
)
VARIATION = Question(
    fact="paying_parent.asks_for_variation", kind=YesNo(),
    ask=Words("Do you have special costs that you want us to think about?",
              cy="A oes gennych gostau arbennig yr hoffech i ni eu hystyried?"),
    hint=Words("Such as travel to see the children, a child’s illness or disability, boarding school fees, or debts "
               "from when you lived together",
               cy="Megis teithio i weld y plant, salwch neu anabledd plentyn, ffioedd ysgol breswyl, neu ddyledion o'r "
                  "cyfnod pan oeddech yn byw gyda'ch gilydd"),
    missing=Words("Choose yes if you have special costs", cy="Dewiswch ie os oes gennych gostau arbennig"),
    when=_TELLS,
)

ABOUT_INCOME: tuple[Question, ...] = (
    TELLS_INCOME, SITUATION, LISTED_BENEFIT, LOW_INCOME_BENEFIT, PARTNER_ALSO_PAYS, HAD_TAXED_INCOME, INCOME_LAST_YEAR,
    INCOME_HAS_CHANGED, INCOME_NOW, OTHER_CHILDREN, ELSEWHERE, VARIATION,
)
