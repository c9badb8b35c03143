"""Blank forms printed together for an office, each with a number and a reference of its own, until all come back."""
from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.claims.lifecycle import PACK_FORM
from entitle.claims.models.intake import Intake
from entitle.kernel.references import new_code
from entitle.staff.models import Office


def form_pack_code() -> str:
    return new_code("PCK")


def pack_form_code() -> str:
    return new_code("FRM")


class FormPack(models.Model):
    """One printing: its forms are numbered from 1, for one benefit, in one language and one size of print."""

    code = models.CharField(max_length=20, unique=True, default=form_pack_code)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="form_packs")
    scheme = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    large_print = models.BooleanField()
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="form_packs", db_index=False)


class PackForm(models.Model):
    """One form: out until it comes back filled in, or is known to be spoiled. It names nobody."""

    code = models.CharField(max_length=20, unique=True, default=pack_form_code)
    pack = models.ForeignKey(FormPack, on_delete=models.PROTECT, related_name="forms", db_index=False)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default=PACK_FORM.first)
    received_on = models.DateField(null=True)
    """The day it arrived: its claim counts from it."""
    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, null=True, related_name="pack_form")
    """What it said, as it was keyed."""
    reason = models.CharField(max_length=200, blank=True)
    """Why it will not come back."""
    ended_at = models.DateTimeField(null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="pack_forms", db_index=False)
    """Who keyed it, or said that it was spoiled."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PACK_FORM.states), name="pack_form_state"),
            models.UniqueConstraint(fields=["pack", "number"], name="pack_form_number"),
            models.CheckConstraint(
                condition=Q(state="returned", intake__isnull=False, received_on__isnull=False)
                | ~Q(state="returned") & Q(intake__isnull=True, received_on__isnull=True),
                name="pack_form_returned_with_what_it_said"),
            models.CheckConstraint(
                condition=~Q(state="spoiled") | ~Q(reason=""), name="pack_form_spoiled_for_a_reason"),
        ]
