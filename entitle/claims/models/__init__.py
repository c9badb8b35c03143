"""The tables of claims."""
from entitle.claims.models.claim import Answer, Claim, ClaimParty, claim_code
from entitle.claims.models.intake import Intake, intake_code
from entitle.claims.models.set_asked import SetAsked, asked_code
from entitle.claims.models.statement import Statement, StatementAgreed, statement_code

__all__ = ["Answer", "Claim", "ClaimParty", "Intake", "SetAsked", "Statement", "StatementAgreed", "asked_code",
           "claim_code", "intake_code", "statement_code"]
