"""The type of an act between two marked parties: a small linear model over words, syntax and the reader's rules.

`classify` answers for single sentences, `lines` for streams of them; `training` builds `data/model.json` from the
sentences in `data/sentences`, all written for this project.
"""

from comity.learned.classify import Classified, classify

__all__ = ["Classified", "classify"]
