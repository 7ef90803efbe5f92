"""What was received for work: with what was taken off and what it cost, never rounded.

    net = gross - fee - withheld - transfer

is what came in. `expenses` stand beside it and take nothing from it. All amounts are whole
minor units of the entry's currency.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, NamedTuple, Self

from pydantic import AwareDatetime, model_validator

from stepup.domain.money import (
    YEN,
    Currency,
    Minor,
    Percent,
    most,
    part_of,
    whole_from,
)
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import Dated, Frozen, Line, Prose, Record
from stepup.domain.work import Minutes, WorkKind

FIGURES: Final = ("gross", "fee", "withheld", "transfer", "expenses")
"""The amounts of an entry that are kept; the net is worked out."""


class Terms(Frozen):
    """What an entry of income says. `work` is the id of the work it was for, if that is kept too.

    `worked_on` is the last day of the work, where it is known; it may lie after the day of
    payment, since some are paid in advance. `withheld` is tax the client kept back, `transfer`
    the fee of the transfer.
    """

    client: Line = ""
    work: str | None = None
    way: WorkKind | None = None
    worked_on: date | None = None
    currency: Currency = YEN
    gross: Minor = 0
    fee: Minor = 0
    withheld: Minor = 0
    transfer: Minor = 0
    expenses: Minor = 0
    minutes: Minutes | None = None
    note: Prose = ""

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if max(self.gross, self.expenses) > most(self.currency):
            raise Problem(ProblemCode.AMOUNT_TOO_LARGE)
        if self.net < 0:
            raise Problem(ProblemCode.TAKEN_OFF_ABOVE_PAY)
        return self

    @property
    def net(self) -> int:
        """What came in, in minor units."""
        return self.gross - self.taken_off

    @property
    def taken_off(self) -> int:
        """Fee, tax kept back and fee of the transfer, in minor units."""
        return self.fee + self.withheld + self.transfer


class Earlier(Terms):
    """An entry as it was before it was corrected, and when that was."""

    day: date
    corrected_at: AwareDatetime


class Income(Terms, Dated):
    """An entry of income, or of expenses alone; its `day` is the day of payment.

    `earlier` keeps what it said before it was corrected, the oldest first.
    """

    kind: ClassVar[str] = "income"
    earlier: tuple[Earlier, ...] = ()

    @property
    def said(self) -> dict[str, object]:
        """The fields that the person fills in."""
        names = ("day", *Terms.model_fields)
        return {name: getattr(self, name) for name in names}

    def corrected(self, moment: AwareDatetime, *, completing: bool, **fields: object) -> Income:
        """Return the entry with other fields; what it said before is kept.

        It is not kept when only the note is another, nor, while `completing`, when fields that
        were blank are filled in and all others stay.

        Raises:
            Problem: taken_off_above_pay, amount_too_large.
        """
        after = self.replace(**fields)
        changed = {
            name
            for name, value in self.said.items()
            if name != "note" and after.said[name] != value
        }
        if not changed or (completing and not any(self.said[name] for name in changed)):
            return after
        before = Earlier.model_validate({"corrected_at": moment, **self.said})
        return after.replace(earlier=(*self.earlier, before))


class FirstIncome(Record):
    """That the first pay ever has been noted: its card is shown until `closed`.

    `then` is what one wrote down as what might come next.
    """

    kind: ClassVar[str] = "first_income"
    single: ClassVar[bool] = True
    id: str = "first_income"
    paid_on: date
    income: str
    closed: bool = False
    then: Line = ""


class MoneyWorry(Record):
    """A note about worries with money, for oneself alone."""

    kind: ClassVar[str] = "money_worry"
    single: ClassVar[bool] = True
    id: str = "money_worry"
    text: Prose


class Pay(NamedTuple):
    """A pay and what the platform keeps of it, in minor units."""

    gross: int
    fee: int


def pay_from(gross: int | None, fee: int | Percent | None, net: int | None, other: int = 0) -> Pay:
    """Return gross and fee, where any two of gross, fee and net are known; in minor units.

    `other` is what else is taken off: tax and transfer. With one of gross and net alone there is
    no fee; with neither there is no pay.

    Raises:
        Problem: share_not_whole; taken_off_above_pay; figures_differ, where all three are known
            and do not agree.
    """
    if gross is None:
        found = _from_net(fee, net, other)
    elif net is None:
        found = Pay(gross, _fee_of(gross, fee))
    else:
        found = Pay(gross, gross - net - other)
        if fee is not None and _fee_of(gross, fee) != found.fee:
            raise Problem(ProblemCode.FIGURES_DIFFER)
    if found.fee < 0 or found.fee + other > found.gross:
        raise Problem(ProblemCode.TAKEN_OFF_ABOVE_PAY)
    return found


def _from_net(fee: int | Percent | None, net: int | None, other: int) -> Pay:
    if net is None:
        if fee:
            raise Problem(ProblemCode.FEE_ALONE)
        return Pay(0, 0)
    if isinstance(fee, Percent):
        whole = whole_from(net + other, fee)
        return Pay(whole, part_of(whole, fee))
    return Pay(net + (fee or 0) + other, fee or 0)


def _fee_of(gross: int, fee: int | Percent | None) -> int:
    return part_of(gross, fee) if isinstance(fee, Percent) else fee or 0
