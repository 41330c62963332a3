"""UN votes: of the UN Digital Library, of Voeten's collection, and this collection as three Parquet files.

The two number the same roll calls each in its own way (`series`), so votes of both are never added up. What has
no row in a file was absent or no member, and is not made up here. Whether a roll call was unanimous is a question
to the votes, not answered here.
"""

from __future__ import annotations

from comity.sources.un_votes import converted, undl, voeten

FORMS = (*undl.FORMS, *voeten.FORMS, *converted.FORMS)
