"""What documents are called."""
from __future__ import annotations

from entitle.kernel.words import Words

DOCUMENTS = {
    "birth_certificate": Words("Birth certificate", cy="Tystysgrif geni"),
    "passport": Words("Passport", cy="Pasbort"),
    "marriage_certificate": Words("Marriage or civil partnership certificate",
                                  cy="Tystysgrif priodas neu bartneriaeth sifil"),
    "death_certificate": Words("Death certificate", cy="Tystysgrif marwolaeth"),
    "tenancy_agreement": Words("Tenancy agreement", cy="Cytundeb tenantiaeth"),
    "bank_statement": Words("Bank statement", cy="Cyfriflen banc"),
    "fit_note": Words("Fit note", cy="Nodyn ffitrwydd"),
    "letter": Words("Letter", cy="Llythyr"),
}


def document_words(kind: str) -> Words:
    """A kind of document in words. A kind that is not in the table is shown as it is named."""
    return DOCUMENTS.get(kind, Words(kind.replace("_", " ").capitalize()))
