"""The type of an act between two marked parties: a small linear model over words, syntax and the reader's rules.

Where the encoder is installed, its opinion is mixed in. `classify` answers for single sentences, `lines` for
streams of them; `training` builds `data/model.json`, `adapting` the encoder's part, both from the sentences in
`data/sentences`, all written for this project.
"""

from comity.learned.classify import Classified, classify

__all__ = ["Classified", "classify"]
