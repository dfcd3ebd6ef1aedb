"""Steps: the work on a page or a story, each part bounded in time and alone in its faults.

In: a step's name and its work. Out: what the work returns, or None and a fault that says which step and why. Out of scope: what is told of it (`recorder`).

All steps of a page share its time: the one that uses it up is broken off, and those after it are not begun.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from onrecord.run.time_limit import TooSlow, is_limited, limit_cpu_time

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class StepFault:
    """A step without a result: its name; `reason`: `failed` or `too_slow`; `what`: the error and where it was raised, or how many seconds were too few."""

    step: str
    reason: str
    what: str


class StepRunner:
    """Runs steps within the CPU seconds that they may take together, and keeps what went wrong.

    Attributes:
        faults: of the steps that returned nothing, in their order.

    """

    def __init__(self, seconds: float) -> None:
        self._seconds = self._left = seconds
        self.faults: list[StepFault] = []

    def run(self, step: str, work: Callable[[], Result]) -> Result | None:
        """Return what `work` returns, or None where it raises an error of its own or takes more time than is left."""
        try:
            return self.run_or_raise(work)
        except TooSlow:
            self.faults.append(StepFault(step, "too_slow", f"{self._seconds:g}"))
        except Exception as error:  # noqa: BLE001 - the run's edge: one step must not end the others
            self.faults.append(StepFault(step, "failed", locate_error(error)))
        return None

    def run_or_raise(self, work: Callable[[], Result]) -> Result:
        """Return what `work` returns; its time is no longer left to others.

        Raises:
            TooSlow: if it takes more time than is left. Other errors are those of the work.

        """
        if not is_limited():
            return work()
        if self._left <= 0:
            raise TooSlow
        begun = time.process_time()
        try:
            with limit_cpu_time(self._left):
                return work()
        finally:
            self._left -= time.process_time() - begun

    @property
    def is_spent(self) -> bool:
        """Whether a step was broken off because the time had been used up."""
        return any(fault.reason == "too_slow" for fault in self.faults)


def locate_error(error: Exception) -> str:
    """Return an error's type and the function and line that raised it."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {where.name}:{where.lineno}"
