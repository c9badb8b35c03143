"""Facts of a National Insurance record by tax year: another body's, so nobody is asked them."""
from __future__ import annotations

from entitle.facts.fact import Fact
from entitle.kernel.words import Words

NATIONAL_INSURANCE: tuple[Fact, ...] = (
    Fact("national_insurance.first_year_from_on", "date", Words(
        "First tax year of the record", cy="Blwyddyn dreth gyntaf y cofnod")),
    Fact("national_insurance.first_year_class_1_weeks", "count", Words(
        "First tax year: weeks of Class 1", cy="Blwyddyn dreth gyntaf: wythnosau Dosbarth 1"), unit="weeks"),
    Fact("national_insurance.first_year_class_1_earnings", "money", Words(
        "First tax year: pay in those weeks", cy="Blwyddyn dreth gyntaf: cyflog yn yr wythnosau hynny"), unit="pence"),
    Fact("national_insurance.first_year_class_2_weeks", "count", Words(
        "First tax year: weeks of Class 2", cy="Blwyddyn dreth gyntaf: wythnosau Dosbarth 2"), unit="weeks"),
    Fact("national_insurance.first_year_credits", "count", Words(
        "First tax year: weekly credits", cy="Blwyddyn dreth gyntaf: credydau wythnosol"), unit="weeks"),
    Fact("national_insurance.second_year_class_1_weeks", "count", Words(
        "Second tax year: weeks of Class 1", cy="Ail flwyddyn dreth: wythnosau Dosbarth 1"), unit="weeks"),
    Fact("national_insurance.second_year_class_1_earnings", "money", Words(
        "Second tax year: pay in those weeks", cy="Ail flwyddyn dreth: cyflog yn yr wythnosau hynny"), unit="pence"),
    Fact("national_insurance.second_year_class_2_weeks", "count", Words(
        "Second tax year: weeks of Class 2", cy="Ail flwyddyn dreth: wythnosau Dosbarth 2"), unit="weeks"),
    Fact("national_insurance.second_year_credits", "count", Words(
        "Second tax year: weekly credits", cy="Ail flwyddyn dreth: credydau wythnosol"), unit="weeks"),
)
