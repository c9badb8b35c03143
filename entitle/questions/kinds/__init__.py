"""The kinds of question, one file each: `from entitle.questions.kinds import Date, Money`."""
from entitle.questions.kinds.address import Address
from entitle.questions.kinds.bank_account import BankAccount
from entitle.questions.kinds.choice import Choice
from entitle.questions.kinds.count import Count
from entitle.questions.kinds.date import Date
from entitle.questions.kinds.document import Document
from entitle.questions.kinds.email import Email
from entitle.questions.kinds.money import Money
from entitle.questions.kinds.name import Name
from entitle.questions.kinds.nino import Nino
from entitle.questions.kinds.phone import Phone
from entitle.questions.kinds.postcode import Postcode
from entitle.questions.kinds.repeat import Repeat
from entitle.questions.kinds.text import Text
from entitle.questions.kinds.yes_no import YesNo

KINDS = (Address, BankAccount, Choice, Count, Date, Document, Email, Money, Name, Nino, Phone, Postcode, Repeat, Text,
         YesNo)

__all__ = [
    "KINDS", "Address", "BankAccount", "Choice", "Count", "Date", "Document", "Email", "Money", "Name", "Nino", "Phone",
    "Postcode", "Repeat", "Text", "YesNo",
]
