"""What stands on most posts and is none of their words: labels, ranks, signatures."""

from __future__ import annotations

from onrecord.pages import page_from_html


def build_post(who: str, words: str, n: int) -> str:
    return (
        f'<div class="post" id="m{n}"><div class="who"><a href="/members/{n}">{who}</a><div class="rank">Senior Member</div><div>Posts: {n}</div></div>'
        f'<div class="when">3 May 2016, 10:0{n}</div><div class="says">{words}</div></div>'
    )


def test_a_signature_is_no_word_of_the_post() -> None:
    ends = "<p>Grow what you eat, eat what you grow.</p>"
    posts = [
        build_post("Ann", f"<p>The soil was far too wet for it.</p>{ends}", 1),
        build_post("Ben", "<p>Then let it dry for a week or two.</p>", 2),
        build_post("Ann", f"<p>It has been dry for a week and no leaf fell.</p>{ends}", 3),
    ]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [comment.evidence.text for comment in page.thread] == [
        "The soil was far too wet for it.",
        "Then let it dry for a week or two.",
        "It has been dry for a week and no leaf fell.",
    ]


def test_a_post_that_is_a_picture_has_no_words() -> None:
    says = ["The soil was far too wet.", "Then let it dry.", '<img src="leaf.jpg">', "It did help."]
    posts = [
        build_post(who, words, n)
        for n, (who, words) in enumerate(zip(("Ann", "Ben", "Cy", "Ann"), says, strict=True))
    ]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [comment.evidence.text for comment in page.thread] == [says[0], says[1], says[3]]


def test_words_that_all_posts_share_are_theirs_where_there_are_no_others() -> None:
    posts = [
        build_post(f"Ann {'abcdef'[n]}", f"<p>Count me in, number {n}</p>", n) for n in range(6)
    ]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [c.evidence.text for c in page.thread] == [f"Count me in, number {n}" for n in range(6)]
