"""Who signs in, where they work, what they can do, and the checks of what they looked at."""
from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from entitle.kernel.references import new_code
from entitle.staff.lifecycle import LOOK_CHECK


def user_code() -> str:
    return new_code("USR")


def team_code() -> str:
    return new_code("TEA")


class UserManager(BaseUserManager["User"]):
    """Makes sign-ins; the password may be absent where people are known by another means."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One sign-in, for any kind of person. What staff may do comes from their memberships, never from here."""

    STAFF, CUSTOMER = "staff", "customer"

    code = models.CharField(max_length=20, unique=True, default=user_code)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, default=STAFF)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    skills = models.ManyToManyField("staff.Skill", related_name="users", blank=True)
    learning = models.ManyToManyField("staff.Skill", related_name="learners", blank=True)
    """Of those, which they are still new to: only work that its own steps teach comes to them."""

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.username


class Team(models.Model):
    """People who share a queue."""

    code = models.CharField(max_length=20, unique=True, default=team_code)
    name = models.CharField(max_length=100, unique=True)
    office = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.name


class Skill(models.Model):
    """Something a person has been trained to do, named as kinds of work name it."""

    name = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A user's part in a team. The role is one that permissions.py knows."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team", "role"], name="staff_membership_once")]


class LookCheck(models.Model):
    """One look at a customer's record, chosen by chance for a team leader to check."""

    event_id = models.BigIntegerField(unique=True)
    customer_id = models.BigIntegerField(null=True)
    looked_at = models.DateTimeField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="looks_checked_of")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="look_checks")
    month = models.DateField()
    chosen_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=LOOK_CHECK.first)
    outcome = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="looks_checked_by")

    class Meta:
        indexes = [models.Index(fields=["team", "state", "chosen_at"], name="staff_look_check_waiting")]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=LOOK_CHECK.states), name="staff_look_check_state"),
            models.CheckConstraint(condition=~models.Q(checked_by=models.F("user")), name="staff_look_check_not_own"),
        ]
