"""Lines of a flattened page that are the remains of forms: data only.

In: nothing. Out: patterns over one trimmed line, matched whole. Out of scope: where they stand (`line_kinds`, `thread_frame`).
"""

from __future__ import annotations

from onrecord.pages.flat.words.line_patterns import compile_lines

FORM_LINES = compile_lines(
    r"(?:leave|post|write|add|submit) (?:a|your|another|an) (?:new )?(?:comment|reply|response|"
    r"thought|opinion).{0,60}",
    r"(?:add|post|submit) comment.{0,20}",
    r"cancel (?:reply|comment).{0,20}",
    r"(?:your )?(?:e-?mail )?(?:address )?(?:will|is) not (?:be )?(?:published|displayed|shown).{0,80}",
    r"your e-?mail (?:address )?will.{0,120}",
    r"required fields (?:are )?marked.{0,20}",
    r"(?:please )?(?:log|sign) ?-?(?:in|on|out)(?: (?:to|with|or|here|now|using|via|/|if)\b.{0,100})?",
    r"(?:you must|please|you need to|you have to) (?:be )?(?:logged|log|sign|signed|register).{0,120}",
    r"(?:want to comment|new here|already (?:a member|registered|have an account)).{0,100}",
    r"register(?: (?:here|now|to|for|or|an)\b.{0,80})?|create an account.{0,60}",
    r"fill in your details below.{0,120}",
    r"you are commenting using.{0,120}",
    r"connecting to %s|connecting to [a-z]+",
    r"[a-z+.]{2,20} (?:logo|picture|photo)",
    r"(?:name|e-?mail|e-?mail address|website|url|comment|your name|your e-?mail|your comment|"
    r"message|subject|captcha|password|user ?name) ?(?:\(.{1,60}\)|\*)?:?(?: ?\*)?",
    r"(?:notify|alert|email|send) me (?:of|when|by|via|about).{0,100}",
    r"save my name.{0,120}",
    r"(?:this site uses akismet|learn how your comment data).{0,160}",
    r"(?:characters|words) (?:remaining|left).{0,20}|\d+ characters?(?: (?:left|remaining|max.{0,10}))?",
    r"you (?:may|can) use these html tags.{0,300}",
    r"(?:guidelines|rules) for (?:comments|commenting).{0,80}",
    r"(?:please )?(?:enable javascript|javascript is).{0,120}",
    r"be the first to (?:comment|reply|like).{0,80}|no comments(?: yet)?.{0,40}",
    r"(?:post|publish|submit|preview)(?: comment)?",
    r"%d [a-z ]{1,40}|%s.{0,40}|.{0,40}%[ds]",
    r"(?:einen? )?(?:neuen )?(?:kommentar|antwort) (?:verfassen|schreiben|hinterlassen|hinzufügen|abgeben|"
    r"abschicken|absenden|abbrechen).{0,60}",
    r"(?:schreib|hinterlass|verfass)en? (?:sie |uns |mir )?(?:hier )?(?:einen?|deinen|ihren) "
    r"(?:kommentar|antwort|nachricht).{0,60}|schreibe? (?:uns |mir )?einen kommentar.{0,60}|"
    r"hinterlasse? (?:uns |mir )?(?:einen kommentar|eine antwort).{0,60}",
    r"antworten? abbrechen.{0,20}|(?:mit)?diskutieren|kommentieren",
    r"(?:deine|ihre|die) e-?mail-?adresse wird (?:nicht|niemals|nie) .{0,120}",
    r"gib hier deinen kommentar .{0,20}|trage deine daten .{0,100}|du kommentierst mit .{0,80}",
    r"benachrichtig(?:e|t|en|ung) .{0,120}|erforderliche felder .{0,60}",
    r"(?:name|e-?mail|e-?mail-?adresse) \((?:erforderlich|notwendig|pflichtfeld|required).{0,60}",
    r"bitte (?:logge|melde|einloggen|anmelden).{0,120}|meinen namen, .{0,120}",
    r"(?:laisser|laissez|écrire|ajouter|poster|publier) (?:un|votre) (?:commentaire|message|avis).{0,60}",
    r"(?:réagissez|réagir) à cet? .{0,40}|annuler la réponse.{0,20}",
    r"votre (?:nom|commentaire|adresse|e-?mail).{0,100}",
    r"you (?:may|can) (?:also )?(?:log in|comment) (?:with|using|via).{0,60}",
    r"(?:reply|comment) as.{0,30}",
)
"""The remains of forms: comment, log-in, registration."""

FORM_HEADINGS = compile_lines(
    r"(?:leave|post|write|add|submit) (?:a|your|another) (?:new )?(?:comment|reply|response).{0,40}",
    r"(?:you must|please) (?:be )?(?:logged|log|sign|register).{0,120}",
    r"(?:log|sign) ?in to (?:comment|reply|post|leave).{0,60}",
    r"be the first to (?:comment|reply).{0,40}|no comments(?: yet)?.{0,40}",
    r"want to comment.{0,60}",
    r"(?:einen? )?(?:kommentar|antwort) (?:verfassen|schreiben|hinterlassen|hinzufügen|abgeben).{0,60}",
    r"(?:schreib|hinterlass|verfass)en? (?:sie |uns |mir )?(?:einen?|deinen|ihren) (?:kommentar|antwort).{0,60}",
    r"schreibe? (?:uns |mir )?einen kommentar.{0,60}|hinterlasse? (?:einen kommentar|eine antwort).{0,60}",
    r"(?:laisser|laissez|écrire|ajouter|poster) (?:un|votre) commentaire.{0,60}|réagi(?:ssez|r) à .{0,40}",
)
"""Lines that open a form for a comment."""
