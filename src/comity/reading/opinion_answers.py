"""The author's answers to his own questions: 'Has it worked? Only in part.', 'They will not.'"""

from __future__ import annotations

from comity.reading.clauses import asks, child
from comity.reading.layers import Sentence
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Setting

_FINITE = frozenset({"VBZ", "VBP", "VBD", "VB"})
_SHORT = frozenset({"less", "more", "only", "hardly", "partly", "neither", "both", "little", "not", "perhaps"})
_LONGEST = 20
_COMING = frozenset({"will", "would", "may", "might", "could", "wo", "shall"})
_MODALS = frozenset({"will", "wo", "may", "might", "would"})


def answered(sentence: Sentence, setting: Setting) -> Found | None:
    """A sentence without a full verb that follows a question, or denies or affirms what was said before it.

    What was asked of the future is answered by a prediction.
    """
    if not (setting.column or setting.weighed):
        return None
    span, root = sentence.span, sentence.span.root
    if len(span) > _LONGEST or asks(root) or quotation_at(setting.parsed.text, root.idx) is not None:
        return None
    if root.tag_ == "MD" and root.lower_ in _MODALS and setting.column:  # 'They will not.'
        who = child(root, "nsubj")
        kind = "prediction" if who is not None and who.lower_ not in {"i", "you"} else None
    else:
        short = root.tag_ not in _FINITE or span[0].lower_ in _SHORT
        kind = _kind_asked(sentence, setting) if short else None
    if kind is None or any(item.i in setting.times.by_token or item.like_num for item in span):
        return None
    last = next(item for item in reversed(list(span)) if not item.is_punct and not item.is_space)
    return Found(kind, root, span[0].idx, last.idx + len(last))


def _kind_asked(sentence: Sentence, setting: Setting) -> str | None:
    at = setting.parsed.sentence_of[sentence.span[0].i]
    before = setting.parsed.sentences[at - 1] if at else None
    if before is None or not before.span.text.rstrip(' \n”"').endswith("?"):
        return None
    if quotation_at(setting.parsed.text, before.span[-1].idx) is not None:
        return None
    return "prediction" if any(item.lower_ in _COMING for item in before.span) else "evaluation"
