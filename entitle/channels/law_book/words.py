"""What this door says, in English and in Welsh."""

from __future__ import annotations

from entitle.kernel.words import Words

WORDS = {
    "law": Words("The law we use", cy="Y gyfraith a ddefnyddiwn"),
    "lead": Words(
        "Every decision is worked out by these rules. Each has its law, its amounts, and a place to try it with your "
        "own numbers.",
        cy="Mae pob penderfyniad yn cael ei weithio allan gan y rheolau hyn. Mae gan bob un ei chyfraith, ei symiau, a "
        "lle i roi cynnig arni gyda'ch rhifau eich hun.",
    ),
    "rules_and_amounts": Words("{rules} rules and {amounts} amounts", cy="{rules} o reolau a {amounts} o symiau"),
    "rules": Words("The rules", cy="Y rheolau"),
    "picture": Words("See them as a picture", cy="Gweler nhw fel llun"),
    "amounts_today": Words("The amounts on {day}", cy="Y symiau ar {day}"),
    "amount": Words("Amount", cy="Swm"),
    "value": Words("Value", cy="Gwerth"),
    "from": Words("From", cy="O"),
    "law_column": Words("Law", cy="Cyfraith"),
    "checked": Words("Last checked", cy="Gwiriwyd ddiwethaf"),
    "no_law": Words("No law for this day", cy="Dim cyfraith ar gyfer y diwrnod hwn"),
    "table_of": Words("A table of {rows} rows", cy="Tabl o {rows} rhes"),
    "the_law": Words("The law", cy="Y gyfraith"),
    "more": Words("In more words", cy="Mewn mwy o eiriau"),
    "try": Words("Try it with your own numbers", cy="Rhowch gynnig arni gyda'ch rhifau eich hun"),
    "example": Words("A worked example", cy="Enghraifft wedi'i gweithio"),
    "result": Words("What it comes to", cy="Beth yw'r canlyniad"),
    "not_kept": Words(
        "Nothing you enter is kept. It shows in the address of this page, so do not share the address if it says "
        "something about you.",
        cy="Ni chedwir dim a rowch yma. Mae i'w weld yng nghyfeiriad y dudalen hon, felly peidiwch â rhannu'r "
        "cyfeiriad os yw'n dweud rhywbeth amdanoch.",
    ),
    "work_out": Words("Work it out", cy="Gweithiwch ef allan"),
    "start_again": Words("Go back to the example", cy="Ewch yn ôl at yr enghraifft"),
    "by_the_law_of": Words("by the law of {day}", cy="yn ôl cyfraith {day}"),
    "through_time": Words("The amounts through time", cy="Y symiau drwy amser"),
    "reads": Words("What it reads", cy="Beth mae'n ei ddarllen"),
    "reads_nothing": Words("It reads no other rule.", cy="Nid yw'n darllen unrhyw reol arall."),
    "facts": Words("Facts", cy="Ffeithiau"),
    "rules_read": Words("Other rules", cy="Rheolau eraill"),
    "rules_reading": Words("The rules that read it", cy="Y rheolau sy'n ei darllen"),
    "read_by_none": Words("No other rule reads it: it is an answer in itself.",
                          cy="Nid oes rheol arall yn ei darllen: mae'n ateb ynddi'i hun."),
    "code": Words("The code", cy="Y cod"),
    "code_is": Words("This is the very code that decides claims.", cy="Dyma'r union god sy'n penderfynu ceisiadau."),
    "examples": Words("Worked examples that the rules are tested by", cy="Enghreifftiau y profir y rheolau wrthynt"),
    "law_on": Words("The day whose law to use", cy="Y diwrnod y mae ei gyfraith i'w defnyddio"),
    "if_it_applies": Words("Leave this blank if it does not apply", cy="Gadewch hwn yn wag os nad yw'n berthnasol"),
    "nino_digits": Words("Last 2 numbers of a National Insurance number", cy="2 rif olaf rhif Yswiriant Gwladol"),
    "outside_law": Words("We hold no law for that day. Choose another.",
                         cy="Nid oes gennym gyfraith ar gyfer y diwrnod hwnnw. Dewiswch un arall."),
    "contradict": Words("{one} and {other} cannot both be as you say",
                        cy="Ni all {one} a {other} fod fel y dywedwch ill dau"),
    "outside": Words("These answers are outside what this rule covers",
                     cy="Mae'r atebion hyn y tu allan i'r hyn y mae'r rheol hon yn ei gwmpasu"),
    "needed": Words("{label} is needed to work this out", cy="Mae angen {label} i weithio hyn allan"),
}
