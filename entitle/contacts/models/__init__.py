"""Contacts, calls, appointments, and what the agency wrote: the tables."""
from entitle.contacts.models.appointment import Appointment, AppointmentMove, appointment_code
from entitle.contacts.models.call import Call, CallEvent, call_code
from entitle.contacts.models.call_back import CallBack, CallBackAttempt, call_back_code
from entitle.contacts.models.complaint import Complaint, ComplaintStep, complaint_code
from entitle.contacts.models.contact import Contact, contact_code
from entitle.contacts.models.feedback import Feedback
from entitle.contacts.models.harder_answer import HarderAnswer
from entitle.contacts.models.invitation import Invitation
from entitle.contacts.models.message import Message, message_code
from entitle.contacts.models.outside_complaint import OutsideComplaint, OutsideComplaintStep
from entitle.contacts.models.ready import ReadyAgent
from entitle.contacts.models.safeguarding import (
    SafeguardingPlan,
    SafeguardingPoint,
    SafeguardingWords,
    safeguarding_code,
)
from entitle.contacts.models.survey import SurveyOffer, SurveyReply, survey_code

__all__ = [
    "Appointment",
    "AppointmentMove",
    "Call",
    "CallBack",
    "CallBackAttempt",
    "CallEvent",
    "Complaint",
    "ComplaintStep",
    "Contact",
    "HarderAnswer",
    "Feedback",
    "Invitation",
    "Message",
    "OutsideComplaint",
    "OutsideComplaintStep",
    "ReadyAgent",
    "SafeguardingPlan",
    "SafeguardingPoint",
    "SafeguardingWords",
    "SurveyOffer",
    "SurveyReply",
    "appointment_code",
    "call_back_code",
    "call_code",
    "complaint_code",
    "contact_code",
    "message_code",
    "safeguarding_code",
    "survey_code",
]
