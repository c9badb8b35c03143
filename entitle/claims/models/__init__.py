"""The tables of claims."""
from entitle.claims.models.claim import Answer, Claim, ClaimParty, claim_code
from entitle.claims.models.set_asked import SetAsked, asked_code
from entitle.claims.models.statement import Statement, StatementAgreed, statement_code

__all__ = ["Answer", "Claim", "ClaimParty", "SetAsked", "Statement", "StatementAgreed", "asked_code", "claim_code",
           "statement_code"]
