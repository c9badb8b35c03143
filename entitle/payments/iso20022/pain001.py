"""A credit transfer initiation, ISO 20022 pain.001.001.09, written as it is read: no file is held in memory.

UK accounts are given by sort code (clearing system GBDSC) and account number (scheme BBAN), as the code lists of ISO
20022 name them; the category purpose is SSBE, a social security benefit.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal
from xml.sax.saxutils import escape

from entitle.payments.bacs.characters import bacs_letters
from entitle.payments.bacs.standard18 import Credit, NotPayable, Originator, Totals, is_account

Route = Literal["NURG", "URGP"]
"""The service level: not urgent goes by Bacs, urgent by Faster Payments."""
MOST_IN_ONE_PAYMENT = 100_000_000
"""Pence: Faster Payments carries at most a million pounds."""
_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"


class TotalsDiffer(ValueError):
    """What was written is not what the heading says: the file must not be used."""


def parts(
    *, message_id: str, made_at: datetime, on: date, route: Route, originator: Originator, credits: Iterable[Credit],
    expected: Totals, written: Totals, iban: str = "",
) -> Iterator[str]:
    """The document in order, a payment at a time. `expected` is what its headings say; fills `written` as it goes.

    `message_id` is the file's code, at most 35 letters; `iban` the agency's own account where its bank asks for it so.
    Raises NotPayable, and TotalsDiffer at the end where the payments were not those expected.
    """
    counts = f"<NbOfTxs>{expected.payments}</NbOfTxs><CtrlSum>{_pounds(expected.pence)}</CtrlSum>"
    name = escape(bacs_letters(originator.name)[:140])
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{_NAMESPACE}"><CstmrCdtTrfInitn><GrpHdr>'
        f"<MsgId>{escape(message_id)}</MsgId><CreDtTm>{made_at:%Y-%m-%dT%H:%M:%S}</CreDtTm>{counts}"
        f"<InitgPty><Nm>{name}</Nm><Id><OrgId><Othr><Id>{escape(originator.user_number)}</Id></Othr></OrgId></Id>"
        f"</InitgPty></GrpHdr>\n<PmtInf><PmtInfId>{escape(message_id)}</PmtInfId><PmtMtd>TRF</PmtMtd>{counts}"
        f"<PmtTpInf><SvcLvl><Cd>{route}</Cd></SvcLvl><CtgyPurp><Cd>SSBE</Cd></CtgyPurp></PmtTpInf>"
        f"<ReqdExctnDt><Dt>{on.isoformat()}</Dt></ReqdExctnDt><Dbtr><Nm>{name}</Nm></Dbtr>"
        f"<DbtrAcct><Id>{_own_account(originator, iban)}</Id><Ccy>GBP</Ccy></DbtrAcct>"
        f"<DbtrAgt>{_agent(originator.sort_code)}</DbtrAgt><ChrgBr>SLEV</ChrgBr>\n"
    )
    for credit in credits:
        yield _payment(credit)
        written.payments += 1
        written.pence += credit[3]
    if (written.payments, written.pence) != (expected.payments, expected.pence):
        raise TotalsDiffer(f"{message_id} says {expected.payments} payments of {expected.pence} pence, and holds "
                           f"{written.payments} of {written.pence}")
    yield "</PmtInf></CstmrCdtTrfInitn></Document>\n"


def _payment(credit: Credit) -> str:
    sort_code, account_number, account_name, pence, reference = credit
    if not (0 < pence <= MOST_IN_ONE_PAYMENT and is_account(sort_code, account_number)):
        raise NotPayable(f"the payment with reference {reference} has an amount or account that cannot be carried")
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{reference}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="GBP">{_pounds(pence)}</InstdAmt></Amt><CdtrAgt>{_agent(sort_code)}</CdtrAgt>'
        f"<Cdtr><Nm>{escape(bacs_letters(account_name)[:140])}</Nm></Cdtr>"
        f"<CdtrAcct><Id>{_account(account_number)}</Id></CdtrAcct>"
        f"<RmtInf><Ustrd>{reference}</Ustrd></RmtInf></CdtTrfTxInf>\n"
    )


def _own_account(originator: Originator, iban: str) -> str:
    return f"<IBAN>{iban}</IBAN>" if iban else _account(originator.account_number)


def _account(number: str) -> str:
    return f"<Othr><Id>{number}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>"


def _agent(sort_code: str) -> str:
    return (f"<FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>{sort_code}</MmbId></ClrSysMmbId>"
            "</FinInstnId>")


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"
