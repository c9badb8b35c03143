"""An agent is ready: who waits for them, and the next caller at a press of one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import CHANNEL, page_context
from entitle.channels.telephone.listening import listening
from entitle.contacts import queries as contacts
from entitle.contacts.queues import languages_for, queue_named, queues_for
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.formats import say
from entitle.pages.refusal import says_why_not
from entitle.procedures.take_next_call import take_next_call
from entitle.staff import queries as staff


@permission("call.take")
def ready(request: HttpRequest) -> HttpResponse:
    """Who waits in the queues that they take from; the call that they have already, if they have one."""
    by, now = actor_of(request, CHANNEL), clock.now()
    assert by.user_id is not None
    held = contacts.call_in_hand(user_id=by.user_id)
    if held is not None:
        return redirect("telephone_line", held.code)
    skills = staff.skills_of(by.user_id)
    queues, languages = queues_for(skills), languages_for(skills, own=staff.user(by.user_id).language)
    waiting = [each for each in contacts.waiting_now(as_at=now)
               if each.queue in queues and each.language in languages]
    return render(request, "telephone/ready.html", page_context(
        at="ready", page_title="Take calls", is_ready=contacts.is_ready(user_id=by.user_id),
        listens=listening("ready", by), callers=sum(each.callers for each in waiting),
        rows=[[say(queue_named(each.queue).about), "Welsh" if each.language == "cy" else "English",
               {"text": each.callers, "numeric": True}, {"text": each.urgent, "numeric": True},
               {"text": -(-each.longest_wait_seconds // 60), "numeric": True}] for each in waiting]))


@permission("call.take")
@require_POST
@says_why_not
def next_call(request: HttpRequest) -> HttpResponse:
    """The next caller for this agent, or nobody yet."""
    call = take_next_call(agent=actor_of(request, CHANNEL), as_at=clock.now())
    if call is None:
        messages.info(request, "Nobody is waiting for you.")
        return redirect("telephone_ready")
    return redirect("telephone_line", call.code)
