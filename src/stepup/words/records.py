"""What every kind of entry is called, and every field of it: for tables, and for two versions side by side."""

from __future__ import annotations

from typing import Final

from stepup.i18n import N_, _

KINDS: Final[dict[str, str]] = {
    "check_in": N_("Mood and energy"),
    "sleep": N_("Sleep"),
    "mark": N_("Marks of the day"),
    "tracker": N_("Rows of my own"),
    "win": N_("Small wins"),
    "topic": N_("To talk about"),
    "journal": N_("Journal"),
    "looked": N_("Days looked at"),
    "own_help": N_("Own plan for hard moments"),
    "goal": N_("Goals"),
    "goal_day": N_("Goals of days"),
    "goal_review": N_("Looks at goals"),
    "some_day": N_("Some day"),
    "attempt": N_("Tries of steps"),
    "preferences": N_("How the program is to be"),
    "rest": N_("Times of rest"),
    "stage": N_("Stages"),
    "placement": N_("Times in places"),
    "ease": N_("Ease of places"),
    "clipping": N_("Good news"),
    "later": N_("To open later"),
    "drawer_item": N_("Drawer for hard days"),
    "own_number": N_("Numbers of my own"),
    "own_value": N_("Values of my numbers"),
    "review": N_("Looking back"),
    "sheet": N_("My sheets"),
    "newest_sheet": N_("Years of the newest sheets"),
    "joined": N_("Notebooks joined"),
    # Work
    "work": N_("Works"),
    "work_session": N_("Times of work"),
    "income": N_("Income"),
    "first_income": N_("First income"),
    "money_worry": N_("Worries with money"),
    "promise": N_("Promises"),
    "piece": N_("Pieces of work"),
    "strength": N_("Strengths and likes"),
    "practice": N_("Practice"),
    "learning": N_("Learning"),
    "card": N_("Rehearsal cards"),
    "paper": N_("Drafts of papers"),
    # People
    "supporter": N_("Who and what I lean on"),
    "visit": N_("Visits"),
    "appointment": N_("Appointments"),
    "talk": N_("Talks"),
    "need": N_("Difficulties and wishes"),
    "answer": N_("Own answers"),
    "first_message": N_("First message"),
    "handover": N_("What was handed over"),
    "share_choice": N_("Last choice for handing over"),
}
"""The name of each kind by that of its table."""

FIELDS: Final[dict[str, str]] = {
    "id": N_("Id"),
    "copy_of": N_("Other version of"),
    "day": N_("Day"),
    "at": N_("Written at"),
    "text": N_("Text"),
    "name": N_("Name"),
    "title": N_("Title"),
    "position": N_("Place in the list"),
    "made_on": N_("Made on"),
    "closed_on": N_("Closed on"),
    "closed": N_("Put away"),
    "from_day": N_("First day"),
    "to_day": N_("Last day"),
    "note": N_("Note"),
    "notes": N_("Notes"),
    "stage": N_("Stage"),
    "state": N_("State"),
    "value": N_("Value"),
    "retired": N_("Retired"),
    "hidden": N_("Out of sight"),
    "tags": N_("Tags"),
    "goal": N_("Goal"),
    "step": N_("Step"),
    "before": N_("Hard, as thought before"),
    "after": N_("Hard, as it was"),
    "minutes": N_("Minutes"),
    "client": N_("Client"),
    "work": N_("Work"),
    "way": N_("Way"),
    "people": N_("How many people"),
    "supporter": N_("Who it is about"),
    "sections": N_("Sections"),
    # The day
    "mood": N_("Mood"),
    "energy": N_("Energy"),
    "start": N_("Start"),
    "end": N_("End"),
    "sleepless": N_("A night awake"),
    "tracker": N_("Row"),
    "measure": N_("Measure"),
    "for_someone": N_("For someone"),
    "told_on": N_("Talked about on"),
    "aspect": N_("What kind"),
    # Goals
    "steps": N_("Steps"),
    "earlier": N_("Earlier versions"),
    "repeats": N_("Comes again"),
    "why": N_("Why it matters"),
    "talk_year": N_("Year of its talk"),
    "easy": N_("What 0 means"),
    "hard": N_("What 10 means"),
    "outcome": N_("What became of it"),
    "level": N_("How it came out"),
    "answer": N_("Answer"),
    # Settings that go with the notebook
    "day_start": N_("Day starts"),
    "rows": N_("Rows of the day"),
    "look_away": N_("Look away"),
    "journal_prompt": N_("A question in the journal"),
    "opened": N_("Screens in use"),
    "all_screens": N_("All screens"),
    "welcomed": N_("Welcome was shown"),
    "check_in_every_days": N_("Days between two looks"),
    "check_in_from": N_("Next look from"),
    "appointments_on_today": N_("Appointments on Today"),
    "promises_on_today": N_("Promises on Today"),
    # Places, corners, sheets
    "sentence": N_("A sentence"),
    "stay": N_("Stay"),
    "resting": N_("Resting"),
    "source": N_("Where from"),
    "put_on": N_("Put in on"),
    "not_before": N_("Not before"),
    "opened_on": N_("Opened on"),
    "what": N_("What it is"),
    "least": N_("Least"),
    "most": N_("Most"),
    "number": N_("Number"),
    "keep": N_("To keep"),
    "smaller": N_("Make smaller"),
    "let_go": N_("To let go"),
    "topic": N_("Sheet"),
    "again_of": N_("Taken up again from"),
    "look_again": N_("Next look"),
    "year": N_("Year"),
    "heads": N_("Saved states"),
    # Work
    "found_on": N_("Found on"),
    "platform": N_("Platform"),
    "part": N_("My part"),
    "through": N_("Introduced by"),
    "days": N_("Days"),
    "hours": N_("Hours"),
    "tired": N_("How tiring"),
    "tired_words": N_("What was tiring"),
    "fitted": N_("What suited"),
    "breaks": N_("Breaks"),
    "worked_on": N_("Worked on"),
    "currency": N_("Currency"),
    "gross": N_("Pay, in minor units"),
    "fee": N_("Fee, in minor units"),
    "withheld": N_("Tax withheld, in minor units"),
    "transfer": N_("Transfer fee, in minor units"),
    "expenses": N_("Expenses, in minor units"),
    "paid_on": N_("Paid on"),
    "income": N_("Entry of income"),
    "then": N_("What might come next"),
    "due": N_("Due"),
    "spare": N_("Spare days"),
    "agreed": N_("Agreed as done"),
    "message": N_("Message"),
    "tools": N_("Tools"),
    "skills": N_("Skill in it"),
    "side": N_("What kind"),
    "link": N_("Link"),
    "about": N_("About it"),
    "with_whom": N_("With whom"),
    "since": N_("Since"),
    "ended_on": N_("Until"),
    "occasion": N_("Occasion"),
    "question": N_("Question"),
    "words": N_("My words"),
    # People
    "what_for": N_("What for"),
    "suits": N_("How it suits"),
    "cost": N_("Cost"),
    "learned": N_("How I learned of it"),
    "worries": N_("Worries"),
    "noise": N_("Noise"),
    "slip_out": N_("One can slip out"),
    "contact": N_("How to reach"),
    "bookmarked": N_("Bookmarked"),
    "some_day": N_("Some day"),
    "how": N_("How it was"),
    "on_day": N_("On"),
    "clock": N_("Time"),
    "title_shown": N_("Title shown elsewhere"),
    "channel": N_("Channel"),
    "next": N_("What is next"),
    "goals": N_("Goals"),
    "asker": N_("Who asks"),
    "asked": N_("What is asked"),
    "reply": N_("Reply by"),
    "call_me": N_("What to call me"),
    "audience": N_("For whom"),
    "to": N_("To whom"),
    "form": N_("Form of the file"),
    "file": N_("File"),
    "sha256": N_("Checksum"),
    "names": N_("Names replaced"),
    "lines": N_("Lines left out"),
    "reach": N_("Span of days"),
    "two_pages": N_("Two pages"),
    "sealed": N_("With a passphrase"),
}
"""The name of each field, whichever kind it belongs to."""

_FIELDS_OF: Final[dict[tuple[str, str], str]] = {
    ("talk", "before"): N_("How it felt before"),
    ("talk", "after"): N_("How it felt after"),
    ("work_session", "before"): N_("Energy before"),
    ("work_session", "after"): N_("Energy after"),
    ("goal", "stage"): N_("Stage"),
    ("first_income", "closed"): N_("Card closed"),
    ("supporter", "hours"): N_("Opening hours"),
    ("review", "sentence"): N_("A sentence"),
}
"""Where a field of that name is something else."""

_CODES: Final[dict[str, str]] = {
    "true": N_("yes"),
    "false": N_("no"),
    "open": N_("open"),
    "not_now": N_("not now"),
    "resting": N_("resting"),
    "done": N_("done"),
    "let_go": N_("let go"),
    "chosen": N_("for the day"),
    "half": N_("half done"),
    "fine": N_("fine as it is"),
    "smaller": N_("a little smaller"),
    "leave": N_("leave it be"),
    "line": N_("a line"),
    "song": N_("a song"),
    "win": N_("a small win"),
}


def kind_name(kind: str) -> str:
    """Return what a kind of entry is called; a kind of a newer version by its own name."""
    return _(KINDS[kind]) if kind in KINDS else kind


def field_message(kind: str, field: str) -> str:
    """Return the message of what a field is called, for who needs it in every language."""
    return _FIELDS_OF.get((kind, field)) or FIELDS.get(field, field)


def field_name(kind: str, field: str) -> str:
    """Return what a field is called; a field of a newer version by its own name."""
    return _(field_message(kind, field))


def value_words(value: object) -> str:
    """Return a field's value as plain words, a line for each part of it; "" for none."""
    match value:
        case None:
            return ""
        case bool():
            return _(_CODES[str(value).lower()])
        case str():
            return _(_CODES[value]) if value in _CODES else value
        case list() | tuple():
            return "\n".join(filter(None, map(value_words, value)))
        case dict():
            return "\n".join(filter(None, map(value_words, value.values())))
        case _:
            return str(value)
