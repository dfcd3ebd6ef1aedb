"""Authors whose element says more than their name: rank and posts beside it, or whom they answer.

In: a thread's comments, read. Out: their authors without that ("Ann in reply to Ben", "Ann → Ben", "Ann Senior
Member" where Ann alone is a link). Out of scope: names that words of the comment itself address (`flat_replies`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.reader import Found
from onrecord.pages.thread.words.platforms import PROFILE

_ANSWERING = re.compile(
    r"(\S.*?)\s+(?:(?:in|as an?) (?:reply|response|answer) to|(?:replied|responded|replying|responding|replies|responds) to"
    r"|(?:als|in) antwort (?:auf|an)|antwortete?t?(?: auf| an)?|en réponse à|a répondu à|répond à|en respuesta a|respondió a|responde a"
    r"|(?:em|como) resposta a|respondeu (?:a|para)|in risposta a|ha risposto a|risponde a|(?:in antwoord|als reactie) op|(?:reageerde|antwoordde) op"
    r"|w odpowiedzi (?:na|do|dla)|odpowiada|som svar (?:till|til|på)|svar(?:ade|te|ede)(?: på)?|в ответ (?:на|пользователю)|ответила?"
    r"|[→➔➜➝▶►▸↪»]|[-=]>)\s+(\S.*)",
    re.IGNORECASE,
)


def settle_names(tree: PageTree, comments: Sequence[Found]) -> None:
    """Leave of each author only the name."""
    for comment in comments:
        if comment.author:
            comment.author = addressed(_linked(tree, comment) or comment.author)[0]


def _linked(tree: PageTree, comment: Found) -> str | None:
    """Return the words of the one link to a profile that a comment's author begins with, or None."""
    if comment.by is None or comment.author is None:
        return None
    inner = tree.elements[comment.by.index + 1 : comment.by.end]
    links = (e for e in inner if e.tag == "a" and PROFILE.search(e.get("href")))
    names = {words for link in links if (words := tree.own_text(link))}
    name = names.pop() if len(names) == 1 else None
    return name if name and comment.author.startswith(f"{name} ") else None


def addressed(author: str) -> tuple[str, str | None]:
    """Return who wrote, and whom they answer or None.

    Examples:
        >>> addressed("Ann Lee in reply to Ben")
        ('Ann Lee', 'Ben')
        >>> addressed("Ann Lee")
        ('Ann Lee', None)

    """
    found = _ANSWERING.fullmatch(author)
    return (found[1], found[2]) if found else (author, None)
