"""A day that was replayed, as a table: every attempt by what became of it, and the two rates side by side."""
from __future__ import annotations

from statistics import median

from bench.replay.living import Lived

_NAMES = {
    "answered": "answered", "self_served": "did it online", "call_back": "hold a dated call-back", "blocked": "blocked",
    "abandoned_before_queue": "rang off before the queue", "abandoned_in_queue": "rang off in the queue",
}


def told(lived: Lived) -> str:
    """Lines to print and to keep."""
    day = lived.account
    lines = [f"{day.offered:>9,} rang"]
    for outcome, words in _NAMES.items():
        causes = ", ".join(f"{cause or 'no cause'} {number:,}" for cause, number in day.causes.get(outcome, {}).items())
        lines.append(f"{day.outcomes.get(outcome, 0):>9,} {words}" + (f" ({causes})" if outcome != "answered" else ""))
    lines += [
        f"{sum(day.outcomes.values()):>9,} accounted for; {day.queued:,} joined a queue",
        f"answered, of those offered: {day.percent_of_offered} %; of those queued: {day.percent_of_queued} %; "
        f"the difference: {day.percent_of_queued - day.percent_of_offered:.1f} points",
        f"call-backs: {', '.join(f'{state} {number:,}' for state, number in day.promises.items())}",
        f"as callers lived it: {', '.join(f'{what} {number:,}' for what, number in sorted(day.lived.items()))}",
        f"agents: {', '.join(f'{what} {number:,}' for what, number in sorted(lived.did.items()))}",
        f"killed: {', '.join(lived.killed)}; events told again later, at worst: {lived.untold_at_worst:,}; "
        f"jobs given up: {', '.join(f'{task} {number}' for task, number in lived.failed_jobs.items()) or 'none'}; "
        f"{lived.minutes:.1f} minutes"]
    waits = day.danger.seconds
    lines.append(f"{day.danger.became.total()} rang in danger: " + ", ".join(
        f"{became} {number:,}" for became, number in day.danger.became.most_common()) + (
        f"; from the first ring, median {median(waits):.0f} s (wanted under 60), longest {max(waits):.0f} s" if waits
        else ""))
    return "\n".join([*lines, *(f"PROBLEM: {problem}" for problem in day.problems)] if day.problems else [
        *lines, "Everything is accounted for."])
