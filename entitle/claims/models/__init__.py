"""The tables of claims."""
from entitle.claims.models.claim import Answer, Claim, ClaimParty, claim_code
from entitle.claims.models.council_form import CouncilForm, council_form_code
from entitle.claims.models.form_pack import FormPack, PackForm, form_pack_code, pack_form_code
from entitle.claims.models.handover import Handover, HandoverFeedback, handover_code
from entitle.claims.models.intake import Intake, intake_code
from entitle.claims.models.set_asked import SetAsked, asked_code
from entitle.claims.models.statement import Statement, StatementAgreed, statement_code

__all__ = ["Answer", "Claim", "ClaimParty", "CouncilForm", "FormPack", "Handover", "HandoverFeedback", "Intake",
           "PackForm", "SetAsked", "Statement", "StatementAgreed", "asked_code", "claim_code", "council_form_code",
           "form_pack_code", "handover_code", "intake_code", "pack_form_code", "statement_code"]
