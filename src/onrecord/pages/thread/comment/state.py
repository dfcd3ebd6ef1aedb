"""What stands at the edges of a comment's words and within them: controls, notes of moderators, words of others.

In: a `PageTree` and a comment's runs. Out: the runs without controls and lines that say who and when; whether
the words are cut short, await moderation or were removed; the runs that quote what was written before.
Out of scope: who wrote the quoted words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.pages.dom.markup import LINE
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import read_line
from onrecord.pages.thread.words.platforms import CONTROL_WORDS, QUOTED

_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.)?\s*(?:(?:continue reading|expand)|(?:read|show|see|view) (?:more|full|whole)|(?:mehr|weiter)\s?(?:lesen|anzeigen)|alles anzeigen"
    r"|lire (?:la suite|plus)|voir plus|leer más|ver más|mostrar más|ler mais|ver mais|leggi (?:tutto|di più)|mostra altro|lees (?:meer|verder)"
    r"|czytaj (?:więcej|dalej)|läs mer|читать (?:далее|полностью))[ \w]*\s*[»›>…]*\s*$",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(
    r"(?:please\s+)?(?:log|sign)[ -]?in(?: or (?:register|sign up|create an account))?(?: to (?:post|leave|reply|comment|vote|respond)[ \w]*)?"
    r"|(?:bitte )?(?:anmelden|einloggen)(?: (?:oder registrieren )?um [ \w]{0,40})?|(?:se connecter|identifiez-vous|connectez-vous)[ \w]{0,50}"
    r"|(?:inicie|iniciar) sesión[ \w]{0,50}|accedi[ \w]{0,50}",
    re.IGNORECASE,
)
_AWAITING = re.compile(
    r"(?:your|this|the)? ?comment (?:is )?(?:currently )?(?:awaiting|waiting for|pending|held for|in) (?:moderation|approval|review)|awaiting (?:moderation|approval)"
    r"|(?:dein|ihr|dieser|der) kommentar (?:wartet|muss)[ \w]{0,60}(?:freischaltung|moderation|freigabe|freigeschaltet)|wartet auf (?:freischaltung|moderation|freigabe)"
    r"|(?:votre|ce) commentaire est en attente|en attente de modération|(?:tu|su|este) comentario (?:está )?(?:pendiente|a la espera)"
    r"|commento (?:è )?in attesa|wacht op moderatie|oczekuje na (?:moderację|akceptację)",
    re.IGNORECASE,
)
_WHOM = r"(?: (?:by|von|par|por|door)\b[^.!?\n]{0,80}| because\b[^\n]{0,120}| due to\b[^\n]{0,120}| for\b[^\n]{0,100}|,? (?:wegen|weil)\b[^\n]{0,120})?"
_REMOVED = re.compile(
    r"[\[(]?(?:(?:this|the|your) )?(?:comment|post|reply|message|content)? ?(?:(?:has been|was|is|been) )?(?:\(?(?:automatically|permanently) )?"
    rf"(?:removed|deleted|withdrawn|hidden|redacted){_WHOM}[\])]?[.!]?(?:\s+(?:replies may also be deleted|for more detail see our faqs?)[.!]?)*"
    r"|[\[(]?(?:(?:dieser|der|ihr) )?(?:kommentar|beitrag|antwort)? ?(?:(?:wurde|ist|von)\b[^.!?\n]{0,40} )?"
    rf"(?:gelöscht|entfernt|gesperrt){_WHOM}[\])]?[.!]?|entfernt\.[^\n]{{0,120}}die redaktion\S*"
    rf"|[\[(]?(?:ce |le )?(?:commentaire|message) (?:a été |est )?(?:supprimé|effacé|retiré|modéré){_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:este |el )?(?:comentario|mensaje) (?:ha sido |fue |foi )?(?:eliminado|borrado|retirado|removido){_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:questo |il )?commento (?:è stato )?(?:rimosso|cancellato|eliminato){_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:deze )?reactie (?:is )?verwijderd{_WHOM}[\])]?[.!]?",
    re.IGNORECASE,
)
_QUOTED_LINES = re.compile(r"^>[^\n]*(?:\n+>[^\n]*)*", re.MULTILINE)
_AROUND_NOTE = " \t\n.!()[]*"
_REMOVED_SHORTEST = 7
_LONGEST_NOTE = 260
_LONGEST_LINE = 100


def trim_end(tree: PageTree, runs: list[int]) -> bool:
    """Take controls from the end of `runs`; return whether they say that the words are cut short."""
    cut = False
    while runs:
        last = _last_block(tree, runs)
        words = " ".join("".join(tree.words[run] for run in runs[-last:]).split())
        if not (_is_control(words) or _CUT_SHORT.fullmatch(words)):
            last, words = 1, tree.words[runs[-1]].strip()
        short = bool(_CUT_SHORT.fullmatch(words))
        if words and not short and not _is_control(words):
            break
        cut = cut or short
        del runs[-last:]
    return cut


def _last_block(tree: PageTree, runs: Sequence[int]) -> int:
    """Return how many of `runs`, from the last one, stand on one line."""
    count = 1
    while (
        count < len(runs)
        and runs[-count] == runs[-count - 1] + 1
        and tree.scan.befores[runs[-count]] < LINE
    ):
        count += 1
    return count


def _is_control(words: str) -> bool:
    return bool(CONTROL_WORDS.fullmatch(words) or _SIGN_IN.fullmatch(words))


def state_of(tree: PageTree, runs: Sequence[int], first: int, last: int) -> str | None:
    """Return `removed` where a comment's words only say that they were; `awaiting` where the comment says that it waits.

    Args:
        tree: the page.
        runs: the comment's own words.
        first: its first block.
        last: one past its last block.

    """
    words = " ".join("".join(tree.words[run] for run in runs).split())
    if says_removed(words):
        return "removed"
    own = set(runs)
    places = _awaiting(tree)
    for place in places[bisect_left(places, first) : bisect_left(places, last)]:
        block = tree.blocks[place]
        if found := _AWAITING.search(block.text):
            # Within what the comment itself says, it is of another one.
            rest = block.text[: found.start()] + block.text[found.end() :]
            if not rest.strip(_AROUND_NOTE) or own.isdisjoint(block.runs):
                return "awaiting"
    return None


def _awaiting(tree: PageTree) -> list[int]:
    """Return the places of the short blocks that say that a comment waits."""
    if tree.awaiting is None:
        tree.awaiting = [
            place
            for place, block in enumerate(tree.blocks)
            if len(block.text) < _LONGEST_LINE and _AWAITING.search(block.text)
        ]
    return tree.awaiting


def says_removed(words: str) -> bool:
    """Return whether `words` say that a comment was removed, and no more."""
    return _REMOVED_SHORTEST <= len(words) < _LONGEST_NOTE and bool(_REMOVED.fullmatch(words))


def quoted_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where lines of `text` between `start` and `end` that follow ">" begin and end, as far as they run on."""
    for found in _QUOTED_LINES.finditer(text, start, end):
        if (found.start(), found.end()) != (start, end):
            yield found.start(), found.end()


def quoted_runs(tree: PageTree, runs: Sequence[int], scope: int) -> frozenset[int]:
    """Return those of `runs` that hold words of others: in quoting elements below `scope`, or after ">"."""
    quoted: set[int] = set()
    known: dict[int, bool] = {}
    for run in runs:
        holder = tree.holders[run]
        if _is_quoted(tree, holder, scope, known) or tree.words[run].lstrip().startswith(">"):
            quoted.add(run)
    # "Ann wrote:" before what she wrote belongs to it.
    for before, run in pairwise(runs):
        if run in quoted and before not in quoted and _introduces(tree.words[before]):
            quoted.add(before)
    # Where all is quoted, the element's name says nothing.
    return frozenset(quoted) if len(quoted) < len(runs) else frozenset()


def _is_quoted(tree: PageTree, holder: int, scope: int, known: dict[int, bool]) -> bool:
    passed: list[int] = []
    quoted = False
    for element in tree.ancestors(holder):
        if element.index <= scope:
            break
        quoted = known.get(element.index, False)
        if element.index in known:
            break
        passed.append(element.index)
        if element.tag in {"blockquote", "q"} or (element.words and QUOTED.search(element.words)):
            quoted = True
            break
    known.update(dict.fromkeys(passed, quoted))
    return quoted


def _introduces(words: str) -> bool:
    words = words.strip()
    if not words.endswith(":") or len(words) > _LONGEST_LINE:
        return False
    line = read_line(words)
    return line is not None and line.sure
