"""Words for works and times of working."""

from __future__ import annotations

from typing import Final

from stepup.domain.work import MOST_TIRED, Work, WorkKind, WorkSession, WorkState
from stepup.i18n import N_, _, format_minutes, format_time

KINDS: Final[dict[WorkKind, str]] = {
    WorkKind.CROWD: N_("Crowdsourced"),
    WorkKind.PIECES: N_("Piecework, simple tasks"),
    WorkKind.SELLING: N_("Selling"),
    WorkKind.OWN: N_("Own business"),
    WorkKind.FAMILY: N_("Help in the family"),
    WorkKind.VOLUNTEER: N_("Volunteering"),
    WorkKind.THANKS: N_("Thanks in kind"),
    WorkKind.TRIAL: N_("Trial, work experience"),
    WorkKind.EMPLOYED: N_("Employment"),
}
STATES: Final[dict[WorkState, str]] = {
    WorkState.FOUND: N_("Found"),
    WorkState.APPLIED: N_("Applied"),
    WorkState.DOING: N_("Doing"),
    WorkState.DELIVERED: N_("Handed over"),
    WorkState.PAID: N_("Paid"),
    WorkState.KEPT: N_("Kept, no pay"),
    WorkState.ASIDE: N_("Set aside"),
}
FIELDS: Final[dict[str, str]] = {
    "client": N_("Who or where"),
    "platform": N_("Platform"),
    "people": N_("With whom"),
    "part": N_("My part"),
    "through": N_("Through"),
    "notes": N_("Notes"),
}
TRIAL_FIELDS: Final[dict[str, str]] = {
    "days": N_("Days"),
    "hours": N_("Hours"),
    "tired": N_("Tiredness"),
    "fitted": N_("What fitted"),
}


def kind_name(way: WorkKind | None) -> str:
    """Return what kind of work it is; "" where that is open."""
    return _(KINDS[way]) if way is not None else ""


def state_name(state: WorkState) -> str:
    """Return where a work is."""
    return _(STATES[state])


def tired_words(work: Work) -> str:
    """Return how tired a trial made, the number and the words; "" where nothing was said."""
    if work.tired is None:
        return work.tired_words
    number = _("{value} of {most}").format(value=work.tired, most=MOST_TIRED)
    return (
        _("{said} ({remark})").format(said=number, remark=work.tired_words)
        if work.tired_words
        else number
    )


def session_words(session: WorkSession) -> str:
    """Return how long a time of working was, when it began and its breaks."""
    said = format_minutes(session.minutes)
    if session.start is not None:
        said = _("{length} from {clock}").format(length=said, clock=format_time(session.start))
    if session.breaks:
        rest = _("break {length}").format(length=format_minutes(session.breaks))
        said = _("{said} ({remark})").format(said=said, remark=rest)
    return said


def energy_words(session: WorkSession) -> str:
    """Return the energy before and after; "" where neither was said."""
    match session.before, session.after:
        case None, None:
            return ""
        case before, None:
            return _("energy before {before}").format(before=before)
        case None, after:
            return _("energy after {after}").format(after=after)
        case before, after:
            return _("energy {before}, then {after}").format(before=before, after=after)


def session_line(session: WorkSession) -> str:
    """Return a time of working with the work's name before it."""
    said = _("{row}: {said}").format(row=session.text, said=session_words(session))
    energy = energy_words(session)
    return _("{said} ({remark})").format(said=said, remark=energy) if energy else said


def work_line(work: Work) -> str:
    """Return a work with where it is before it, and behind it for whom and of what kind it is."""
    row = _("Work, {state}").format(state=state_name(work.state))
    line = _("{row}: {said}").format(row=row, said=work.text)
    beside = _(", ").join(filter(None, (work.client, kind_name(work.way))))
    return _("{said} ({remark})").format(said=line, remark=beside) if beside else line
