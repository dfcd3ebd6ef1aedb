"""Names of a package that are imported when somebody first asks for them: a command imports what it needs, nothing else.

In: a package's name, and the module of each of its public names. Out: the package, with those names. Out of scope: which
names those are; packages say it a second time, for type checkers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType


def add_lazy_names(package: str, modules: Mapping[str, str], keep: Iterable[str] = ()) -> None:
    """Give `package` names that are imported once they are asked for.

    A name of a function that is also the name of a module inside the package stays the function's, also when that module is
    imported later.

    Args:
        package: the package's `__name__`.
        modules: each public name with the dotted name of the module that defines it.
        keep: functions that the package defines itself and that share their name with a module inside it.

    """
    kept = frozenset((*modules, *keep))

    class LazyPackage(ModuleType):
        def __getattr__(self, name: str) -> object:
            if name not in modules:
                raise AttributeError(f"module {package!r} has no attribute {name!r}")
            value = getattr(import_module(modules[name]), name)
            setattr(self, name, value)
            return value

        def __setattr__(self, name: str, value: object) -> None:
            # The import system sets each module it loads in the package around it.
            if not (name in kept and isinstance(value, ModuleType)):
                super().__setattr__(name, value)

    sys.modules[package].__class__ = LazyPackage
